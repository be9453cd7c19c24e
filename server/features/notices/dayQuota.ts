import { Schema, model } from "mongoose";
import { addDays, type BusinessDay, startOfDay } from "@shared/domain/time";
import { schemaVersion } from "../../db";
import { Postpone } from "../../outbox";
import { activeMembersCount } from "../members";

/** WeCom lets an app reach so many times as many people a day as the company has accounts. */
const perAccountMax = 200;
/** What a receiver's partition reserves at once, so that the one counter is not asked for each message. */
const blockSize = 10;
const keptMs = 7 * 24 * 3_600_000;

/** How much of a day's messages to members has been given out. */
const quotaSchema = new Schema(
  {
    /** The day on WeCom's clock, which is the real one. */
    _id: { type: String, required: true },
    schemaVersion,
    reserved: { type: Number, required: true },
    expiresAt: { type: Date, required: true },
  },
  { collection: "dayQuotas", strict: "throw", autoIndex: false, versionKey: false },
);
quotaSchema.index({ _id: 1, reserved: 1 });
quotaSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
const QuotaModel = model("DayQuota", quotaSchema);

/** What a receiver's partition still has of its block. */
export interface QuotaBlock {
  on: BusinessDay;
  left: number;
}

/**
 * Takes one message from a receiver's block, or from a new block of the day's quota.
 * @param today real day
 * @returns the block after it
 * @throws Postpone until the next day where the quota is given out
 */
export async function takeFromQuota(block: QuotaBlock | undefined, today: BusinessDay): Promise<QuotaBlock> {
  if (block?.on === today && block.left > 0) return { on: today, left: block.left - 1 };
  if (await reserveBlock(today)) return { on: today, left: blockSize - 1 };
  throw new Postpone("WeCom takes no more of the app's messages today", {
    dueAt: startOfDay(addDays(today, 1)),
    sameType: true,
  });
}

/** A block that its partition loses by dying is given out in vain, which is what blocks cost. */
async function reserveBlock(today: BusinessDay): Promise<boolean> {
  const max = perAccountMax * Math.max(1, await activeMembersCount());
  const increase = async () => {
    const filter = { _id: today, reserved: { $lte: max - blockSize } };
    return (await QuotaModel.updateOne(filter, { $inc: { reserved: blockSize } })).matchedCount === 1;
  };
  if (await increase()) return true;
  const first = { schemaVersion: 1, reserved: 0, expiresAt: new Date(startOfDay(today).getTime() + keptMs) };
  await QuotaModel.updateOne({ _id: today }, { $setOnInsert: first }, { upsert: true });
  return increase();
}
