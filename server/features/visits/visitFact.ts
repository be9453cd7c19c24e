import type { Cause, VisitFact } from "@shared/domain/pay";
import type { Month } from "@shared/domain/time";
import type { Deps } from "../../deps";
import { unitOfMember } from "../members";
import { bookedInOf } from "../periods";
import type { VisitRecord } from "./visitModel";

/** An effective visit as pay sees it: it counts on the day of its check-in. */
export async function visitFact(
  deps: Pick<Deps, "settings">,
  visit: VisitRecord,
  recordedAt: Date,
): Promise<VisitFact> {
  const { memberId, on } = visit;
  const [teamId, bookedIn] = await Promise.all([
    unitOfMember(memberId, on),
    bookedInOf(deps, { countsOn: on, recordedAt }),
  ]);
  return visitFactIn(visit, { teamId, bookedIn, recordedAt });
}

export const visitFactIdOf = (visitId: string): string => `visit:${visitId}`;

/** The same for whoever knows the team of that day and the month that it is booked in. */
export function visitFactIn(
  { _id, memberId, on, customerId }: VisitRecord,
  { teamId, bookedIn, recordedAt }: { teamId: string | null; bookedIn: Month; recordedAt: Date },
): VisitFact {
  return {
    id: visitFactIdOf(_id),
    kind: "visit",
    revision: 1,
    source: "visit",
    recordedAt: recordedAt.toISOString(),
    on,
    countsOn: on,
    bookedIn,
    customerId,
    credits: [{ memberId, role: "owner", share: "1", fen: 0, teamId }],
  };
}

/** What the ledger names for what a visit pays. */
export const visitCause = (visit: Pick<VisitRecord, "_id">): Cause => ({ kind: "visit", id: visit._id });
