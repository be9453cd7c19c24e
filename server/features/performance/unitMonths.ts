import type { Period } from "@shared/domain/time";
import type { Deps } from "../../deps";
import { perProcess } from "../../lib/perProcess";
import { ShortCache } from "../../lib/shortCache";
import { salesMeasure, targetsOf } from "../targets";
import { UnitSummaryModel, type UnitSummaryRecord } from "./unitSummaryModel";

/** Sums by measure code. */
export type Sums = Record<string, number>;

const visitsMeasure = "visits.effective";

export interface UnitMonth {
  unitId: string;
  period: Period;
  doneFen: number;
  /** Null while no target is published. */
  targetFen: number | null;
  /** Effective visits. */
  visits: number;
  computedAt: Date | null;
}

export const unitMonthIdOf = (unitId: string, period: Period) => `${unitId}:${period}`;

/** Stored sums of units by unit id; a unit that has none yet is missing. */
export async function unitSummaries(
  unitIds: readonly string[],
  period: Period,
): Promise<Map<string, UnitSummaryRecord>> {
  const ids = unitIds.map((unitId) => unitMonthIdOf(unitId, period));
  const records = await UnitSummaryModel.find({ _id: { $in: ids } }).lean<UnitSummaryRecord[]>();
  return new Map(records.map((record) => [record.unitId, record]));
}

/** Stored sums of units in several months, by `unitMonthIdOf`. */
export async function sumsOfUnitMonths(
  months: readonly { unitId: string; period: Period }[],
): Promise<Map<string, Sums>> {
  const ids = [...new Set(months.map(({ unitId, period }) => unitMonthIdOf(unitId, period)))];
  const records = await UnitSummaryModel.find({ _id: { $in: ids } }).lean<UnitSummaryRecord[]>();
  return new Map(records.map((record) => [record._id, sumsOf(record)]));
}

/** Done and target of units in a month, in the order of the ids. */
export async function readUnitMonths(unitIds: readonly string[], period: Period): Promise<UnitMonth[]> {
  const [summaries, targets] = await Promise.all([
    unitSummaries(unitIds, period),
    targetsOf(unitIds, salesMeasure, period),
  ]);
  return unitIds.map((unitId) => {
    const summary = summaries.get(unitId);
    return {
      unitId,
      period,
      doneFen: sumsOf(summary)[salesMeasure] ?? 0,
      targetFen: targets.get(unitId) ?? null,
      visits: sumsOf(summary)[visitsMeasure] ?? 0,
      computedAt: summary?.computedAt ?? null,
    };
  });
}

/** How old a unit's figures may be that a process shows; what it has changed itself it forgets at once. */
const keptMs = 2_000;

/** Units' months as they were at most 2 s ago: what every 今日 of a team asks for is read once for all of them. */
export const unitMonthsNow = perProcess(({ realNow }: Pick<Deps, "realNow" | "caches">) => {
  const cache = new ShortCache<UnitMonth>({ realNow, keptMs, entriesMax: 2_000 });
  return {
    read: (unitId: string, period: Period): Promise<UnitMonth> =>
      cache.get(unitMonthIdOf(unitId, period), async () => {
        const [month] = await readUnitMonths([unitId], period);
        return month ?? { unitId, period, doneFen: 0, targetFen: null, visits: 0, computedAt: null };
      }),
    forget: (unitId: string, period: Period): void => cache.forget(unitMonthIdOf(unitId, period)),
  };
});

export function sumsOf(summary: Pick<UnitSummaryRecord, "sums"> | undefined): Sums {
  // Stored by rollUp, which sums numbers by measure code.
  return (summary?.sums ?? {}) as Sums;
}
