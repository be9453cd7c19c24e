import type { ClientSession } from "mongoose";
import type { BusinessDay } from "@shared/domain/time";
import { update } from "../../db";
import { type Notice, NoticeModel } from "./noticeModel";

/** What was said about one thing, whose `about` it is. */
export const noticesAbout = (about: string): Promise<Notice[]> => NoticeModel.find({ about }).lean<Notice[]>();

/** What one person is asked for day by day is about this: no message of another day has to be looked at to end it. */
export const aboutOfDay = (kind: "records_due" | "next_steps", memberId: string, on: BusinessDay): string =>
  `${kind}:${memberId}:${on}`;

/** Whether somebody has it: in WeCom or in the list of messages. */
export const hasReached = ({ state, inboxOf }: Pick<Notice, "state" | "inboxOf">): boolean =>
  state === "sent" || state === "unknown" || (inboxOf ?? null) !== null;

/**
 * Nothing is left for their receivers to do about these: the list shows them as done, and they no longer count as unread. What has not
 * been sent yet finds that out by itself before it is.
 * @param at business time
 */
export async function settleNotices(notices: readonly Notice[], at: Date, session: ClientSession): Promise<void> {
  for (const { _id, handledAt } of notices) {
    if ((handledAt ?? null) !== null) continue;
    await update(NoticeModel, { filter: { _id }, set: { handledAt: at, unread: false } }, session);
  }
}
