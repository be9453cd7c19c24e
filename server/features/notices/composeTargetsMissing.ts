import { businessDayOf, daysOf } from "@shared/domain/time";
import { pagePath } from "./links";
import type { Gone, MemberMessage } from "./message";
import type { NoticeOf } from "./noticeModel";
import type { ReceiverContext } from "./saleLines";
import { monthNamed } from "./teamLines";

/** Which teams have no target, and what that means for their people. */
export async function targetsMissingMessage(
  notice: NoticeOf<"targets_missing">,
  { reads, now, texts }: ReceiverContext,
): Promise<MemberMessage | Gone> {
  const { period } = notice.params;
  const { from } = daysOf(period);
  const today = businessDayOf(now);
  const teams = await reads.teamsWithoutTarget(period, today);
  const names = teams.filter(({ deciderIds }) => deciderIds.includes(notice.receiverId)).map(({ name }) => name);
  if (names.length === 0) return { gone: "they have been published, or others publish them" };
  const { targetsMissing: t } = texts;
  const month = monthNamed(period, now, texts);
  return {
    source: texts.source,
    title: t.title,
    desc: month,
    sentence: today < from ? t.ahead({ month, names, day: texts.format.day(from) }) : t.sentence({ month, names }),
    rows: [],
    opens: pagePath("targets/tree", { period }, notice._id),
  };
}
