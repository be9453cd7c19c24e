import type { AnswerOf, NoticeView } from "@shared/contracts";
import { noticesShapes } from "@/api/answerShapes/notices";
import { listNotices, markNoticeRead, markNoticesRead } from "@/api/notices";
import { type Command, useCommand } from "@/features/command/useCommand";
import { newId } from "@/platform/newId";
import { queryClient } from "@/features/query/queryClient";
import { listKey, type ListPages, type ListQueryView, useApiListQuery } from "@/features/query/useApiListQuery";

type Notices = AnswerOf<"notices.list">;

const key = ["notices"] as const;

/** The newest messages; the inside of the program is the truth, whatever WeCom showed. */
export const useNotices = (): ListQueryView<NoticeView, Notices> =>
  useApiListQuery(key, listNotices, ({ noticeId }) => noticeId, {
    everyMs: 10_000,
    keep: noticesShapes["notices.list"],
  });

/** Read is read at once on screen; the server is told, and told again at the next opening if that did not arrive. */
export function markRead(notice: NoticeView): void {
  if (notice.read) return;
  queryClient.setQueryData<ListPages<Notices>>(
    listKey(key),
    (list) => list && { ...list, pages: list.pages.map((page) => withRead(page, notice.noticeId)) },
  );
  void markNoticeRead(notice.noticeId, newId()).catch(() => {});
}

/** Every page says how many are unread; the first one's number is shown. */
const withRead = (page: Notices, noticeId: string): Notices => ({
  ...page,
  unreadCount: Math.max(0, page.unreadCount - 1),
  items: page.items.map((one) => (one.noticeId === noticeId ? { ...one, read: true } : one)),
});

/** Marks everything up to the newest one shown; what comes meanwhile stays unread. */
export const useMarkAllRead = (): Command<NoticeView, AnswerOf<"notices.markAllRead">> =>
  useCommand(async (commandId, newest: NoticeView) => {
    const answer = await markNoticesRead(newest.noticeId, commandId);
    await queryClient.invalidateQueries({ queryKey: key });
    return answer;
  });
