import { type Cause, evaluate } from "@shared/domain/pay";
import { daysOf, type Month } from "@shared/domain/time";
import type { Deps } from "../../deps";
import type { EventHandler, NewEvent, StatementReprice } from "../../outbox";
import { findUnitsEver, membersOfUnitsDuring, type OrgUnit, unitAndBelow, unitSpansOfAll } from "../members";
import { assign, readPlanWorld } from "../plans";
import { levelsUsed } from "./givenInputs";
import { summaryOf, sumsUpTheSame } from "./monthSummary";
import { readMonth, repMonthOf, type MonthState } from "./readMonth";
import { saysTheSame, writeStatement } from "./writeStatement";

/** A month priced again from its facts and present inputs; null where the stored statement is that already. */
async function repriced(memberId: string, period: Month, pricedAt: Date) {
  const month: MonthState = await readMonth(memberId, period);
  const statement = evaluate(month.assignments, month.book);
  const summary = summaryOf(month, statement, pricedAt);
  const isSame = saysTheSame(month.stored, statement) && sumsUpTheSame(month.summary, summary);
  return isSame ? null : { month, statement, summary };
}

/**
 * Follows what others changed: a team's result, a target. Own facts have been priced with their command. However many
 * causes have come together, a month is priced once, and its journal names them all.
 */
export const repriceHandler: EventHandler<"statement.reprice", Pick<Deps, "clock" | "realNow">> = async (
  payloads,
  event,
  deps,
) => {
  const times = { pricedAt: deps.clock.now(), recordedAt: deps.realNow() };
  const changes = await Promise.all(
    monthsDue(payloads).map(async ({ memberId, period, causes }) => {
      const change = await repriced(memberId, period, times.pricedAt);
      // An event that was left before events named their causes.
      return change && { ...change, causes: causes.length > 0 ? causes : [{ kind: "tick", id: event.cause }] };
    }),
  );
  return {
    write: async (session) => {
      for (const change of changes) {
        if (change) await writeStatement(change.month, { ...change, ...times }, session);
      }
    },
  };
};

/** Each month once, with all that it is priced again for. */
function monthsDue(payloads: readonly StatementReprice[]) {
  const months = new Map<string, { memberId: string; period: Month; causes: Cause[] }>();
  for (const { memberId, period, cause } of payloads) {
    const key = repMonthOf(memberId, period);
    const month = months.get(key) ?? { memberId, period, causes: [] };
    const isNamed = month.causes.some((named) => named.kind === cause?.kind && named.id === cause.id);
    if (cause && !isNamed) month.causes.push(cause);
    months.set(key, month);
  }
  return [...months.values()];
}

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
  return repricingOf(memberIds, period, event.id, { kind: "targets", id: event.cause });
};

/**
 * One event for each month, worked off with everything else that moves that member's pay.
 * @param eventId what they follow from
 * @param cause what the ledger names for the difference
 */
function repricingOf(memberIds: Iterable<string>, period: Month, eventId: string, cause: Cause): NewEvent[] {
  return [...memberIds].map((memberId) => ({
    type: "statement.reprice",
    payload: { memberId, period, cause },
    partition: `member:${memberId}`,
    cause: eventId,
    part: `${memberId}:${period}`,
  }));
}
