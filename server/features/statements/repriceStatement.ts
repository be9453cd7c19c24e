import { evaluate, hashOf } from "@shared/domain/pay";
import { daysOf, type Month } from "@shared/domain/time";
import type { Deps } from "../../deps";
import type { EventHandler, NewEvent } from "../../outbox";
import { findUnitsEver, membersOfUnitsDuring, type OrgUnit, unitAndBelow, unitSpansOfAll } from "../members";
import { assign, readPlanWorld } from "../plans";
import { levelsUsed } from "./givenInputs";
import { readMonth, type MonthState } from "./readMonth";
import { writeStatement } from "./writeStatement";

/** A month priced again from its facts and present inputs; null where the stored statement is that already. */
async function repriced(memberId: string, period: Month) {
  const month: MonthState = await readMonth(memberId, period);
  const statement = evaluate(month.assignments, month.book);
  const same = month.stored !== null && hashOf(month.stored) === hashOf(statement);
  return same ? null : { month, statement };
}

/** Follows what others changed: a team's result, a target. Own facts have been priced with their command. */
export const repriceHandler: EventHandler<"statement.reprice", Pick<Deps, "clock">> = async (
  payloads,
  _event,
  deps,
) => {
  const months = new Map(payloads.map((due) => [`${due.memberId}:${due.period}`, due]));
  const changes = await Promise.all([...months.values()].map(({ memberId, period }) => repriced(memberId, period)));
  const now = deps.clock.now();
  return {
    write: async (session) => {
      for (const change of changes) {
        if (change) await writeStatement(change.month, change.statement, now, session);
      }
    },
  };
};

/** Whoever belonged below a unit during the month and is on a plan that uses the results of its level. */
export async function membersPricedBy(unit: OrgUnit, period: Month): Promise<string[]> {
  const world = await readPlanWorld();
  const unitIds = unitAndBelow(world.units, unit.unitId).map((below) => below.unitId);
  const memberIds = await membersOfUnitsDuring(unitIds, daysOf(period));
  const spans = await unitSpansOfAll(memberIds);
  return memberIds.filter((memberId) =>
    levelsUsed(assign(memberId, spans.get(memberId) ?? [], period, world)).has(unit.kind),
  );
}

/** A target counts in the months of those whom it is set for, or whose plans use the result of its unit. */
export const repriceForTargets: EventHandler<"target.published", Pick<Deps, "clock">> = async (
  { period, subjectIds },
  event,
) => {
  const units = await findUnitsEver();
  const memberIds = new Set<string>();
  for (const subjectId of subjectIds) {
    const unit = units.get(subjectId);
    for (const memberId of unit ? await membersPricedBy(unit, period) : [subjectId]) memberIds.add(memberId);
  }
  return repricingOf(memberIds, period, event.id);
};

/** One event for each month, worked off with everything else that moves that member's pay. */
function repricingOf(memberIds: Iterable<string>, period: Month, cause: string): NewEvent[] {
  return [...memberIds].map((memberId) => ({
    type: "statement.reprice",
    payload: { memberId, period },
    partition: `member:${memberId}`,
    cause,
    part: `${memberId}:${period}`,
  }));
}
