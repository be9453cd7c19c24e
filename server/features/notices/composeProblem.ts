import { pagePath } from "./links";
import type { Gone, MemberMessage } from "./message";
import type { NoticeOf } from "./noticeModel";
import type { ReceiverContext } from "./saleLines";

/** To administrators: what somebody has reported, in their words; or that there are many. */
export async function problemReportedMessage(
  notice: NoticeOf<"problem_reported">,
  { reads, texts }: ReceiverContext,
): Promise<MemberMessage | Gone> {
  const { reportId, memberName, text, saw, reference, isOneOfMany } = notice.params;
  if (!(await reads.isReportOpen(reportId))) return { gone: "it is done already" };
  const { problem: t } = texts;
  return {
    source: texts.source,
    title: t.title,
    desc: isOneOfMany ? "" : memberName,
    sentence: isOneOfMany ? t.many : (text ?? saw ?? t.onlyNumber),
    rows: reference && !isOneOfMany ? [{ name: t.reference, value: reference.slice(0, numberMax) }] : [],
    opens: pagePath("admin/reports", {}, notice._id),
  };
}

/** A row holds so much; the whole number stands in the list. */
const numberMax = 23;

/** To who reported it: it is done, by whom, and what they say about it. What was opened again before that was said is not said. */
export async function problemClosedMessage(
  notice: NoticeOf<"problem_closed">,
  { reads, texts }: ReceiverContext,
): Promise<MemberMessage | Gone> {
  const { problem: t } = texts;
  const { reportId, text, saw, answer } = notice.params;
  if (await reads.isReportOpen(reportId)) return { gone: "it has been opened again" };
  const byName = notice.params.byName || t.operator;
  return {
    source: texts.source,
    title: t.doneTitle,
    desc: text ?? saw ?? "",
    sentence: answer ? t.answered({ by: byName, answer }) : t.done({ by: byName }),
    rows: [],
    opens: pagePath("common/report", {}, notice._id),
  };
}

/** To who was told that it is done: it is not. */
export async function problemReopenedMessage(
  notice: NoticeOf<"problem_reopened">,
  { reads, texts }: ReceiverContext,
): Promise<MemberMessage | Gone> {
  const { problem: t } = texts;
  const { reportId, text, saw, byName } = notice.params;
  if (!(await reads.isReportOpen(reportId))) return { gone: "it is done again" };
  if (!(await reads.hasHeardOfClosing(reportId))) return { gone: "nobody has told them that it was done" };
  return {
    source: texts.source,
    title: t.reopenedTitle,
    desc: text ?? saw ?? "",
    sentence: t.reopened({ by: byName || t.operator }),
    rows: [],
    opens: pagePath("common/report", {}, notice._id),
  };
}
