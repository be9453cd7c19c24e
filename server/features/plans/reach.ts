import type { Plan } from "@shared/domain/pay";
import { addDays, type BusinessDay, type DaySpan } from "@shared/domain/time";
import { unitSpansOfAll } from "../members";
import { type OrganisationSnapshot, runsOf } from "./assignments";
import { plansOn } from "./choosePlans";
import { membersInScope } from "./scope";

/** Days of somebody in one unit, with the plans that they are on without a version that is not in force yet, and with it. */
export interface PlanRun extends DaySpan {
  /** null: whoever may be in the unit, and is named in no plan. */
  memberId: string | null;
  unitId: string;
  before: string[];
  after: string[];
}

/** Of a version without a last day. The day after it is a day, too: days are cut there. */
export const endOfTime: BusinessDay = "9998-12-31";

export const daysInForce = ({ validFrom, validTo }: Plan): DaySpan => ({ from: validFrom, to: validTo ?? endOfTime });

/**
 * What a version that is not in force yet does to people on the days of a span: each day is asked for by itself, in the unit of
 * that day, with and without the version, by all plans that pay them or by those that `choose` looks at. Whoever an older version of the plan was for may be left out by this one.
 */
export async function runsUnder(
  plan: Plan,
  snapshot: OrganisationSnapshot,
  span: DaySpan,
  choose: typeof plansOn = plansOn,
): Promise<PlanRun[]> {
  const scopes = versionsWith(plan, snapshot).map(({ scope }) => scope);
  const memberIds = await membersInScope(scopes, snapshot.units, span);
  const spans = await unitSpansOfAll(memberIds);
  const withPlan = [...snapshot.plans, plan];
  return memberIds.flatMap((memberId) =>
    (spans.get(memberId) ?? []).flatMap(({ unitId, fromOn, untilOn }) => {
      const from = fromOn > span.from ? fromOn : span.from;
      const to = untilOn !== null && untilOn <= span.to ? addDays(untilOn, -1) : span.to;
      return runsIn(unitId, memberId, { withPlan, snapshot, span: { from, to }, choose });
    }),
  );
}

/** The same for the units themselves that a version names: somebody may join one of them at any time. */
export function unitRunsUnder(
  plan: Plan,
  snapshot: OrganisationSnapshot,
  span: DaySpan,
  choose: typeof plansOn,
): PlanRun[] {
  const unitIds = new Set(versionsWith(plan, snapshot).flatMap(({ scope }) => scope.orgUnits ?? []));
  const withPlan = [...snapshot.plans, plan];
  return [...unitIds].flatMap((unitId) => runsIn(unitId, null, { withPlan, snapshot, span, choose }));
}

const versionsWith = (plan: Plan, { plans }: OrganisationSnapshot): Plan[] => [
  ...plans.filter(({ code }) => code === plan.code),
  plan,
];

function runsIn(
  unitId: string,
  memberId: string | null,
  {
    withPlan,
    snapshot: { plans, units },
    span,
    choose,
  }: { withPlan: Plan[]; snapshot: OrganisationSnapshot; span: DaySpan; choose: typeof plansOn },
): PlanRun[] {
  return runsOf({ unitId, ...span }, { plans: withPlan, units }).map(({ from, to, path }) => {
    const subject = { memberId: memberId ?? "", unitIds: path.map((unit) => unit.unitId) };
    return {
      memberId,
      unitId,
      from,
      to,
      before: choose(plans, subject, from),
      after: choose(withPlan, subject, from),
    };
  });
}

/** Whom a version prices on some day of a span, and whose pay it thereby changes: those who were on a plan that day. */
export interface Reach {
  priced: string[];
  repriced: string[];
}

export async function reachOf(plan: Plan, snapshot: OrganisationSnapshot, span: DaySpan): Promise<Reach> {
  const runs = await runsUnder(plan, snapshot, span);
  const priced = runs.filter(({ after }) => after.includes(plan.code));
  return { priced: membersOf(priced), repriced: membersOf(runs.filter((run) => reprices(plan, run))) };
}

/** Whether a version changes what somebody who was on a plan is paid by. */
export const reprices = ({ code }: Plan, { before, after }: PlanRun): boolean =>
  before.length > 0 && (after.includes(code) || before.join() !== after.join());

export const membersOf = (runs: readonly PlanRun[]): string[] =>
  [...new Set(runs.flatMap(({ memberId }) => memberId ?? []))].sort();

export const laterOf = (one: BusinessDay, other: BusinessDay): BusinessDay => (one > other ? one : other);
