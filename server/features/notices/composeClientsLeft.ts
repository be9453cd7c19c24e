import { businessDayOf } from "@shared/domain/time";
import { pagePath } from "./links";
import type { Gone, MemberMessage } from "./message";
import type { NoticeOf } from "./noticeModel";
import type { ReceiverContext } from "./saleLines";

/** To whoever may give them to somebody: which clients nobody has by now because their owners have left. */
export async function clientsLeftMessage(
  notice: NoticeOf<"clients_left">,
  { reads, now, texts }: ReceiverContext,
): Promise<MemberMessage | Gone> {
  const all = await reads.clientsLeft(businessDayOf(now));
  const open = all.filter(
    ({ customerId, deciderIds }) => notice.params.whoIds.includes(customerId) && deciderIds.includes(notice.receiverId),
  );
  const [first] = open;
  if (!first) return { gone: "all of them have been given to somebody" };
  const { clientsLeft: t } = texts;
  const count = open.length + (notice.params.more ?? 0);
  return {
    source: texts.source,
    title: t.title,
    desc: t.count({ count }),
    sentence: t.sentence({ count, names: open.map(({ shortName }) => shortName) }),
    rows: [],
    opens: pagePath("customers/detail", { id: first.customerId }, notice._id),
  };
}
