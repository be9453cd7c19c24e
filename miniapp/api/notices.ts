import { noticesAsked } from "./answerShapes/notices";
import { caller } from "./http";

const call = caller(noticesAsked);

export const listNotices = (cursor: string | null) =>
  call("notices.list", { query: cursor === null ? {} : { cursor } });
export const markNoticesRead = (newestId: string, commandId: string) =>
  call("notices.markAllRead", { body: { commandId, newestId } });
export const markNoticeRead = (noticeId: string, commandId: string) =>
  call("notices.markRead", { params: { noticeId }, body: { commandId } });
