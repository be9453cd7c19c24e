import { businessDayOf, daysOf, monthOf } from "@shared/domain/time";
import { pagePath } from "./links";
import type { Gone, MemberMessage } from "./message";
import type { NoticeOf } from "./noticeModel";
import type { ReceiverContext } from "./saleLines";
import { monthNamed } from "./teamLines";

/** Who sells in a month and is on no plan, and what that means for them. */
export async function plansMissingMessage(
  notice: NoticeOf<"plans_missing">,
  { reads, now, texts }: ReceiverContext,
): Promise<MemberMessage | Gone> {
  const { period } = notice.params;
  const today = businessDayOf(now);
  const { names, deciderIds } = await reads.repsWithoutPlan(monthOf(today) === period ? today : daysOf(period).to);
  if (!deciderIds.includes(notice.receiverId)) return { gone: "they are on a plan, or others make it" };
  const { plansMissing: t } = texts;
  const month = monthNamed(period, now, texts);
  return {
    source: texts.source,
    title: t.title,
    desc: month,
    sentence: t.sentence({ month, names }),
    rows: [],
    opens: pagePath("tabs/home", {}, notice._id),
  };
}
