import type { AnswerOf, NoticeView } from "@shared/contracts";
import { listNotices, markNoticeRead } from "@/api/notices";
import { newId } from "@/platform/newId";
import { queryClient } from "@/features/server/queryClient";
import { type Served, useServer } from "@/features/server/useServer";

type Notices = AnswerOf<"notices.list">;

const key = ["notices"] as const;

/** The newest messages; the inside of the program is the truth, whatever WeCom showed. */
export const useNotices = (): Served<Notices> =>
  useServer(key, () => listNotices(null), { keep: true, everyMs: 10_000 });

/** Read is read at once on screen; the server is told, and told again at the next opening if that did not arrive. */
export function markRead(notice: NoticeView): void {
  if (notice.read) return;
  queryClient.setQueryData<Notices>(
    key,
    (page) =>
      page && {
        ...page,
        unreadCount: Math.max(0, page.unreadCount - 1),
        items: page.items.map((one) => (one.noticeId === notice.noticeId ? { ...one, read: true } : one)),
      },
  );
  void markNoticeRead(notice.noticeId, newId()).catch(() => {});
}
