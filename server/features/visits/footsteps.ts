import type { FootstepView } from "@shared/contracts";
import { findCheckIns, reviewsOf } from "../checkIns";
import { presentFootstep } from "./presentVisit";
import { findVisits } from "./visits";
import { earlierRecordsOf, typesOfRecords } from "./visitVersions";

export interface Footstep {
  /** Whose visit it is. */
  memberId: string;
  view: FootstepView;
}

/** The visits of other people that somebody sees by these footsteps, by person: each look at them is noted. */
export function visitsOfOthers(readerId: string, footsteps: readonly Footstep[]): Map<string, string[]> {
  const seen = new Map<string, string[]>();
  for (const { memberId, view } of footsteps) {
    if (memberId !== readerId) seen.set(memberId, [...new Set([...(seen.get(memberId) ?? []), view.visitId])]);
  }
  return seen;
}

/** The visits of these ids with their check-ins, in the order of the ids: two indexed reads, however many there are, and one more each where a check-in was in doubt or a record was corrected. */
export async function footstepsByVisitId(visitIds: readonly string[]): Promise<Map<string, Footstep>> {
  if (visitIds.length === 0) return new Map();
  const visits = await findVisits(visitIds);
  const found = await findCheckIns(visits.map((visit) => visit.checkInId));
  const checkIns = new Map(found.map((one) => [one._id, one]));
  const [reviews, earlier, typeOf] = await Promise.all([
    reviewsOf(found),
    earlierRecordsOf(visits),
    typesOfRecords(visits),
  ]);
  const byId = new Map(visits.map((visit) => [visit._id, visit]));
  const footsteps = new Map<string, Footstep>();
  for (const visitId of visitIds) {
    const visit = byId.get(visitId);
    const checkIn = visit && checkIns.get(visit.checkInId);
    if (!visit || !checkIn) continue;
    const view = presentFootstep(visit, checkIn, {
      type: typeOf(visit),
      review: reviews.get(checkIn._id) ?? null,
      earlierRecords: earlier.get(visitId) ?? [],
    });
    footsteps.set(visitId, { memberId: visit.memberId, view });
  }
  return footsteps;
}
