import { businessDayOf, monthOf } from "@shared/domain/time";
import { pagePath } from "./links";
import type { MemberMessage } from "./message";
import type { NoticeOf } from "./noticeModel";
import type { ReceiverContext } from "./saleLines";

/** That an open month is cut off later than was said, and why. */
export function cutOffMovedMessage(
  { _id, params: { month: period, beforeAt, afterAt, byName: by, at } }: NoticeOf<"cut_off_moved">,
  { texts }: Pick<ReceiverContext, "texts">,
): MemberMessage {
  const { format, cutOffMoved: t } = texts;
  const [before, after] = [beforeAt, afterAt].map((moment) => format.instant(new Date(moment))) as [string, string]; // two of two
  const month = format.month(period, monthOf(businessDayOf(new Date(at))));
  return {
    source: texts.source,
    title: t.title,
    desc: t.about({ month }),
    sentence: t.said({ by, month, before, after }),
    rows: [],
    opens: pagePath("tabs/home", {}, _id),
  };
}
