import { businessDayOf, daysOf, type Month, monthOf, nextPeriod } from "@shared/domain/time";
import type { Deps } from "../../deps";
import type { EventHandler, NewEvent } from "../../outbox";
import {
  findUnitsEver,
  membersOfUnitsDuring,
  type OrgUnit,
  unitAndBelow,
  type UnitMoved,
  unitsBelowDuring,
  unitSpansOfAll,
} from "../members";
import type { UnitResultChanged } from "../performance";
import { assign, membersInScope, type PlanPublished, readOrganisationSnapshot, unitsUsed } from "../plans";
import type { TargetPublished } from "../targets";
import { monthsToPrice } from "./requestPricing";
import { repMonthOf } from "./bookFacts";
import { askToReprice } from "./events";
import { cohortOf, layersAskedBy } from "./layers";
import { asksAbout, monthsThatMayAsk, ownMonthsAsking } from "./otherMonths";

const firstDayEver = "0000-01-01";

/** What others change in a member's pay follows in ticks: of the team, and of everything above it. */
const teamTickMs = 2_000;
const wideTickMs = 30_000;

/** A unit's result counts in the months of those whose plans use it. */
export const followUnit: EventHandler<UnitResultChanged[], Pick<Deps, "clock" | "realNow">> = async (
  changes,
  _delivery,
  deps,
) => {
  const units = await findUnitsEver();
  const months = new Map(changes.map((change) => [`${change.unitId}:${change.period}`, change]));
  const events: NewEvent[] = [];
  for (const { unitId, period } of months.values()) {
    const unit = units.get(unitId);
    if (!unit) continue;
    const dueAt = endOfTick(deps.realNow(), unit.kind === "team" ? teamTickMs : wideTickMs);
    const cause = { kind: "tick", id: `${unitId}:${period}@${dueAt.toISOString()}` };
    for (const { memberId, period: priced } of await monthsPricedBy(unit, { month: period, of: "results" }, deps)) {
      // All changes of a unit in one tick are one event, since the same id is left once; those of several units that are
      // due together are one re-pricing.
      const key = { cause: `tick:${dueAt.getTime()}`, part: `${memberId}:${priced}:${unitId}`, dueAt };
      events.push(askToReprice({ memberId, period: priced, cause }, key));
    }
  }
  return events;
};

/**
 * Whoever belongs below a unit that hangs elsewhere may be on another plan, and depends on the results above it. What these come
 * to with it or without it follows from them.
 */
export const followUnitMove: EventHandler<UnitMoved> = async ({ unitId, period, cause }, delivery) => {
  const below = unitAndBelow(await findUnitsEver(), unitId).map((unit) => unit.unitId);
  const memberIds = await membersOfUnitsDuring(below, daysOf(period));
  return memberIds.map((memberId) =>
    askToReprice({ memberId, period, cause }, { cause: delivery.id, part: `${memberId}:${period}` }),
  );
};

/** A target counts in the months of those whom it is set for, or whose plans use the result of its unit, and in months that look at it. */
export const followTargets: EventHandler<TargetPublished, Pick<Deps, "clock">> = async (
  { period, subjectIds },
  delivery,
  deps,
) => {
  const units = await findUnitsEver();
  const months = new Map<string, { memberId: string; period: Month }>();
  for (const subjectId of subjectIds) {
    const unit = units.get(subjectId);
    const found = unit
      ? await monthsPricedBy(unit, { month: period, of: "targets" }, deps)
      : [
          { memberId: subjectId, period },
          ...(await ownMonthsAsking(subjectId, { month: period, of: "targets" }, deps)),
        ];
    for (const month of found) months.set(repMonthOf(month.memberId, month.period), month);
  }
  const cause = { kind: "targets", id: delivery.cause };
  return [...months.values()].map(({ memberId, period: priced }) =>
    askToReprice({ memberId, period: priced, cause }, { cause: delivery.id, part: `${memberId}:${priced}` }),
  );
};

/**
 * A version reaches the months from its first day to the running one, whichever day of that one it begins or ends on: a month is
 * priced with all of its days, those to come included, so that nothing is left to do on that day. What it pays for months that had
 * begun when it was published is in the ledger as well where nobody had priced them, whether or not anybody looks; later ones are
 * priced as they begin.
 */
export const followPlan: EventHandler<PlanPublished, Pick<Deps, "clock">> = async (
  { code, version, publishedOn },
  delivery,
  deps,
) => {
  const snapshot = await readOrganisationSnapshot();
  const versions = snapshot.plans.filter((plan) => plan.code === code);
  const published = versions.find((plan) => plan.version === version);
  const running = monthOf(businessDayOf(deps.clock.now()));
  if (!published || monthOf(published.validFrom) > running) return [];
  const scopes = versions.map(({ scope }) => scope);
  const memberIds = await membersInScope(scopes, snapshot.units, { from: published.validFrom, to: daysOf(running).to });
  const cause = { kind: "plan", id: delivery.cause };
  const events: NewEvent[] = [];
  for (let period = monthOf(published.validFrom); period <= running; period = nextPeriod(period)) {
    const { priced, unpriced } = await monthsToPrice(memberIds, period, snapshot);
    const had = publishedOn === undefined || period <= monthOf(publishedOn);
    for (const memberId of [...priced, ...(had ? unpriced : [])])
      events.push(askToReprice({ memberId, period, cause }, { cause: delivery.id, part: `${memberId}:${period}` }));
  }
  return events;
};

/** Whose months of pay are computed with the results of a unit in a month: that month, and others that look at it. */
async function monthsPricedBy(
  unit: OrgUnit,
  { month, of }: { month: Month; of: "results" | "targets" },
  { clock }: Pick<Deps, "clock">,
): Promise<{ memberId: string; period: Month }[]> {
  const snapshot = await readOrganisationSnapshot();
  const running = monthOf(businessDayOf(clock.now()));
  const found: { memberId: string; period: Month }[] = [];
  for (const period of [month, ...monthsThatMayAsk(month, running, { plans: snapshot.plans, of })]) {
    // Whoever has gone may have an order priced in it still.
    const ever = { from: firstDayEver, to: daysOf(period).to };
    const memberIds = await membersOfUnitsDuring(unitsBelowDuring(snapshot.units, [unit.unitId], ever), ever);
    const spans = await unitSpansOfAll(memberIds);
    for (const memberId of memberIds) {
      const assignments = assign(memberId, spans.get(memberId) ?? [], period, snapshot);
      const layered = layersAskedBy(assignments, period).some(
        (layer) =>
          layer.month === month &&
          cohortOf(spans.get(memberId) ?? [], { month, cohort: layer.rule.cohort }, snapshot.units) === unit.unitId,
      );
      const uses =
        layered ||
        (period === month
          ? unitsUsed(assignments, period).has(unit.unitId)
          : asksAbout(assignments, period, { unitId: unit.unitId, month }));
      if (uses) found.push({ memberId, period });
    }
  }
  return found;
}

/**
 * The end of the running tick. What is committed after that end, or while the tick is worked off, is worked off once more: a
 * delivery that is asked for again outlives the run that has not seen why.
 */
const endOfTick = (now: Date, tickMs: number): Date => new Date((Math.floor(now.getTime() / tickMs) + 1) * tickMs);
