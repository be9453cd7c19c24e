import type { ClientSession } from "mongoose";
import { daysOf, monthOf, type Period } from "@shared/domain/time";
import { insert, inTransaction, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import type { EventHandler, NewEvent } from "../../outbox";
import { findUnitsEver, type OrgUnit, treeOf, unitAndAbove, type UnitMoved } from "../members";
import { askToRollUp, type RollUpDue, unitResultChanged } from "./events";
import { memberSummariesOf } from "./memberSummaries";
import { type Sums, sumsOf, unitMonthIdOf, unitMonthsNow, unitSummaries } from "./unitMonths";
import { UnitSummaryModel, type UnitSummaryRecord } from "./unitSummaryModel";

/**
 * Recomputes a unit's month from what is below it, however many changes asked for that. When it moved, the unit above is
 * asked to follow, and whoever depends on the result is told.
 */
export const rollUp: EventHandler<RollUpDue[], Pick<Deps, "clock" | "realNow" | "caches">> = async (
  asked,
  delivery,
  deps,
) => {
  const months = new Map(asked.map((due) => [unitMonthIdOf(due.unitId, due.period), due]));
  const changes = await Promise.all(
    [...months.values()].map(({ unitId, period }) => recompute(unitId, period, deps.clock.now())),
  );
  const changed = changes.filter((change) => change !== null);
  return {
    events: changed.flatMap((change) => followers(change, delivery.id)),
    write: async (session) => {
      for (const change of changed) await change.write(session);
      session.once("ended", () => {
        for (const { unit, period } of changed) unitMonthsNow(deps).forget(unit.unitId, period);
      });
    },
  };
};

/**
 * Rolls up a month of every unit from the members up, once, for a company that is filled in bulk: nobody is asked to follow, so
 * what depends on units is priced after it.
 */
export async function rollUpAll(period: Period, now: Date): Promise<void> {
  const units = treeOf(await findUnitsEver(), monthOf(daysOf(period).to));
  const depthOf = (unit: OrgUnit) => unitAndAbove(units, unit.unitId).length;
  const deepestFirst = [...units.values()].sort((a, b) => depthOf(b) - depthOf(a));
  for (const { unitId } of deepestFirst) {
    const change = await recompute(unitId, period, now);
    if (change) await inTransaction((session) => change.write(session));
  }
}

/** A unit that hangs elsewhere counts for the unit above it, and no more for the one that it has left. */
export const followMove: EventHandler<UnitMoved> = async ({ unitId, period }, delivery) => [
  askToRollUp({ unitId, period }, delivery.id, unitId),
];

/**
 * A unit's month as it is stored and as it would come out now, for whoever checks; null where these are the same. `revision` is
 * that of what is stored, 0 where nothing is.
 */
export async function resultBehind(
  unitId: string,
  period: Period,
): Promise<{ stored: Sums; now: Sums; revision: number } | null> {
  const change = await recompute(unitId, period, new Date(0));
  return change && { stored: sumsOf(change.stored), now: change.sums, revision: change.stored?.revision ?? 0 };
}

interface Change {
  unit: OrgUnit;
  stored: UnitSummaryRecord | undefined;
  sums: Sums;
  period: Period;
  parentMonth: string;
  /** The month of the unit that it hung on before, where it has moved since. */
  leftParentMonth: string | null;
  write(session: ClientSession): Promise<void>;
}

/** The unit's new sums; null where they are what they were. */
async function recompute(unitId: string, period: Period, now: Date): Promise<Change | null> {
  // In the tree of that month: what was sold in it stays where it counted, wherever the unit hangs by now.
  const unit = treeOf(await findUnitsEver(), monthOf(daysOf(period).to)).get(unitId);
  if (!unit) return null;
  const stored = (await unitSummaries([unitId], period)).get(unitId);
  const sums = total([...(await memberSummariesOf(unitId, period)).values(), ...(await childSums(unitId, period))]);
  const parentMonth = parentMonthOf(unit, period);
  if (stored?.parentMonth === parentMonth && sameSums(sumsOf(stored), sums)) return null;
  // A unit that has moved leaves the sum above it, too.
  const leftParentMonth = stored && stored.parentMonth !== parentMonth ? stored.parentMonth : null;
  return {
    unit,
    stored,
    sums,
    period,
    parentMonth,
    leftParentMonth,
    write: (session) => writeUnitSummary(unit, period, sums, stored, now, session),
  };
}

async function childSums(unitId: string, period: Period): Promise<Sums[]> {
  const parentMonth = unitMonthIdOf(unitId, period);
  const children = await UnitSummaryModel.find({ parentMonth }).lean<UnitSummaryRecord[]>();
  return children.map(sumsOf);
}

function total(parts: readonly Sums[]): Sums {
  const sums: Sums = {};
  for (const part of parts) {
    for (const [measure, value] of Object.entries(part)) sums[measure] = (sums[measure] ?? 0) + value;
  }
  return sums;
}

function sameSums(a: Sums, b: Sums): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every(
    (measure) => (a[measure] ?? 0) === (b[measure] ?? 0),
  );
}

async function writeUnitSummary(
  unit: OrgUnit,
  period: Period,
  sums: Sums,
  stored: UnitSummaryRecord | undefined,
  now: Date,
  session: ClientSession,
): Promise<void> {
  const id = unitMonthIdOf(unit.unitId, period);
  const set = { sums, parentMonth: parentMonthOf(unit, period), computedAt: now };
  if (stored) return updateAtRevision(UnitSummaryModel, { id, revision: stored.revision, set }, session);
  await insert(UnitSummaryModel, { _id: id, unitId: unit.unitId, period, revision: 1, ...set }, session);
}

const noParent = "none";
const parentMonthOf = (unit: OrgUnit, period: Period) =>
  unit.parentId === null ? noParent : unitMonthIdOf(unit.parentId, period);

function followers({ unit: { unitId }, period, ...change }: Change, cause: string): NewEvent[] {
  const above = [change.parentMonth, change.leftParentMonth].filter((month) => month !== null && month !== noParent);
  const part = `${unitId}:${period}`;
  return [
    ...above.map((month) => {
      const parentId = String(month).slice(0, -(period.length + 1));
      return askToRollUp({ unitId: parentId, period }, cause, `${parentId}:${period}`);
    }),
    unitResultChanged.of({ payload: { unitId, period }, partition: `unit:${unitId}`, cause, part }),
  ];
}
