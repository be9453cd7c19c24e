import { type ActorName, actorNameOf } from "@shared/domain/actor";
import { type LookAction, recordRead } from "../../audit";
import type { Deps } from "../../deps";
import { emit, emitAll } from "../../outbox";
import { findMember, findMembers } from "../members";
import { lookNoted } from "./events";

interface Look {
  actor: ActorName;
  memberId: string;
  what: LookAction;
  /** Which of the member's things. */
  detail: Record<string, unknown>;
  /** Why, where whoever looks has said it. */
  reason?: string;
  /** Business time. */
  at: Date;
  requestId: string;
}

/**
 * Notes, before the answer is given, that somebody looks at another person's positions, visits or results; to a person who wishes to hear of
 * it, it is said with the same certainty. The same look within half an hour is one.
 */
export async function noteLook(
  deps: Pick<Deps, "realNow">,
  { actor, memberId, what, reason, at, requestId, ...look }: Look,
): Promise<void> {
  const detail = { ...look.detail, ...(reason !== undefined && { reason }) };
  const entry = { id: requestId, actor: actorNameOf(actor), action: what, subject: `member:${memberId}`, detail, at };
  const member = await findMember(memberId);
  if (!member?.lookMessages) return recordRead(deps, entry);
  const payload = { memberId, byId: actor.id, what, at: at.toISOString() };
  await recordRead(deps, entry, async (lookId, session) =>
    emit(lookNoted.of({ partition: `looks:${memberId}`, cause: lookId, payload }), session, deps.realNow()),
  );
}

/** The same of several people at once, as one look. What is the reader's own is none. @param subject what it is about */
export async function noteLookAtSeveral(
  deps: Pick<Deps, "realNow">,
  {
    actor,
    memberIds,
    what,
    subject,
    at,
    requestId,
  }: Omit<Look, "memberId" | "detail" | "reason"> & {
    memberIds: readonly string[];
    subject: string;
  },
): Promise<void> {
  const members = memberIds.filter((memberId) => memberId !== actor.id);
  const people = await findMembers(members);
  const entry = { id: requestId, actor: actorNameOf(actor), action: what, subject, detail: { members }, at };
  const toTell = members.filter((memberId) => people.get(memberId)?.lookMessages);
  if (toTell.length === 0) return recordRead(deps, entry);
  await recordRead(deps, entry, (lookId, session) => {
    const events = toTell.map((memberId) => {
      const payload = { memberId, byId: actor.id, what, at: at.toISOString() };
      return lookNoted.of({ partition: `looks:${memberId}`, cause: lookId, part: memberId, payload });
    });
    return emitAll(events, session, deps.realNow());
  });
}
