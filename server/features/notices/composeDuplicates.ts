import { pagePath } from "./links";
import type { Gone, MemberMessage } from "./message";
import type { NoticeOf } from "./noticeModel";
import type { ReceiverContext } from "./saleLines";

/** To whoever says whether two clients are one: how many pairs wait by now. */
export async function duplicatesMessage(
  notice: NoticeOf<"duplicates_wait">,
  { reads, texts }: ReceiverContext,
): Promise<MemberMessage | Gone> {
  const open = await reads.openPairs(notice.params.whoIds);
  if (open.length === 0) return { gone: "all of them have been decided on" };
  const { duplicates: t } = texts;
  const count = open.length + (notice.params.more ?? 0);
  const names = [...new Set(open.map(({ customerName }) => customerName))];
  return {
    source: texts.source,
    title: t.title,
    desc: t.count({ count }),
    sentence: t.sentence({ count, names }),
    rows: [],
    opens: pagePath("customers/duplicates", {}, notice._id),
  };
}
