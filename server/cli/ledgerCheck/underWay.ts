import type { Month } from "@shared/domain/time";
import { memberMoved, type MemberMoved, unitAndAbove, unitMoved, type UnitMoved } from "../../features/members";
import {
  performanceSubscriptions,
  rollUpDue,
  type RollUpDue,
  unitResultChanged,
  type UnitResultChanged,
} from "../../features/performance";
import { statementSubscriptions } from "../../features/statements";
import { statementReprice, type StatementReprice } from "../../features/statements/events";
import { targetPublished, type TargetPublished } from "../../features/targets";
import { DeliveryModel, type DeliveryRecord } from "../../outbox/outboxModel";
import type { ReadTwice } from "./pricedNow";

/** The deliveries that price a month again or lead to that. */
const pricing = new Set<string>([...statementSubscriptions, ...performanceSubscriptions].map(({ name }) => name));

/** What the queue holds for a month: its pricing is on its way, or was given up. */
export interface UnderWay {
  isOpen: boolean;
  isGivenUp: boolean;
}

type Open = Pick<DeliveryRecord, "subscription" | "type" | "payload" | "state">;

/** What is queued for a month's pricing. */
export const pricingUnderWay = (months: readonly ReadTwice[]): Promise<Map<ReadTwice, UnderWay>> =>
  underWayFor(months, concerns);

/** What is queued for a unit's sums of a month: whatever changes below it asks it itself to roll up. */
export const rollUpUnderWay = <Unit extends { unitId: string; period: Month }>(
  units: readonly Unit[],
): Promise<Map<Unit, UnderWay>> =>
  underWayFor(units, ({ type, payload }, { unitId, period }) => {
    if (type !== rollUpDue.type && type !== unitMoved.type) return false;
    const due = payload as RollUpDue | UnitMoved; // as their definitions take it
    return due.unitId === unitId && due.period === period;
  });

/** Goes through everything that is queued, once for all of these. */
async function underWayFor<Subject>(
  subjects: readonly Subject[],
  concernsOne: (delivery: Open, subject: Subject) => boolean,
): Promise<Map<Subject, UnderWay>> {
  const found = new Map(subjects.map((subject) => [subject, { isOpen: false, isGivenUp: false }]));
  if (found.size === 0) return found;
  const fields = { subscription: 1, type: 1, payload: 1, state: 1 };
  for await (const delivery of DeliveryModel.find({}, fields).lean<Open[]>().cursor()) {
    if (!pricing.has(delivery.subscription)) continue;
    for (const [subject, underWay] of found) {
      if (!concernsOne(delivery, subject)) continue;
      if (delivery.state === "dead") underWay.isGivenUp = true;
      else underWay.isOpen = true;
    }
  }
  return found;
}

/** Whether working this off may price the month again, by itself or by what follows from it. */
function concerns({ type, payload }: Pick<Open, "type" | "payload">, month: ReadTwice): boolean {
  const { memberId, period } = month.stored;
  // Each as its definition takes it.
  switch (type) {
    case statementReprice.type:
    case memberMoved.type: {
      const due = payload as StatementReprice | MemberMoved;
      return due.memberId === memberId && due.period === period;
    }
    case rollUpDue.type: {
      const due = payload as RollUpDue;
      return due.period === period && countsIn(due.unitId, month);
    }
    case unitResultChanged.type: {
      const result = payload as UnitResultChanged;
      return result.period === period && unitsIn(month).has(result.unitId);
    }
    case unitMoved.type: {
      const moved = payload as UnitMoved;
      return moved.period === period && (belongsTo(moved.unitId, month) || countsIn(moved.unitId, month));
    }
    case targetPublished.type: {
      const targets = payload as TargetPublished;
      return targets.period === period && targets.subjectIds.some((id) => id === memberId || unitsIn(month).has(id));
    }
    default:
      // Whom a version of a plan reaches is asked when it is followed.
      return true;
  }
}

/** Whether a unit's result is one of those that the month is priced with, or part of one. */
function countsIn(unitId: string, month: ReadTwice): boolean {
  const units = unitsIn(month);
  return units.has(unitId) || unitAndAbove(month.now.units, unitId).some((above) => units.has(above.unitId));
}

const unitsIn = ({ stored, now }: ReadTwice): Set<string> =>
  new Set([...stored.given, ...now.book.given].flatMap(({ unitId }) => unitId ?? []));

const belongsTo = (unitId: string, { now }: ReadTwice): boolean =>
  now.assignments.some(
    ({ teamId }) => teamId !== null && unitAndAbove(now.units, teamId).some((above) => above.unitId === unitId),
  );
