import type { ClientSession } from "mongoose";
import type { Period } from "@shared/domain/time";
import { insert, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import type { EventHandler, NewEvent } from "../../outbox";
import { findUnitsEver, type OrgUnit } from "../members";
import { memberSummariesOf } from "./memberSummaries";
import { type Sums, sumsOf, unitMonthIdOf, unitMonthsNow, unitSummaries } from "./unitMonths";
import { UnitSummaryModel, type UnitSummaryRecord } from "./unitSummaryModel";

/** What this area needs to know from the statements, which themselves read units. */
export interface RollUpReads {
  /** Members whose pay depends on this unit's result in that month. */
  membersPricedBy(unit: OrgUnit, period: Period): Promise<string[]>;
}

type RollUpDeps = Pick<Deps, "clock" | "realNow">;

/** What others change in a member's pay follows in ticks: of the team, and of everything above it. */
const teamTickMs = 2_000;
const wideTickMs = 30_000;

/**
 * Recomputes a unit's month from what is below it, however many changes asked for that. When it moved, the unit above is
 * asked to follow, and so are the statements that depend on it.
 */
export const rollUpHandler =
  (reads: RollUpReads): EventHandler<"rollup.due", RollUpDeps> =>
  async (payloads, event, deps) => {
    const months = new Map(payloads.map((due) => [unitMonthIdOf(due.unitId, due.period), due]));
    const changes = await Promise.all(
      [...months.values()].map(({ unitId, period }) => recompute(unitId, period, deps.clock.now())),
    );
    const changed = changes.filter((change) => change !== null);
    const events = await Promise.all(changed.map((change) => followers(change, event.id, reads, deps.realNow())));
    return {
      events: events.flat(),
      write: async (session) => {
        for (const change of changed) await change.write(session);
        session.once("ended", () => {
          for (const { unit, period } of changed) unitMonthsNow(deps).forget(unit.unitId, period);
        });
      },
    };
  };

interface Change {
  unit: OrgUnit;
  period: Period;
  /** The month of the unit that it hung on before, where it has moved since. */
  leftParentMonth: string | null;
  write(session: ClientSession): Promise<void>;
}

/** The unit's new sums; null where they are what they were. */
async function recompute(unitId: string, period: Period, now: Date): Promise<Change | null> {
  const unit = (await findUnitsEver()).get(unitId);
  if (!unit) return null;
  const stored = (await unitSummaries([unitId], period)).get(unitId);
  const sums = total([...(await memberSummariesOf(unitId, period)).values(), ...(await childSums(unitId, period))]);
  const parentMonth = parentMonthOf(unit, period);
  if (stored?.parentMonth === parentMonth && sameSums(sumsOf(stored), sums)) return null;
  // A unit that has moved leaves the sum above it, too.
  const leftParentMonth = stored && stored.parentMonth !== parentMonth ? stored.parentMonth : null;
  return {
    unit,
    period,
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

async function followers(change: Change, cause: string, reads: RollUpReads, realNow: Date): Promise<NewEvent[]> {
  const { unit, period, leftParentMonth } = change;
  const above = [parentMonthOf(unit, period), leftParentMonth].filter((month) => month !== null && month !== noParent);
  const events: NewEvent[] = above.map((month) => {
    const unitId = String(month).slice(0, -(period.length + 1));
    return {
      type: "rollup.due",
      payload: { unitId, period },
      partition: `rollup:${unitId}`,
      cause,
      part: `${unitId}:${period}`,
    };
  });
  const dueAt = endOfTick(realNow, unit.kind === "team" ? teamTickMs : wideTickMs);
  for (const memberId of await reads.membersPricedBy(unit, period)) {
    events.push({
      type: "statement.reprice",
      payload: { memberId, period, cause: { kind: "tick", id: `${unit.unitId}:${period}@${dueAt.toISOString()}` } },
      partition: `member:${memberId}`,
      // All changes of a unit in one tick are one event, since the same id is left once; those of several units that are due
      // together are one re-pricing.
      cause: `tick:${dueAt.getTime()}`,
      part: `${memberId}:${period}:${unit.unitId}`,
      dueAt,
    });
  }
  return events;
}

/** The end of the running tick, always ahead, so that no event with its id has been worked off yet. */
function endOfTick(now: Date, tickMs: number): Date {
  return new Date((Math.floor(now.getTime() / tickMs) + 1) * tickMs);
}
