import type { NewEvent } from "../../outbox";
import type { ReviewRecord } from "../checkIns";
import { decisionSaid, reviewClosed } from "./events";
import type { JudgedDay } from "./judgeDay";

type ChangedDay = Pick<JudgedDay, "changeFen" | "changeParts" | "visitsChange" | "asked">;

interface Closing {
  closedAt: Date;
  askedNames: string[];
  day: ChangedDay | null;
  /** Nobody has decided in time. */
  isUnanswered?: boolean;
  /** Of one that nobody decides on since no record was written in time: there is one all the same. */
  hasRecord?: boolean;
}

/** That nobody waits any more: what was decided, or that nobody has. @param review as it is now @param day what has changed with it */
export function closedEvent(
  review: ReviewRecord,
  { closedAt, askedNames, day, isUnanswered = false, hasRecord = false }: Closing,
): NewEvent {
  const { _id: checkInId, revision, memberId, customerName, checkedInAt, verdict, state } = review;
  // Nobody has looked at it again: the first decision is no news.
  const decision = isUnanswered ? null : (review.decision ?? null);
  const appealed = review.appeal ? { isAppeal: true as const } : {};
  const payload = {
    checkInId,
    revision,
    memberId,
    customerName,
    checkedInAt: checkedInAt.toISOString(),
    verdict,
    decision: decision && decisionSaid(decision, state === "accepted"),
    askedNames,
    ...appealed,
    ...(state === "unrecorded" && { isUnrecorded: true as const, ...(hasRecord && { hasRecord: true as const }) }),
    ...(decision && review.appeal && { first: { byId: review.appeal.first.byId, repName: review.memberName } }),
    changeFen: day?.changeFen ?? 0,
    changeParts: day?.changeParts ?? [],
    visitsChange: day?.visitsChange ?? 0,
    asked: (day?.asked ?? []).map((one) => ({ checkInId: one._id, checkedInAt: one.checkedInAt.toISOString() })),
    closedAt: closedAt.toISOString(),
  };
  const cause = `checkIn:${checkInId}:${revision}`;
  return reviewClosed.of({ payload, partition: `checkIn:${checkInId}`, cause });
}
