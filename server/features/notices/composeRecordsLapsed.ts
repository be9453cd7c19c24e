import { pagePath } from "./links";
import type { Gone, MemberMessage } from "./message";
import type { NoticeOf } from "./noticeModel";
import type { ReceiverContext } from "./saleLines";
import { businessDayOf } from "@shared/domain/time";

const rowsMax = 4;

/** Which visits have not become effective because nothing was written in time, and what can still be done about them. */
export async function recordsLapsedMessage(
  { _id, receiverId, params }: NoticeOf<"records_lapsed">,
  { reads, now, texts }: ReceiverContext,
): Promise<MemberMessage | Gone> {
  const ids = params.checkIns.map(({ checkInId }) => checkInId);
  const days = [...new Set(params.checkIns.map(({ on }) => on))];
  const lapsed = (await reads.recordsLapsed(receiverId, days, now)).filter(({ checkInId }) => ids.includes(checkInId));
  const [first] = lapsed;
  if (!first) return { gone: "they have been written down since, or are judged otherwise" };
  const { format, recordsLapsed: t } = texts;
  const on = businessDayOf(first.checkedInAt);
  return {
    source: texts.source,
    title: t.title,
    desc: format.day(businessDayOf(now)),
    sentence: t.sentence({ count: lapsed.length }),
    rows: lapsed.slice(0, rowsMax).map(({ customerName, checkedInAt, visitId }) => ({
      name: customerName,
      value: t[visitId === null ? "unwritten" : "incomplete"]({ at: format.instant(checkedInAt) }),
    })),
    opens: pagePath(
      "field/visit",
      first.visitId ? { visitId: first.visitId } : { checkInId: first.checkInId, on },
      _id,
    ),
  };
}
