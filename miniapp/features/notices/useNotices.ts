import type { AnswerOf, NoticeView } from "@shared/contracts";
import { listNotices, markNoticeRead } from "@/api/notices";
import { newId } from "@/platform/newId";
import { queryClient } from "@/features/server/queryClient";
import { type ServedList, useServerList } from "@/features/server/useServerList";

type Notices = AnswerOf<"notices.list">;

const key = ["notices"] as const;

/** The newest messages; the inside of the program is the truth, whatever WeCom showed. */
export const useNotices = (): ServedList<NoticeView, Notices> =>
  useServerList(key, listNotices, ({ noticeId }) => noticeId, 10_000);

/** Read is read at once on screen; the server is told, and told again at the next opening if that did not arrive. */
export function markRead(notice: NoticeView): void {
  if (notice.read) return;
  // The first page and those of earlier messages.
  queryClient.setQueriesData<Notices>(
    { queryKey: key },
    (page) =>
      page && {
        ...page,
        unreadCount: Math.max(0, page.unreadCount - 1),
        items: page.items.map((one) => (one.noticeId === notice.noticeId ? { ...one, read: true } : one)),
      },
  );
  void markNoticeRead(notice.noticeId, newId()).catch(() => {});
}
