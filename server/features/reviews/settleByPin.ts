import type { EventHandler } from "../../outbox";
import { doubtsIn, findCheckIn, reviewIfAny } from "../checkIns";
import type { PinClosed } from "../customers";
import { findMember } from "../members";
import type { BookingDeps } from "../statements";
import { decided } from "./decideReview";
import { isPastDeadline } from "./policy";

/** Why it is accepted, in the words of its rep: a decision's reason is one sentence for whoever reads it. */
const reasons = { "zh-CN": "这里的定位点已经确认", en: "The pin of this place was confirmed" };

/**
 * A leader has confirmed the pin that a check-in proposed. Where its place having none was all that was in doubt, nobody has to decide on it
 * any more: it is accepted by who confirmed the pin. A pin that is not taken decides nothing: the check-in goes on waiting by itself.
 */
export const settleByPin: EventHandler<PinClosed, BookingDeps> = async (pin, _delivery, deps) => {
  const { checkInId, decision } = pin;
  if (!checkInId || !decision?.accepted || decision.byId === undefined) return;
  const review = await reviewIfAny(checkInId);
  const at = new Date(pin.closedAt);
  if (review?.state !== "open" || isPastDeadline(review, at)) return;
  const doubts = doubtsIn(await findCheckIn(checkInId));
  if (doubts.some((doubt) => doubt !== "noPin")) return;
  const language = (await findMember(review.memberId))?.language ?? "zh-CN";
  const by = { byId: decision.byId, byName: decision.byName };
  const { events, write } = await decided(deps, review, { accepted: true, ...by, reason: reasons[language], at });
  return { events, write };
};
