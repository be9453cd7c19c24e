import type { LostPayView } from "@shared/contracts";
import type { TakenBack } from "@shared/domain/pay";
import { appealUntil, findCheckIns, presentDecision, reviewsOf } from "../checkIns";
import { findVisits, visitIdOfFact } from "../visits";

/**
 * What was paid for visits whose check-in somebody has not accepted: how much, who, why and when, and until when a second person may be asked.
 * Nothing is asked where there is none.
 */
export async function lostPayOf(taken: readonly TakenBack[], now: Date): Promise<LostPayView[]> {
  if (taken.length === 0) return [];
  const visits = await findVisits(taken.map(({ factId }) => visitIdOfFact(factId) ?? ""));
  const checkIns = await findCheckIns(visits.map(({ checkInId }) => checkInId));
  const reviews = await reviewsOf(checkIns);
  const byId = new Map(visits.map((visit) => [visit._id, visit]));
  return taken.flatMap(({ factId, on, amountFen }) => {
    const visit = byId.get(visitIdOfFact(factId) ?? "");
    const review = visit && reviews.get(visit.checkInId);
    // While a second person looks at it, the first decision holds.
    const decision = review?.decision ?? review?.appeal?.first;
    if (!visit || !review || !decision) return [];
    const { _id: visitId, checkInId, customerName } = visit;
    const until = appealUntil(review);
    return [
      {
        ...{ visitId, checkInId, customerName, on, amountFen, decision: presentDecision(decision) },
        appealUntil: until && now <= until ? until.toISOString() : null,
      },
    ];
  });
}
