import type { NewEvent } from "../../outbox";
import type { ReviewRecord } from "../checkIns";
import { reviewClosed } from "./events";
import type { JudgedDay } from "./judgeDay";

type ChangedDay = Pick<JudgedDay, "changeFen" | "visitsChange" | "asked">;

/** That nobody waits any more: what was decided, or that nobody has. @param review as it is now @param day what has changed with it */
export function closedEvent(
  review: ReviewRecord,
  { closedAt, askedNames, day }: { closedAt: Date; askedNames: string[]; day: ChangedDay | null },
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
    changeFen: day?.changeFen ?? 0,
    visitsChange: day?.visitsChange ?? 0,
    asked: (day?.asked ?? []).map((one) => ({ checkInId: one._id, checkedInAt: one.checkedInAt.toISOString() })),
    closedAt: closedAt.toISOString(),
  };
  const cause = `checkIn:${checkInId}:${revision}`;
  return reviewClosed.of({ payload, partition: `checkIn:${checkInId}`, cause });
}
