import { type ActorName, actorNameOf } from "@shared/domain/actor";
import { type LookAction, recordRead } from "../../audit";
import type { Deps } from "../../deps";
import { emit } from "../../outbox";
import { findMember } from "../members";
import { lookNoted } from "./events";

interface Look {
  actor: ActorName;
  memberId: string;
  what: LookAction;
  /** Which of the member's things. */
  detail: Record<string, unknown>;
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
  { actor, memberId, what, detail, at, requestId }: Look,
): Promise<void> {
  const entry = { id: requestId, actor: actorNameOf(actor), action: what, subject: `member:${memberId}`, detail, at };
  const member = await findMember(memberId);
  if (!member?.lookMessages) return recordRead(deps, entry);
  const payload = { memberId, byId: actor.id, what, at: at.toISOString() };
  await recordRead(deps, entry, async (lookId, session) =>
    emit(lookNoted.of({ partition: `looks:${memberId}`, cause: lookId, payload }), session, deps.realNow()),
  );
}
