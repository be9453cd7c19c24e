import type { OwnerShare } from "@shared/domain/customer";
import { percentText } from "@shared/domain/moneyText";
import { decimal } from "@shared/domain/pay/numbers/number";
import type { ReceiverContext } from "./saleLines";
import { pagePath } from "./links";
import type { Gone, MemberMessage } from "./message";
import type { NoticeOf } from "./noticeModel";

/**
 * From which day a client is whose, to whoever gets it, keeps it after all, or gives it away. What was arranged otherwise before it was said
 * is not said, and nothing is taken back from whoever has not read that they get it.
 */
export async function ownersMessage(
  notice: NoticeOf<"owners_changed">,
  { reads, texts }: ReceiverContext,
): Promise<MemberMessage | Gone> {
  const { customerId, customerName, from, ownerIds, owners: said, presentIds, byName, reason } = notice.params;
  const me = notice.receiverId;
  const owners = await reads.ownersOn(customerId, from);
  if (!isSaid(owners, said ?? ownerIds.map((memberId) => ({ memberId, share: null }))))
    return { gone: "it has been arranged otherwise since" };
  const is = !ownerIds.includes(me) ? "lost" : presentIds.includes(me) ? "kept" : "gained";
  if (is === "lost" && !presentIds.includes(me) && !(await reads.hasHeardOfClient(customerId, me)))
    return { gone: "nobody has told them that it was to be theirs" };
  const othersOf = async (ids: readonly string[]) =>
    (await Promise.all(ids.filter((id) => id !== me).map((id) => reads.nameOf(id)))).filter((name) => name !== null);
  const others = await othersOf(is === "gained" ? presentIds : ownerIds);
  const share = owners.find(({ memberId }) => memberId === me)?.share ?? "1";
  const part = share === "1" ? null : percentText(decimal(share));
  const { format, ownersChanged: words } = texts;
  return {
    source: texts.source,
    title: words[is].title,
    desc: texts.joined([customerName, format.day(from)]),
    sentence: words[is].sentence({ by: byName, day: format.day(from), others, part }),
    rows: reason === null ? [] : [{ name: words.reason, value: reason }],
    // Whoever has it no more does not read it from that day on.
    opens:
      is === "lost"
        ? pagePath("customers/list", {}, notice._id)
        : pagePath("customers/detail", { id: customerId }, notice._id),
  };
}

/** @param said of a share of null only whose */
const isSaid = (owners: readonly OwnerShare[], said: readonly { memberId: string; share: string | null }[]): boolean =>
  owners.length === said.length &&
  said.every(({ memberId, share }) =>
    owners.some((owner) => owner.memberId === memberId && (share === null || owner.share === share)),
  );

/** How many clients a table, or a person, gives to its reader from a day on, and takes from them: which they are, their list says. */
export function ownersImportedMessage(notice: NoticeOf<"owners_imported">, { texts }: ReceiverContext): MemberMessage {
  const { from, byName, gained, lost, added = 0, byHand = false, isUndone = false, reason = null } = notice.params;
  const { format, ownersImported: words } = texts;
  const isNewAlone = gained + lost === 0;
  return {
    source: texts.source,
    title: isNewAlone ? words.titleNew : words.title,
    desc: format.day(from),
    sentence: isUndone
      ? words.sentenceUndone({ by: byName, lost })
      : isNewAlone
        ? words.sentenceNew({ by: byName, added })
        : words.sentence({ by: byName, day: format.day(from), gained, lost, added, byHand }),
    rows: reason === null ? [] : [{ name: texts.ownersChanged.reason, value: reason }],
    opens: pagePath("customers/list", {}, notice._id),
  };
}
