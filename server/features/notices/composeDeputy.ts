import { pagePath } from "./links";
import type { Gone, MemberMessage } from "./message";
import type { NoticeOf } from "./noticeModel";
import type { ReceiverContext } from "./saleLines";

/** To who decides in somebody's place: from when until when; or that it is over. What was taken back before it was said is not said. */
export async function deputyMessage(
  notice: NoticeOf<"deputy_named"> | NoticeOf<"deputy_released">,
  { reads, texts }: ReceiverContext,
): Promise<MemberMessage | Gone> {
  const { format, deputy: t } = texts;
  const { receiverId } = notice;
  const { byId, byName } = notice.params;
  const isNamed = notice.kind === "deputy_named";
  const now = byId === undefined ? null : await reads.absenceOf(byId);
  const isDeputy = now?.deputyId === receiverId;
  if (isNamed && byId !== undefined) {
    const { from, to } = notice.params;
    if (!isDeputy || now?.from !== from || now.to !== to) return { gone: "it has been changed or taken back" };
  }
  if (!isNamed && byId !== undefined) {
    if (isDeputy) return { gone: "it is this one's again" };
    if (!(await reads.knowsOfDeputy(byId, receiverId))) return { gone: "nobody has told them that they were" };
  }
  return {
    source: texts.source,
    title: isNamed ? t.title : t.releasedTitle,
    desc: byName,
    sentence: isNamed
      ? t.sentence({ by: byName, from: format.day(notice.params.from), to: format.day(notice.params.to) })
      : t.released({ by: byName }),
    rows: [],
    opens: pagePath("tabs/do", {}, notice._id),
  };
}
