import type { Cause, VisitFact } from "@shared/domain/pay";
import type { Month } from "@shared/domain/time";
import type { Deps } from "../../deps";
import { unitOfMember } from "../members";
import { bookedInOf } from "../periods";
import { newestFactOf } from "../statements";
import type { VisitRecord } from "./visitModel";

/** An effective visit as pay sees it: it counts on the day of its check-in. */
export async function visitFact(
  deps: Pick<Deps, "settings">,
  visit: VisitRecord,
  recordedAt: Date,
  isFirst: boolean,
): Promise<VisitFact> {
  const { memberId, on } = visit;
  const [teamId, bookedIn] = await Promise.all([
    unitOfMember(memberId, on),
    bookedInOf(deps, { countsOn: on, recordedAt }),
  ]);
  return withFirst(visitFactIn(visit, { teamId, bookedIn, recordedAt }), isFirst);
}

const withFirst = (fact: VisitFact, isFirst: boolean): VisitFact => (isFirst ? { ...fact, newCustomer: true } : fact);

/** The same of a visit that may have counted before, and was taken back: a later revision of its fact. */
export async function nextVisitFact(
  deps: Pick<Deps, "settings">,
  visit: VisitRecord,
  recordedAt: Date,
  isFirst: boolean,
): Promise<VisitFact> {
  const [fact, newest] = await Promise.all([visitFact(deps, visit, recordedAt, isFirst), newestFact(visit)]);
  return { ...fact, revision: (newest?.revision ?? 0) + 1 };
}

/** With the credits and the month that it was booked in, so that it is taken off where it was counted. */
export async function takenBack(visit: VisitRecord, recordedAt: Date): Promise<VisitFact> {
  const fact = await newestFact(visit);
  if (fact?.kind !== "visit") throw new Error(`${visit._id} has no fact`);
  return { ...fact, revision: fact.revision + 1, recordedAt: recordedAt.toISOString(), rejected: true };
}

/** The same visit as the first one at its client, where it was counted: after another was taken back. */
export async function becomesFirst(visit: VisitRecord, recordedAt: Date): Promise<VisitFact> {
  const fact = await newestFact(visit);
  if (fact?.kind !== "visit") throw new Error(`${visit._id} has no fact`);
  return { ...fact, revision: fact.revision + 1, recordedAt: recordedAt.toISOString(), newCustomer: true };
}

// Each revision of it has come with one of the visit.
const newestFact = ({ _id, revision }: VisitRecord) => newestFactOf(visitFactIdOf(_id), revision);

const factPrefix = "visit:";
export const visitFactIdOf = (visitId: string): string => `${factPrefix}${visitId}`;
/** The visit that a fact is of; null for facts of other kinds. */
export const visitIdOfFact = (factId: string): string | null =>
  factId.startsWith(factPrefix) ? factId.slice(factPrefix.length) : null;

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
