import { pagePath } from "./links";
import type { Gone, MemberMessage } from "./message";
import type { NoticeOf } from "./noticeModel";
import type { Person } from "./reads";
import type { ReceiverContext } from "./saleLines";

/** Who has looked at the receiver, and at what; not to somebody who no longer wishes to hear of it. */
export async function lookedMessage(
  notice: NoticeOf<"looked">,
  receiver: Pick<Person, "lookMessages">,
  { reads, texts }: ReceiverContext,
): Promise<MemberMessage | Gone> {
  if (!receiver.lookMessages) return { gone: "they no longer wish to be told" };
  const { byId, what, at } = notice.params;
  const { format, looked: t } = texts;
  const name = (await reads.nameOf(byId)) ?? byId;
  return {
    source: texts.source,
    title: t.title,
    desc: format.instant(new Date(at)),
    sentence: t.sentence({ name, what: t.what[what] }),
    rows: [],
    opens: pagePath("privacy/looked", {}, notice._id),
  };
}
