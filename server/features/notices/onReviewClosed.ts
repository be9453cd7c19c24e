import type { EventHandler } from "../../outbox";
import type { ReviewClosed } from "../reviews";
import type { NoticeDeps } from "./deliver";
import { addNotices, type NewNotice, sendEvent } from "./notices";

/** Tells the rep what was decided on a check-in in doubt, why and by whom; or that nobody has decided, and what that means. */
export const reviewTeller: EventHandler<ReviewClosed, NoticeDeps> = (review, delivery, deps) => {
  const notice: NewNotice = {
    noticeId: `review_closed:${review.checkInId}:${review.revision}`,
    kind: "review_closed",
    params: review,
    channel: "member",
    receiverId: review.memberId,
    cause: delivery.eventId,
    answersAct: false,
    at: new Date(review.closedAt),
  };
  return Promise.resolve({
    events: [sendEvent(notice)],
    write: async (session) => void (await addNotices([notice], deps.realNow(), session)),
  });
};
