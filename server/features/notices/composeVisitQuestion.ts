import { pagePath } from "./links";
import type { MemberMessage } from "./message";
import type { NoticeOf } from "./noticeModel";
import type { ReceiverContext } from "./saleLines";

type Texts = Pick<ReceiverContext, "texts">;

/** To who has asked a colleague whether they may come. */
export function questionClosedMessage(
  { _id, params }: NoticeOf<"visit_question_closed">,
  { texts }: Texts,
): MemberMessage {
  const { state, memberName: who, customerName: customer, customerId, word } = params;
  const words = texts.visitQuestion;
  return {
    source: texts.source,
    title: words.title[state],
    desc: texts.joined([customer, who]),
    sentence: words.sentence[state]({ who, customer }),
    rows: word === null ? [] : [{ name: words.word, value: word }],
    opens: pagePath("customers/detail", { id: customerId }, _id),
  };
}

/** To the colleague who was asked. */
export function questionOverruledMessage(
  { _id, params }: NoticeOf<"visit_question_overruled">,
  { texts }: Texts,
): MemberMessage {
  const { askerName: who, customerName: customer, customerId, reason } = params;
  const words = texts.visitQuestion;
  return {
    source: texts.source,
    title: words.overruled.title,
    desc: texts.joined([customer, who]),
    sentence: words.overruled.sentence({ who, customer }),
    rows: [{ name: words.reason, value: reason }],
    opens: pagePath("customers/detail", { id: customerId }, _id),
  };
}
