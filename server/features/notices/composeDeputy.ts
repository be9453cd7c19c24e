import { aboutOf } from "./composeApproval";
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

/** A row is the message's last: the list itself is a tap away. */
const namedMax = 5;

/** To who decides in somebody's place from today on: how much waits there already, and the oldest of it. What others decide on by now is left out. */
export async function deputyWaits(
  notice: NoticeOf<"deputy_waits">,
  { reads, texts }: ReceiverContext,
): Promise<MemberMessage | Gone> {
  const { deputy: t } = texts;
  const { items, byName } = notice.params;
  const isMine = async ({ told, revision }: (typeof items)[number]) =>
    (await reads.isOpen(told, revision)) && (await reads.approversOf(told)).includes(notice.receiverId);
  const mine = await Promise.all(items.map(isMine));
  const open = items.filter((_, at) => mine[at]);
  if (open.length === 0) return { gone: "nothing waits there any more" };
  return {
    source: texts.source,
    title: t.waitsTitle,
    desc: byName,
    sentence: t.waits({ by: byName, count: open.length }),
    rows: open.slice(0, namedMax).map(({ told }) => {
      const { who, what } = aboutOf(told, texts);
      return { name: t.kinds[told.kind], value: texts.joined([who, what]) };
    }),
    opens: pagePath("tabs/do", {}, notice._id),
  };
}
