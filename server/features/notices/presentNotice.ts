import type { NoticeView } from "@shared/contracts";
import type { Notice } from "./noticeModel";

export function presentNotice(notice: Notice): NoticeView {
  const { shown } = notice;
  const rows = (shown?.rows ?? []).filter(({ isNext }) => !isNext || !notice.handledAt);
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
  };
}
