import type { ReceiverContext } from "./saleLines";
import { pagePath } from "./links";
import type { MemberMessage } from "./message";
import type { NoticeOf } from "./noticeModel";

/** From which day a client is whose, to whoever gets it, keeps it after all, or gives it away. */
export async function ownersMessage(
  notice: NoticeOf<"owners_changed">,
  { reads, texts }: ReceiverContext,
): Promise<MemberMessage> {
  const { customerId, customerName, from, ownerIds, presentIds, byName, reason } = notice.params;
  const me = notice.receiverId;
  const is = !ownerIds.includes(me) ? "lost" : presentIds.includes(me) ? "kept" : "gained";
  const othersOf = async (ids: readonly string[]) =>
    (await Promise.all(ids.filter((id) => id !== me).map((id) => reads.nameOf(id)))).filter((name) => name !== null);
  const others = await othersOf(is === "gained" ? presentIds : ownerIds);
  const { format, ownersChanged: words } = texts;
  return {
    source: texts.source,
    title: words[is].title,
    desc: texts.joined([customerName, format.day(from)]),
    sentence: words[is].sentence({ by: byName, day: format.day(from), others }),
    rows: reason === null ? [] : [{ name: words.reason, value: reason }],
    // Whoever has it no more does not read it from that day on.
    opens:
      is === "lost"
        ? pagePath("customers/list", {}, notice._id)
        : pagePath("customers/detail", { id: customerId }, notice._id),
  };
}
