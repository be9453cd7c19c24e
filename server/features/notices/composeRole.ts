import { pagePath } from "./links";
import type { Gone, MemberMessage } from "./message";
import type { NoticeOf } from "./noticeModel";
import type { ReceiverContext } from "./saleLines";

/** What somebody may do from now on, or no more, by whom and until when. */
export async function roleChangedMessage(
  notice: NoticeOf<"role_changed">,
  { reads, texts }: ReceiverContext,
): Promise<MemberMessage | Gone> {
  const { memberId, name, role, unitId, before, after, byId } = notice.params;
  const { role: t, format } = texts;
  const now = await reads.roleNow(memberId, { role, unitId });
  // What was changed once more meanwhile is told by a message of its own.
  if (now?.lastOn !== after?.lastOn || (now === null) !== (after === null)) return { gone: "it was changed again" };
  const [unit, byName] = await Promise.all([
    unitId === null ? null : reads.unitName(unitId),
    byId === null ? null : reads.nameOf(byId),
  ]);
  const by = byName ?? byId ?? t.operator;
  const what = t.name({ role, unit });
  const dates = after && { from: format.day(after.fromOn), to: after.lastOn && format.day(after.lastOn) };
  if (notice.receiverId !== memberId)
    return {
      source: texts.source,
      title: t.adminTitle,
      desc: name,
      sentence: dates ? t.adminGiven({ by, name, ...dates }) : t.adminTaken({ by, name }),
      rows: [],
      opens: pagePath("admin/members", { id: memberId }, notice._id),
    };
  return {
    source: texts.source,
    title: dates ? (before ? t.changedTitle : t.givenTitle) : t.takenTitle,
    desc: what,
    sentence: dates
      ? before
        ? t.changed({ by, what, ...dates })
        : t.given({ by, what, role, ...dates })
      : t.taken({ by, what, role }),
    rows: [],
    opens: pagePath("tabs/me", {}, notice._id),
  };
}

/** That a role ends soon, to who has it and to those who may make it longer. */
export async function roleEndingMessage(
  notice: NoticeOf<"role_ending">,
  { reads, texts }: ReceiverContext,
): Promise<MemberMessage | Gone> {
  const { memberId, role, unitId, lastOn } = notice.params;
  const { role: t, format } = texts;
  if ((await reads.roleNow(memberId, { role, unitId }))?.lastOn !== lastOn) return { gone: "it ends on another day" };
  const [unit, name] = await Promise.all([unitId === null ? null : reads.unitName(unitId), reads.nameOf(memberId)]);
  const what = t.name({ role, unit });
  const on = format.day(lastOn);
  const isOwn = notice.receiverId === memberId;
  return {
    source: texts.source,
    title: t.endingTitle,
    desc: isOwn ? what : texts.joined([name ?? memberId, what]),
    sentence: isOwn ? t.endingOwn({ what, on }) : t.ending({ name: name ?? memberId, what, on }),
    rows: [],
    opens: isOwn ? pagePath("tabs/me", {}, notice._id) : pagePath("admin/members", { id: memberId }, notice._id),
  };
}
