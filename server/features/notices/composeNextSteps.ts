import { addDays, businessDayOf, startOfDay } from "@shared/domain/time";
import { pagePath } from "./links";
import type { Gone, MemberMessage } from "./message";
import type { NoticeOf } from "./noticeModel";
import type { ReceiverContext } from "./saleLines";

const rowsMax = 4;

/** What a member has said that they would do today. */
export async function nextStepsMessage(
  notice: NoticeOf<"next_steps">,
  { reads, now, texts }: ReceiverContext,
): Promise<MemberMessage | Gone> {
  const steps = await reads.nextSteps(notice.receiverId, notice.params.days);
  if (steps.length === 0) return { gone: "all of it has been done" };
  const { format, nextSteps: t } = texts;
  return {
    source: texts.source,
    title: t.title,
    desc: format.day(businessDayOf(now)),
    sentence: t.sentence({ names: steps.map(({ customerName }) => customerName) }),
    rows: steps.slice(0, rowsMax).map(({ customerName, text }, at) => ({
      name: t.nth({ n: at + 1 }),
      value: texts.joined([customerName, text]),
    })),
    opens: pagePath("tabs/home", {}, notice._id),
    // What it says is of today.
    until: startOfDay(addDays(businessDayOf(now), 1)),
  };
}
