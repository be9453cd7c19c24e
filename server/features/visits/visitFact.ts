import type { VisitFact } from "@shared/domain/pay";
import { monthOf } from "@shared/domain/time";
import { unitOfMember } from "../members";
import type { VisitRecord } from "./visitModel";

/** An effective visit as pay sees it: it counts on the day of its check-in. */
export async function visitFact(visit: VisitRecord, recordedAt: Date): Promise<VisitFact> {
  const { memberId, on } = visit;
  const teamId = await unitOfMember(memberId, on);
  return {
    id: `visit:${visit._id}`,
    kind: "visit",
    revision: 1,
    source: "visit",
    recordedAt: recordedAt.toISOString(),
    on,
    countsOn: on,
    // No month is closed yet, so that a fact is booked in the month that it counts in.
    bookedIn: monthOf(on),
    customerId: visit.customerId,
    credits: [{ memberId, role: "owner", share: "1", fen: 0, teamId }],
  };
}
