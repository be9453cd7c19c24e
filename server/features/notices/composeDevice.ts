import { pagePath } from "./links";
import type { MemberMessage } from "./message";
import type { NoticeOf } from "./noticeModel";
import type { ReceiverContext } from "./saleLines";

/** Where somebody has signed in for the first time, when, and where to say that it was not them. */
export function deviceMessage(
  notice: NoticeOf<"device_new">,
  { texts }: Pick<ReceiverContext, "texts">,
): MemberMessage {
  const { via, name, at } = notice.params;
  const { device: t, format } = texts;
  return {
    source: texts.source,
    title: t.title,
    desc: texts.joined([name ?? t.unnamed, t.via[via]]),
    sentence: t.sentence({ at: format.instant(new Date(at)) }),
    rows: [],
    opens: pagePath("privacy/devices", {}, notice._id),
  };
}
