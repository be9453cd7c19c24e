import type { FollowUpChannel, FollowUpText } from "@shared/domain/followUp";
import type { Month } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { readBack, type StreamPlace } from "../../db";
import { FollowUpModel, type FollowUpRecord, type FollowUpVersion } from "./followUpModel";

/** A follow-up of this member. @throws AppError "followUp.unknown", also for somebody else's */
export async function findOwnFollowUp(memberId: string, followUpId: string): Promise<FollowUpRecord> {
  const followUp = await FollowUpModel.findOne({ _id: followUpId }).lean<FollowUpRecord | null>();
  if (!followUp || followUp.memberId !== memberId) throw new AppError("followUp.unknown", `no follow-up ${followUpId}`);
  return followUp;
}

/** A member's follow-ups of a month, oldest first. */
export async function followUpsOfMonth(memberId: string, period: Month): Promise<FollowUpRecord[]> {
  const found = await FollowUpModel.find({ repMonth: `${memberId}:${period}` }).lean<FollowUpRecord[]>();
  return found.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** Those of these clients that somebody has followed up. */
export const clientsFollowedUp = (customerIds: readonly string[]): Promise<string[]> =>
  FollowUpModel.distinct("customerId", { customerId: { $in: [...customerIds] } });

/** Follow-ups at a customer, whoever made them, the newest first. */
export const followUpsAtCustomer = (customerId: string, after: StreamPlace, limit: number): Promise<FollowUpRecord[]> =>
  readBack<FollowUpRecord>(FollowUpModel, { equal: { customerId }, field: "at", after, limit });

/** What a stored version says. */
export const textOf = ({ channel, people, record }: FollowUpRecord | FollowUpVersion): FollowUpText => ({
  // Written from the same contract's list.
  channel: channel as FollowUpChannel,
  people: people ?? null,
  record,
});
