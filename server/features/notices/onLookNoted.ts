import type { EventHandler } from "../../outbox";
import type { LookNoted } from "../looks";
import type { NoticeDeps } from "./deliver";
import { findNotices, type NewNotice } from "./notices";
import { told } from "./tell";

/** Several looks of one person within so long are one message. */
const oneMessageMs = 30 * 60_000;

/** Tells whoever wishes it that somebody has looked at them. One worker goes through the looks at a member, the oldest first. */
export const lookTeller: EventHandler<LookNoted, NoticeDeps> = async (look, delivery, deps) => {
  const at = new Date(look.at);
  const slot = Math.floor(at.getTime() / oneMessageMs);
  const idOf = (n: number) => `looked:${look.memberId}:${look.byId}:${n}`;
  const said = await findNotices([idOf(slot - 1), idOf(slot)]);
  const isSaid = said.some((one) => one.state !== "dropped" && at.getTime() - one.at.getTime() < oneMessageMs);
  if (isSaid) return {};
  const notice: NewNotice = {
    noticeId: idOf(slot),
    kind: "looked",
    params: look,
    channel: "member",
    receiverId: look.memberId,
    cause: delivery.eventId,
    answersAct: false,
    at,
  };
  return told([notice], deps);
};
