import type { PayCorrected } from "./kinds";
import { pagePath } from "./links";
import { firstThatFits, lengthMax, type MemberMessage } from "./message";
import type { NoticeOf } from "./noticeModel";
import { monthNamed } from "./teamLines";
import type { Language, ServerTexts } from "../../texts";

/** A card has six rows at most; the last one says how many months it leaves out. */
const monthsMax = 5;

/** Which months are computed differently now, why, and what that changes. What has been paid out is told by its own messages. */
export function payCorrected(
  notice: NoticeOf<"pay_corrected">,
  { now, texts, language }: { now: Date; texts: ServerTexts; language: Language },
): MemberMessage {
  const { format, payCorrected: t } = texts;
  const { why, months } = notice.params;
  const newestFirst = [...months].sort((a, b) => (a.period < b.period ? 1 : -1));
  const newest = newestFirst[0]?.period;
  const gainFen = months.reduce((sum, { beforeFen, afterFen }) => sum + afterFen - beforeFen, 0);
  const left = newestFirst.length - monthsMax;
  const reason = why.map((sentence) => sentence[language]).join(" ");
  return {
    source: texts.source,
    title: t.title,
    desc: t.months({ count: months.length, newest: newest ? monthNamed(newest, now, texts) : "" }),
    sentence: t.sentence({ why: reason, gain: format.gain(gainFen) }),
    rows: [
      ...newestFirst
        .slice(0, monthsMax)
        .map((month) => ({ name: monthNamed(month.period, now, texts, "row"), value: changeOf(month, texts) })),
      ...(left > 0 ? [{ name: t.others, value: t.othersCount({ count: left }) }] : []),
    ],
    opens: pagePath("tabs/money", newest ? { period: newest } : {}, notice._id),
  };
}

/** As much of it as fits; an amount is not cut. */
function changeOf(
  { beforeFen, afterFen }: PayCorrected["months"][number],
  { format, payCorrected: t }: ServerTexts,
): string {
  const [before, after] = [format.bare(beforeFen), format.bare(afterFen)];
  const gain = format.gain(afterFen - beforeFen, "bare");
  return firstThatFits(lengthMax.rowValue, t.change({ before, after, gain }), t.fromTo({ before, after }), gain) ?? "";
}
