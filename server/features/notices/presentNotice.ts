import type { NoticeView } from "@shared/contracts";
import type { Notice } from "./noticeModel";

/** @param now business time: what could be done until then is asked for no more */
export function presentNotice(notice: Notice, now: Date): NoticeView {
  const { shown } = notice;
  const isOver = !notice.handledAt && shown?.until !== undefined && new Date(shown.until) < now;
  const rows = (shown?.rows ?? []).filter(({ isNext }) => !isNext || !(notice.handledAt || isOver));
  return {
    noticeId: notice._id,
    kind: notice.kind,
    title: shown?.title ?? "",
    text: shown?.text ?? "",
    rows: rows.map(({ name, value }) => ({ name, value })),
    opens: shown?.opens ?? null,
    at: notice.at.toISOString(),
    read: !notice.unread,
    ...(notice.handledAt && { handled: true }),
    ...(isOver && { expired: true }),
  };
}
