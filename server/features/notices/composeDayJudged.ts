import { decidedBy } from "@shared/domain/deciderName";
import { type BusinessDay, businessDayOf, monthOf } from "@shared/domain/time";
import type { DayJudged, ReviewClosed } from "../reviews";
import { pagePath } from "./links";
import { firstThatFits, lengthMax, type MemberMessage } from "./message";
import type { NoticeOf } from "./noticeModel";
import type { ReceiverContext } from "./saleLines";
import { monthWord } from "./teamLines";

/** To the rep: what has become of a day's visit because of another check-in of it, by how much the month has changed, and what they may say. */
export function dayJudgedMessage(notice: NoticeOf<"day_judged">, context: ReceiverContext): MemberMessage {
  const { checkInId, customerName, on, decision, visitsChange, asked } = notice.params;
  const { format, dayJudged: t } = context.texts;
  const words = visitsChange < 0 ? t.lost : visitsChange > 0 ? t.counts : t.askedAnew;
  return {
    source: context.texts.source,
    title: words,
    desc: context.texts.joined([customerName, format.day(on)]),
    sentence: decision
      ? t[decision.accepted ? "accepted" : "rejected"]({
          by: decidedBy(decision, context.texts.language),
          reason: decision.reason,
        })
      : t.byAnother,
    rows: dayRows(notice.params, context),
    opens: pagePath("field/doubt", { id: asked[0]?.checkInId ?? checkInId, on }, notice._id),
  };
}

type Changed = Pick<DayJudged, "changeFen"> &
  Partial<Pick<ReviewClosed, "changeParts" | "visitsChange" | "asked">> & { on: BusinessDay };

/** What has changed in the month, which is named where it is not this one, and what of the day waits now. */
export function dayRows(
  { changeFen, changeParts = [], visitsChange = 0, asked = [], on }: Changed,
  { now, texts }: Pick<ReceiverContext, "now" | "texts">,
): MemberMessage["rows"] {
  const { format, dayJudged: t } = texts;
  const month = monthWord(monthOf(on), now, texts);
  const byName = changeParts.map(({ name, fen }) => `${name[texts.language]} ${format.gain(fen, "bare")}`).join(" ");
  // What fits in no row stands on 收入.
  const madeOf = changeParts.length > 1 ? firstThatFits(lengthMax.rowValue, byName) : null;
  return [
    ...(changeFen === 0 ? [] : [{ name: t.pay, value: t.payOf({ month, gain: format.gain(changeFen) }) }]),
    ...(madeOf === null ? [] : [{ name: t.madeOf, value: madeOf }]),
    ...(visitsChange === 0 ? [] : [{ name: t.visits, value: t.visitsChange[visitsChange < 0 ? "less" : "more"] }]),
    ...asked.map(({ checkedInAt }) => {
      const at = new Date(checkedInAt);
      const time = businessDayOf(at) === on ? format.time(at) : `${format.day(businessDayOf(at))} ${format.time(at)}`;
      return { name: t.asked, value: t.askedToo({ time }) };
    }),
  ];
}
