import { pagePath } from "./links";
import type { Gone, MemberMessage } from "./message";
import type { NoticeOf } from "./noticeModel";
import type { ReceiverContext } from "./saleLines";

/** To whoever decides on pins, how many wait by now; or to administrators, that nobody can decide on them. */
export async function pinsMessage(
  notice: NoticeOf<"pins_wait"> | NoticeOf<"pins_nobody">,
  { reads, texts }: ReceiverContext,
): Promise<MemberMessage | Gone> {
  const open = await reads.openPins(notice.params.whoIds);
  if (open.length === 0) return { gone: "all of them have been decided on" };
  const isWait = notice.kind === "pins_wait";
  const { pins: t } = texts;
  const count = open.length + (notice.params.more ?? 0);
  const names = [...new Set(open.map(({ customerName }) => customerName))];
  return {
    source: texts.source,
    title: isWait ? t.title : texts.approval.nobodyTitle,
    desc: t.count({ count }),
    sentence: (isWait ? t.sentence : t.nobody)({ count, names }),
    rows: [],
    opens: pagePath(isWait ? "team/pins" : "tabs/home", {}, notice._id),
  };
}
