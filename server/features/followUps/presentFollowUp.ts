import type { AnswerOf, FollowUpView } from "@shared/contracts";
import type { FollowUpRecord } from "./followUpModel";
import { textOf } from "./followUps";

const earlierShownMax = 100;

/** A follow-up as its rep sees it. */
export const presentFollowUp = (followUp: FollowUpRecord): FollowUpView => ({
  followUpId: followUp._id,
  customerId: followUp.customerId,
  customerName: followUp.customerName,
  ...textOf(followUp),
  at: followUp.at.toISOString(),
  on: followUp.on,
  version: followUp.version,
  correctedAt: followUp.correctedAt?.toISOString() ?? null,
});

/** What it said before, newest first. */
export const presentEarlier = ({ earlier }: FollowUpRecord): AnswerOf<"followUps.read">["earlier"] =>
  earlier
    .slice(-earlierShownMax)
    .reverse()
    .map((one) => ({ version: one.version, ...textOf(one), writtenAt: one.writtenAt.toISOString() }));
