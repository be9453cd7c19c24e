import type { OfficeRowView } from "@shared/contracts";

/** What a row says; what it leaves out it does not speak of. */
export type OfficeRow = Pick<OfficeRowView, "kind"> & Partial<Omit<OfficeRowView, "kind">>;

/** Two or three names say who it is; more is a list, which the row opens. */
const namesMax = 3;

export function presentRow(row: OfficeRow): OfficeRowView {
  return {
    kind: row.kind,
    count: row.count ?? null,
    isWhole: row.isWhole ?? true,
    state: row.state ?? null,
    period: row.period ?? null,
    at: row.at ?? null,
    isClosed: row.isClosed ?? null,
    names: (row.names ?? []).slice(0, namesMax),
    subjectId: row.subjectId ?? null,
    doneFen: row.doneFen ?? null,
    targetFen: row.targetFen ?? null,
    visits: row.visits ?? null,
  };
}

/** A row of what is counted; none where there is none of it. */
export const ifAny = (row: OfficeRow & { count: number }): OfficeRow[] => (row.count > 0 ? [row] : []);
