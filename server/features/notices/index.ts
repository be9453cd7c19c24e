import type { EventHandlers } from "../../outbox";
import type { NoticeDeps } from "./deliver";
import { saleTeller } from "./onSaleConfirmed";
import type { NoticeReads } from "./reads";
import { digestSender } from "./sendDigest";
import { noticeSender } from "./sendNotice";

export { praiseText, stillAllows } from "./composeGroup";
export type { Notice } from "./noticeModel";
export type { NoticeDeps } from "./deliver";
export type { NoticeReads, Person, Progress, TeamMonth } from "./reads";
export { addNotice, noticeIfAny, sendEvent, type NewNotice } from "./notices";
export { tellPayCorrected } from "./tellPayCorrected";
export { remindLaggingTeams } from "./remindLaggingTeams";
export { noticesHandlers } from "./routes";

/** What this area does on events. */
export const noticeEventHandlers = (
  reads: NoticeReads,
): Pick<EventHandlers<NoticeDeps>, "sale.confirmed" | "notice.send" | "notice.digest"> => ({
  "sale.confirmed": saleTeller(reads),
  "notice.send": noticeSender(reads),
  "notice.digest": digestSender(reads),
});
