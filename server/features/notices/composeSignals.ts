import { pagePath } from "./links";
import type { MemberMessage } from "./message";
import type { NoticeOf } from "./noticeModel";
import type { ReceiverContext } from "./saleLines";

/** That there is something to ask about a check-in, that nothing follows from it by itself, and until when only its rep knows. */
export function signalsMessage(
  notice: NoticeOf<"signals_found">,
  { texts }: Pick<ReceiverContext, "texts">,
): MemberMessage {
  const { checkInId, customerName, on, count, leaderSeesFrom } = notice.params;
  const { signals: t, format } = texts;
  return {
    source: texts.source,
    title: t.title,
    desc: texts.joined([customerName, format.day(on)]),
    sentence: t.sentence({ count, from: format.instant(new Date(leaderSeesFrom)) }),
    rows: [],
    opens: pagePath("field/doubt", { id: checkInId, on }, notice._id),
  };
}
