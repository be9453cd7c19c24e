import { businessDayOf } from "@shared/domain/time";
import { pagePath } from "./links";
import type { Gone, MemberMessage } from "./message";
import type { NoticeOf } from "./noticeModel";
import type { ReceiverContext } from "./saleLines";

const rowsMax = 4;

/** What a member has to write down, each with the time until which it counts; the first of them first. */
export async function recordsDueMessage(
  notice: NoticeOf<"records_due">,
  { reads, now, texts }: ReceiverContext,
): Promise<MemberMessage | Gone> {
  const due = await reads.recordsDue(notice.receiverId, now);
  const [first] = due;
  if (!first) return { gone: "all of it is written, or too late" };
  const { format, recordsDue: t } = texts;
  return {
    source: texts.source,
    title: t.title,
    desc: format.day(businessDayOf(now)),
    // Also where a record is there that leaves out what its type cannot do without.
    sentence: t[due.some(({ isBegun }) => isBegun) ? "incomplete" : "sentence"]({
      ...{ count: due.length, until: format.instant(first.until) },
    }),
    rows: due.slice(0, rowsMax).map(({ customerName, until }) => ({
      name: customerName,
      value: t.until({ until: format.instant(until) }),
    })),
    opens: pagePath("tabs/home", {}, notice._id),
    until: due.at(-1)?.until ?? first.until,
  };
}
