import { pagePath } from "./links";
import type { MemberMessage } from "./message";
import type { NoticeOf } from "./noticeModel";
import type { ReceiverContext } from "./saleLines";

/** How many effective visits a week are expected from a Monday on, what it was, and who says so. */
export function visitTargetMessage(
  { _id, params: { from, perWeek, beforePerWeek, byName: by } }: NoticeOf<"visit_target">,
  { texts }: Pick<ReceiverContext, "texts">,
): MemberMessage {
  const { format, visitTarget: t } = texts;
  const day = format.day(from);
  return {
    source: texts.source,
    title: t.title,
    desc: t.from({ day }),
    sentence: perWeek === null ? t.none({ by, day }) : t.said({ by, day, count: perWeek }),
    rows: [
      ...(beforePerWeek === null ? [] : [{ name: t.before, value: t.perWeek({ count: beforePerWeek }) }]),
      ...(perWeek === null ? [] : [{ name: t.now, value: t.perWeek({ count: perWeek }) }]),
    ],
    // Where the week's progress stands.
    opens: pagePath("tabs/home", {}, _id),
  };
}
