import {
  type AskedLayer,
  type Assignment,
  type GivenInput,
  layersAsked,
  layersOf,
  middleLayer,
  type UnitLevel,
} from "@shared/domain/pay";
import { ratioOf } from "@shared/domain/pay/numbers/number";
import { type BusinessDay, daysOf, type Month } from "@shared/domain/time";
import {
  membersOfUnitsDuring,
  type OrgUnit,
  unitAndAboveOn,
  unitsBelowDuring,
  type UnitSpan,
  unitSpansOf,
  unitSpansOfAll,
} from "../members";
import { memberSummariesOf } from "../performance";
import { assign, type OrganisationSnapshot, plansInMonth, readOrganisationSnapshot } from "../plans";

/*
 * Who is in which layer of a team, branch or company: by what each has brought to it in a month, among those whom the same plan pays by that
 * layer. From a month's cut-off on nothing more counts in it, so that layers of the month before stand.
 */

/** The layers that a member's plans of a month ask about, each once. */
export function layersAskedBy(assignments: readonly Assignment[], period: Month): AskedLayer[] {
  const asked = plansInMonth(assignments, period).flatMap(({ plan }) => layersAsked(plan, period));
  return [...new Map(asked.map((one) => [keyOf(one), one])).values()];
}

const keyOf = ({ plan, code, month }: AskedLayer): string => [plan.code, code, month].join(" ");

/** The unit of a level that somebody belonged to on the last day of a month; null: to none. */
export function cohortOf(
  spans: readonly UnitSpan[],
  { month, cohort }: { month: Month; cohort: UnitLevel },
  units: ReadonlyMap<string, OrgUnit>,
): string | null {
  const { to: day } = daysOf(month);
  const span = spans.find(({ fromOn, untilOn }) => fromOn <= day && (untilOn === null || day < untilOn));
  if (span === undefined) return null;
  return unitAndAboveOn(units, span.unitId, day).find(({ kind }) => kind === cohort)?.unitId ?? null;
}

export async function readLayers(
  memberId: string,
  assignments: readonly Assignment[],
  period: Month,
): Promise<GivenInput[]> {
  const asked = layersAskedBy(assignments, period);
  if (asked.length === 0) return [];
  const [snapshot, spans] = await Promise.all([readOrganisationSnapshot(), unitSpansOf(memberId)]);
  return Promise.all(
    asked.map(async (one): Promise<GivenInput> => {
      const { plan, code, rule, month } = one;
      const unitId = cohortOf(spans, { month, cohort: rule.cohort }, snapshot.units);
      const layers = unitId === null ? null : await layersIn(unitId, one, period, snapshot);
      // Whoever was not there has no result.
      const layer = layers?.get(memberId) ?? middleLayer(rule.shares);
      const value = { decimal: String(layer) };
      return { kind: "layer", code, of: "member", planCode: plan.code, period: month, value };
    }),
  );
}

async function layersIn(
  unitId: string,
  asked: AskedLayer,
  period: Month,
  snapshot: OrganisationSnapshot,
): Promise<Map<string, number>> {
  const { rule, month } = asked;
  const day: BusinessDay = daysOf(month).to;
  const below = unitsBelowDuring(snapshot.units, [unitId], { from: day, to: day });
  const memberIds = await membersOfUnitsDuring(below, { from: day, to: day });
  const [spans, summaries] = await Promise.all([
    unitSpansOfAll(memberIds),
    Promise.all(below.map((id) => memberSummariesOf(id, month))),
  ]);
  const compared = memberIds.filter((id) =>
    layersAskedBy(assign(id, spans.get(id) ?? [], period, snapshot), period).some((one) => keyOf(one) === keyOf(asked)),
  );
  // Where nobody has brought anything yet, nobody has a result; else nothing is one.
  const isBegun = summaries.some((ofUnit) => ofUnit.size > 0);
  const results = compared.map((id) => {
    const sum = summaries.reduce((total, ofUnit) => total + (ofUnit.get(id)?.[rule.by] ?? 0), 0);
    return { memberId: id, value: isBegun ? ratioOf(sum, 1) : null };
  });
  return layersOf(results, rule.shares);
}
