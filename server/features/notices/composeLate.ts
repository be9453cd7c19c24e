import { pagePath } from "./links";
import type { MemberMessage } from "./message";
import type { NoticeOf } from "./noticeModel";
import { monthNamed } from "./teamLines";
import type { ServerTexts } from "../../texts";

/** A card has six rows at most. */
const rowsMax = 6;

/** How many sales of a month past its cut-off count elsewhere, and in which month units' results follow. */
export function salesPlacedLateMessage(
  { _id, params: { moves } }: NoticeOf<"sales_placed_late">,
  { now, texts }: { now: Date; texts: ServerTexts },
): MemberMessage {
  const { salesPlacedLate: t } = texts;
  const count = moves.reduce((sum, move) => sum + move.count, 0);
  const newestFirst = [...moves].sort((a, b) => (a.period < b.period ? 1 : -1));
  return {
    source: texts.source,
    title: t.title,
    desc: t.about({ count }),
    sentence: t.said({ count }),
    rows: newestFirst.slice(0, rowsMax).map(({ period, bookedIn, isHistory, count: some }) => ({
      name: monthNamed(period, now, texts, "row"),
      value: (isHistory ? t.history : t.pays)({ count: some, month: monthNamed(bookedIn, now, texts) }),
    })),
    opens: pagePath("tabs/home", {}, _id),
  };
}
