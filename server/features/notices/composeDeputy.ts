import { aboutOf } from "./composeApproval";
import { pagePath } from "./links";
import type { Gone, MemberMessage } from "./message";
import type { NoticeOf } from "./noticeModel";
import type { ReceiverContext } from "./saleLines";

/** To who decides in somebody's place: from when until when, and what waits there where that has begun; or that it is over. What was taken back before it was said is not said. */
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
  let open: readonly WaitingItem[] = [];
  if (isNamed && byId !== undefined) {
    const { from, to, items } = notice.params;
    // Other last days are said by a message of their own, which names nothing of what waits.
    if (!isDeputy || now?.from !== from || (now.to !== to && !items))
      return { gone: "it has been changed or taken back" };
    open = await openOf(items ?? [], receiverId, reads);
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
      ? t.sentence({
          ...{ by: byName, from: format.day(notice.params.from), to: format.day(now?.to ?? notice.params.to) },
          waiting: open.length,
        })
      : t.released({ by: byName }),
    rows: rowsOf(open, texts),
    opens: pagePath("tabs/do", {}, notice._id),
  };
}

type WaitingItem = NoticeOf<"deputy_waits">["params"]["items"][number];

/** A row is the message's last: the list itself is a tap away. */
const namedMax = 5;

/** To who decides in somebody's place from today on: how much waits there already, and the oldest of it. What others decide on by now is left out. */
export async function deputyWaits(
  notice: NoticeOf<"deputy_waits">,
  { reads, texts }: ReceiverContext,
): Promise<MemberMessage | Gone> {
  const { deputy: t } = texts;
  const { items, byName } = notice.params;
  const open = await openOf(items, notice.receiverId, reads);
  if (open.length === 0) return { gone: "nothing waits there any more" };
  return {
    source: texts.source,
    title: t.waitsTitle,
    desc: byName,
    sentence: t.waits({ by: byName, count: open.length }),
    rows: rowsOf(open, texts),
    opens: pagePath("tabs/do", {}, notice._id),
  };
}

/** What of it still waits, and for this one. */
async function openOf(
  items: readonly WaitingItem[],
  receiverId: string,
  reads: ReceiverContext["reads"],
): Promise<WaitingItem[]> {
  const isMine = async ({ told, revision }: WaitingItem) =>
    (await reads.isOpen(told, revision)) && (await reads.approversOf(told)).includes(receiverId);
  const mine = await Promise.all(items.map(isMine));
  return items.filter((_, at) => mine[at]);
}

const rowsOf = (open: readonly WaitingItem[], texts: ReceiverContext["texts"]) =>
  open.slice(0, namedMax).map(({ told }) => {
    const { who, what } = aboutOf(told, texts);
    return { name: texts.deputy.kinds[told.kind], value: texts.joined([who, what]) };
  });
