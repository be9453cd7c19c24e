import type { EventHandler } from "../../outbox";
import type { ReviewClosed } from "../reviews";
import type { NoticeDeps } from "./deliver";
import { addNotices, type NewNotice, sendEvent } from "./notices";
import { noticesAbout, settleNotices } from "./settle";

/**
 * Tells the rep what was decided on a check-in in doubt, why and by whom; or that nobody has decided, and what that means. After a second
 * decision it tells who has decided first as well.
 */
export const reviewTeller: EventHandler<ReviewClosed, NoticeDeps> = async (review, delivery, deps) => {
  // Its rep is told with the records that were not written.
  if (review.isUnrecorded && !review.hasRecord) return {};
  const about = `review_closed:${review.checkInId}`;
  const notice: NewNotice = {
    noticeId: `review_closed:${review.checkInId}:${review.revision}`,
    kind: "review_closed",
    params: review,
    channel: "member",
    receiverId: review.memberId,
    cause: delivery.eventId,
    about,
    answersAct: false,
    at: new Date(review.closedAt),
  };
  const { first } = review;
  const ofFirst: NewNotice[] =
    first && review.decision
      ? [
          {
            ...notice,
            ...{ noticeId: `second_decision:${review.checkInId}:${review.revision}`, kind: "second_decision" },
            ...{ receiverId: first.byId, about: `second_decision:${review.checkInId}` },
          },
        ]
      : [];
  const notices = [notice, ...ofFirst];
  const said = (await noticesAbout(about)).flatMap((one) =>
    one.kind === "review_closed" ? [{ one, revision: one.params.revision }] : [],
  );
  // Whoever has read what was decided last is not told afterwards what was decided before.
  if (said.some(({ revision }) => revision > review.revision)) return {};
  // What was said of an earlier decision asks for nothing any more.
  const earlier = said.flatMap(({ one, revision }) => (revision < review.revision ? [one] : []));
  return {
    events: notices.map(sendEvent),
    write: async (session) => {
      await settleNotices(earlier, deps.clock.now(), session);
      await addNotices(notices, deps.realNow(), session);
    },
  };
};
