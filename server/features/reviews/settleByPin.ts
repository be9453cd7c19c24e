import { isPastDeadline } from "@shared/domain/checkInReview";
import type { EventHandler } from "../../outbox";
import { doubtsIn, findCheckIn, reviewIfAny, type ReviewRecord } from "../checkIns";
import type { PinClosed } from "../customers";
import { findMember } from "../members";
import type { BookingDeps } from "../statements";
import { decided } from "./decideReview";

/** Why it is accepted, and what else is so from now on, in the words of its rep, who is told once of both. */
const reasons = {
  "zh-CN": (because: string | null) => `这里的定位点已经确认，以后打卡按它算${because === null ? "" : `。${because}`}`,
  en: (because: string | null) =>
    `The pin of this place was confirmed, and check-ins go by it from now on${because === null ? "" : `. ${because}`}`,
};

/**
 * A leader has confirmed the pin that a check-in proposed. Where its place having none was all that was in doubt, nobody has to decide on it
 * any more: it is accepted by who confirmed the pin. A pin that is not taken decides nothing: the check-in goes on waiting by itself.
 */
export const settleByPin: EventHandler<PinClosed, BookingDeps> = async (pin, _delivery, deps) => {
  const review = await reviewOfPin(pin);
  const { decision } = pin;
  if (review?.state !== "open" || decision?.byId === undefined) return;
  const language = (await findMember(review.memberId))?.language ?? "zh-CN";
  const by = { byId: decision.byId, byName: decision.byName, insteadOfName: decision.insteadOfName ?? null };
  const reason = reasons[language](decision.reason);
  const { events, write } = await decided(deps, review, { accepted: true, ...by, reason, at: new Date(pin.closedAt) });
  return { events, write };
};

/** Whether a check-in is accepted with its pin, has been or will be in a moment: its rep reads of both in one message. */
export const isAcceptedWithPin = async (pin: PinClosed): Promise<boolean> => (await reviewOfPin(pin)) !== null;

/** The review of a check-in that is accepted with this pin, or was; null where it is another matter. */
async function reviewOfPin({ checkInId, decision, closedAt }: PinClosed): Promise<ReviewRecord | null> {
  if (!checkInId || !decision?.accepted || decision.byId === undefined) return null;
  const review = await reviewIfAny(checkInId);
  const at = new Date(closedAt);
  const isDone = review?.state === "accepted" && review.decision?.at.getTime() === at.getTime();
  if (!review || (!isDone && (review.state !== "open" || isPastDeadline(review, at)))) return null;
  return doubtsIn(await findCheckIn(checkInId)).every((doubt) => doubt === "noPin") ? review : null;
}
