import { ratioOf } from "@shared/domain/moneyText";
import { compare, decimal } from "@shared/domain/pay/numbers/number";
import { businessDayOf } from "@shared/domain/time";
import { pagePath } from "./links";
import { firstThatFits, type Gone, lengthMax, type MemberMessage } from "./message";
import type { NoticeOf } from "./noticeModel";
import { progressText, type ReceiverContext } from "./saleLines";
import { monthWord } from "./teamLines";

/** That the result of a unit has reached, or lost, a step of the factor that the member's pay is multiplied with. */
export async function factorCrossedMessage(
  notice: NoticeOf<"factor_crossed">,
  { reads, now, texts }: ReceiverContext,
): Promise<MemberMessage | Gone> {
  const { unitId, level, period, factorBefore, factorAfter, edge, isEdgeBelow, isReached, changeFen } = notice.params;
  const [unit, unitName] = await Promise.all([reads.unitProgress(unitId, period), reads.unitName(unitId)]);
  const ratio = ratioOf(unit.doneFen, unit.targetFen ?? 0);
  // What has been lost again since, or reached again, is told by a message of its own.
  const order = ratio ? compare(ratio, decimal(edge)) : null;
  if (order === null || (isEdgeBelow ? order > 0 : order >= 0) !== isReached)
    return { gone: "the unit's result has moved back" };
  const { format, factorCrossed: t } = texts;
  const gain = format.gain(changeFen);
  const emphasis = firstThatFits(lengthMax.emphasis, gain, format.gain(changeFen, "bare"));
  return {
    source: texts.source,
    title: t.title,
    desc: texts.joined([unitName ?? unitId, format.day(businessDayOf(notice.at))]),
    ...(emphasis !== null && { emphasis: { title: emphasis, desc: t.estimated } }),
    sentence: (isReached ? t.reached : t.lost)({ gain, unit: t.levels[level], month: monthWord(period, now, texts) }),
    rows: [
      { name: t.levels[level], value: progressText(unit, texts, [decimal(edge)]) },
      {
        name: t.factor,
        value: t.fromTo({ before: format.factor(decimal(factorBefore)), after: format.factor(decimal(factorAfter)) }),
      },
    ],
    opens: pagePath("tabs/money", { period }, notice._id),
  };
}
