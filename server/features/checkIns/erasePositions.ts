import type { ClientSession } from "mongoose";
import { addDays, type BusinessDay, businessDayOf, startOfDay } from "@shared/domain/time";
import { type InsertAudit, inTransaction, update } from "../../db";
import type { Deps } from "../../deps";
import { CheckInModel, type CheckInRecord, evidenceFields } from "./checkInModel";

const batchSize = 500;

/** Whoever knows where somebody may have stood could try out which position has this hash: it goes with the position. */
const erasedHash = "erased";

/** The last instant whose positions are old enough to go, seen at `at`: whole days of business time, as people are promised. */
export const positionsOlderThan = (at: Date, keptDays: number): Date =>
  startOfDay(addDays(businessDayOf(at), -keptDays));

/**
 * Erases the coordinates of check-ins that are older than the company keeps them; verdict, distance, accuracy and site remain.
 * In batches, each with its entry in the audit log that says how many. What is erased is not found again, so that a run that is
 * repeated does what the first one left.
 * @returns how many there were
 */
export async function erasePositions(
  deps: Pick<Deps, "settings" | "logger">,
  { at, runId }: { at: Date; runId: string },
  insertAudit: InsertAudit,
): Promise<number> {
  const before = positionsOlderThan(at, deps.settings.POSITION_KEPT_DAYS);
  let count = 0;
  for (;;) {
    const batch = await batchBefore(before);
    const [first] = batch;
    if (!first) break;
    await inTransaction(async (session) => {
      await erase(batch, session);
      const audit = { action: "positions.erase", subject: "checkIns", at, detail: { count: batch.length } };
      await insertAudit(
        { ...audit, id: `${runId}:${first._id}`, actor: { kind: "job", id: "erase-positions" } },
        session,
      );
    });
    count += batch.length;
  }
  deps.logger.info({ count, before, runId }, "positions of check-ins erased");
  return count;
}

/** Which have something to erase; the last two find older ones. */
const keptOnes = [{ evidenceKept: true }, { "fix.kind": "live" }, { "fix.kind": "cached" }];

async function batchBefore(before: Date): Promise<CheckInRecord[]> {
  for (const kept of keptOnes) {
    const filter: Record<string, unknown> = { ...kept, checkedInAt: { $lt: before } };
    const found = await CheckInModel.find(filter).limit(batchSize).lean<CheckInRecord[]>();
    if (found.length > 0) return found;
  }
  return [];
}

/** Of one person, all that are kept: who takes the consent back leaves no coordinates behind. */
export async function positionsOf(memberId: string, today: BusinessDay, keptDays: number): Promise<CheckInRecord[]> {
  const found: CheckInRecord[] = [];
  // The day of the night before which nothing was erased yet, and one more for a tap that was counted as tomorrow's.
  for (let day = addDays(today, 1); day >= addDays(today, -keptDays - 1); day = addDays(day, -daysAtATime)) {
    const repDays = Array.from({ length: daysAtATime }, (_, back) => `${memberId}:${addDays(day, -back)}`);
    const checkIns = await CheckInModel.find({ repDay: { $in: repDays } }).lean<CheckInRecord[]>();
    found.push(...checkIns.filter(({ fix, evidenceKept }) => fix ?? evidenceKept));
  }
  return found;
}
const daysAtATime = 31;

const erased: Partial<CheckInRecord> = Object.fromEntries(evidenceFields.map((name) => [name, null]));

/** Takes the coordinates, and what else was evidence, out of these check-ins, at the end of the transaction. */
export async function erase(checkIns: readonly CheckInRecord[], session: ClientSession): Promise<void> {
  for (const { _id, command } of checkIns) {
    const set = { ...erased, evidenceKept: false, command: { ...command, bodyHash: erasedHash } };
    await update(CheckInModel, { filter: { _id }, set }, session);
  }
}
