import { type ClientSession, model, Schema } from "mongoose";
import { schemaVersion, update } from "../../db";
import type { Delivery } from "../../outbox";
import type { QuotaBlock } from "./dayQuota";
import type { NoticeKind } from "./kinds";
import type { CallCount, UnaskedCount } from "./sendLimits";

/** How much has gone to one receiver: only the holder of its partition's lease sends, so only that one counts. */
export interface SendCounts {
  /** Real instants of recent sends, oldest first. */
  sentAtMs: number[];
  /** What is left of the block of the day's quota that this member's messages have reserved. */
  quota?: QuotaBlock;
  unasked?: UnaskedCount;
  /** How often this week a group's messages have called somebody. */
  calls?: CallCount;
  /** Business instants of recent messages to a group, by kind. */
  recentMs: Partial<Record<NoticeKind, number[]>>;
}

const sendCountsSchema = new Schema(
  {
    /** The receiver's partition, such as `notices:xiaowang` or `robot:u3`. */
    _id: { type: String, required: true },
    schemaVersion,
    /** As in SendCounts. */
    counts: { type: Schema.Types.Mixed, required: true },
  },
  { collection: "sendCounts", strict: "throw", autoIndex: false, versionKey: false, minimize: false },
);
const SendCountsModel = model("SendCounts", sendCountsSchema);

export async function readSendCounts({ partition }: Pick<Delivery, "partition">): Promise<SendCounts> {
  const stored = await SendCountsModel.findOne({ _id: partition }).lean();
  // Stored by `writeSendCounts` alone.
  return { sentAtMs: [], recentMs: {}, ...(stored?.counts as Partial<SendCounts> | undefined) };
}

/**
 * Stores the counts together with whatever else `session` writes.
 * @throws LeaseLost when another worker has the receiver; then nothing more may be sent
 */
export async function writeSendCounts(
  { partition, lease }: Pick<Delivery, "partition" | "lease">,
  counts: SendCounts,
  session: ClientSession,
): Promise<void> {
  await lease.confirm(session);
  const change = { filter: { _id: partition }, set: { counts }, orInsert: { schemaVersion: 1 } };
  await update(SendCountsModel, change, session);
}
