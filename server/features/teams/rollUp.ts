import type { ClientSession } from "mongoose";
import type { Period } from "@shared/domain/time";
import { insert, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import type { EventHandler, NewEvent } from "../../outbox";
import { findUnit, type OrgUnit } from "../members";
import { memberSummariesOf } from "./memberSummaries";
import { type Sums, sumsOf, unitMonthIdOf, unitSummaries } from "./teams";
import { UnitSummaryModel, type UnitSummaryRecord } from "./unitSummaryModel";

/** What this area needs to know from the statements, which themselves read units. */
export interface RollUpReads {
  /** Members whose pay depends on this unit's result in that month. */
  membersPricedBy(unit: OrgUnit, period: Period): Promise<string[]>;
}

type RollUpDeps = Pick<Deps, "clock" | "realNow">;

/** Pay that depends on the branch or the company follows in ticks of half a minute; on the team at once. */
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
      },
    };
  };

interface Change {
  unit: OrgUnit;
  period: Period;
  write(session: ClientSession): Promise<void>;
}

/** The unit's new sums; null where they are what they were. */
async function recompute(unitId: string, period: Period, now: Date): Promise<Change | null> {
  const unit = await findUnit(unitId);
  if (!unit) return null;
  const stored = (await unitSummaries([unitId], period)).get(unitId);
  const sums =
    unit.kind === "team" ? total(await memberSummariesOf(unitId, period)) : await totalOfChildren(unitId, period);
  if (stored && sameSums(sumsOf(stored), sums)) return null;
  return { unit, period, write: (session) => writeUnitSummary(unit, period, sums, stored, now, session) };
}

async function totalOfChildren(unitId: string, period: Period): Promise<Sums> {
  const parentMonth = unitMonthIdOf(unitId, period);
  const children = await UnitSummaryModel.find({ parentMonth }).lean<UnitSummaryRecord[]>();
  return total(new Map(children.map((child) => [child.unitId, sumsOf(child)])));
}

function total(parts: ReadonlyMap<string, Sums>): Sums {
  const sums: Sums = {};
  for (const part of parts.values()) {
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
  const set = { sums, computedAt: now };
  if (stored) return updateAtRevision(UnitSummaryModel, { id, revision: stored.revision, set }, session);
  const parentMonth = unit.parentId === null ? "none" : unitMonthIdOf(unit.parentId, period);
  await insert(UnitSummaryModel, { _id: id, unitId: unit.unitId, period, parentMonth, revision: 1, ...set }, session);
}

async function followers(change: Change, cause: string, reads: RollUpReads, realNow: Date): Promise<NewEvent[]> {
  const { unit, period } = change;
  const events: NewEvent[] = [];
  if (unit.parentId !== null) {
    const payload = { unitId: unit.parentId, period };
    events.push({
      type: "rollup.due",
      payload,
      partition: `rollup:${unit.parentId}`,
      cause,
      part: `${unit.parentId}:${period}`,
    });
  }
  const dueAt = unit.kind === "team" ? realNow : new Date(realNow.getTime() + wideTickMs);
  for (const memberId of await reads.membersPricedBy(unit, period)) {
    const payload = { memberId, period };
    events.push({
      type: "statement.reprice",
      payload,
      partition: `member:${memberId}`,
      cause,
      part: `${memberId}:${period}`,
      dueAt,
    });
  }
  return events;
}
