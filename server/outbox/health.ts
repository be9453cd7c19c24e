import { DeliveryModel } from "./outboxModel";

/** More are not counted: somebody has to look in any case. */
const deadMax = 1_000;

/** Since when the longest waiting delivery is due, by real time, and how many were given up. */
export async function readOutboxHealth(): Promise<{ oldestDueAt: Date | null; dead: number; isWhole: boolean }> {
  const [oldest, dead] = await Promise.all([
    DeliveryModel.findOne({ state: "due" }, { dueAt: 1 }).sort({ dueAt: 1 }).lean<{ dueAt: Date } | null>(),
    DeliveryModel.countDocuments({ state: "dead" }, { limit: deadMax }),
  ]);
  return { oldestDueAt: oldest?.dueAt ?? null, dead, isWhole: dead < deadMax };
}
