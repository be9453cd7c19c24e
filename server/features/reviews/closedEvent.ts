import type { NewEvent } from "../../outbox";
import type { ReviewRecord } from "../checkIns";
import { reviewClosed } from "./events";

/** That nobody waits any more: what was decided, or that nobody has. @param review as it is now */
export function closedEvent(
  review: ReviewRecord,
  { closedAt, askedNames, changeFen }: { closedAt: Date; askedNames: string[]; changeFen: number },
): NewEvent {
  const { _id: checkInId, revision, memberId, customerName, checkedInAt, verdict, state } = review;
  const decision = review.decision ?? null;
  const payload = {
    checkInId,
    revision,
    memberId,
    customerName,
    checkedInAt: checkedInAt.toISOString(),
    verdict,
    decision: decision && { accepted: state === "accepted", byName: decision.byName, reason: decision.reason },
    askedNames,
    changeFen,
    closedAt: closedAt.toISOString(),
  };
  const cause = `checkIn:${checkInId}:${revision}`;
  return reviewClosed.of({ payload, partition: `checkIn:${checkInId}`, cause });
}
