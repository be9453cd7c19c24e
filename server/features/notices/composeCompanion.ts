import { pagePath } from "./links";
import type { MemberMessage } from "./message";
import type { NoticeOf } from "./noticeModel";
import type { ReceiverContext } from "./saleLines";

/** To whose visit it is: a colleague who was named says not to have been there, or has said nothing in time. */
export function companionClosed(
  notice: NoticeOf<"companion_closed">,
  { texts }: Pick<ReceiverContext, "texts">,
): MemberMessage {
  const { visitId, memberName, customerName, on, state } = notice.params;
  const words = texts.companionClosed[state === "lapsed" ? "lapsed" : "declined"];
  return {
    source: texts.source,
    title: words.title,
    desc: texts.joined([customerName, texts.format.day(on)]),
    sentence: words.sentence({ who: memberName, customer: customerName }),
    rows: [],
    opens: pagePath("field/visit", { visitId }, notice._id),
  };
}
