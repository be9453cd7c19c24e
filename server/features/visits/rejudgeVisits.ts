import type { ClientSession } from "mongoose";
import { judgeVisit, type VisitCase, type VisitReason } from "@shared/domain/visit";
import { releaseKey, updateAtRevision } from "../../db";
import type { CheckInRecord, Evidence } from "../checkIns";
import { type BookingDeps, changesByComponent, type ComponentChange, prepareBooking } from "../statements";
import { caseOf } from "./caseOf";
import { countedDayKeyOf, countsToday, markCounted } from "./countedDays";
import { firstVisitOf, nextFirstVisit } from "./firstVisit";
import { becomesFirst, nextVisitFact, takenBack, visitCause } from "./visitFact";
import { VisitModel, type VisitRecord } from "./visitModel";
import { findVisits } from "./visits";

export interface Rejudged {
  /** By how much the member's month changes with all of it. */
  changeFen: number;
  /** Of which parts of the pay that is. */
  changeParts: ComponentChange[];
  /** One more effective visit, or one less; 0 also where another has taken its place. */
  visitsChange: -1 | 0 | 1;
  write(session: ClientSession): Promise<void>;
}

interface Judged {
  visit: VisitRecord;
  visitCase: VisitCase;
  effective: boolean;
  reason: VisitReason | null;
  isCarried: boolean;
}

/**
 * The visits of a rep's day at one customer, judged anew by what came of their check-ins: what counts from now on is booked, what counts
 * no more is taken back, both in one booking. What was recorded is not changed: a later revision of the fact says so.
 * @param evidenceFor what a record at a check-in is judged by
 * @returns null where all stay as they are
 */
export async function rejudgeVisits(
  deps: BookingDeps,
  checkIns: readonly CheckInRecord[],
  evidenceFor: (checkIn: CheckInRecord) => Evidence,
): Promise<Rejudged | null> {
  const judged = await judgedVisits(checkIns, evidenceFor);
  const changed = judged.filter(
    ({ visit, effective, reason }) => effective !== visit.effective || reason !== (visit.reason ?? null),
  );
  if (changed.length === 0) return null;
  const updateAll = async (session: ClientSession): Promise<void> => {
    for (const { visit, effective, reason } of changed) {
      const { _id: id, revision } = visit;
      await updateAtRevision(VisitModel, { id, revision, set: { effective, reason } }, session);
    }
  };
  const begins = changed.find(({ visit, effective }) => effective && !visit.effective)?.visit;
  const ends = changed.find(({ visit, effective }) => !effective && visit.effective)?.visit;
  if (!begins && !ends) return { changeFen: 0, changeParts: [], visitsChange: 0, write: updateAll };

  const now = deps.clock.now();
  const gone = ends ? await takenBack(ends, now) : null;
  const first = begins ? await firstVisitOf(begins, gone) : null;
  // Whose client was new by the visit that is gone: the next one there was the first then, whoever made it.
  const next = ends && gone?.newCustomer && !begins ? await nextFirstVisit(deps, ends) : null;
  const facts = [
    ...(gone ? [gone] : []),
    ...(begins ? [await nextVisitFact(deps, begins, now, first !== null)] : []),
    ...(next ? [await becomesFirst(next, now)] : []),
  ];
  const causes = [ends, begins, next].flatMap((visit) => (visit ? [visitCause(visit)] : []));
  const booking = await prepareBooking(deps, facts, causes);
  const ownId = (ends ?? begins)?.memberId;
  const own = booking.changes.filter(({ memberId }) => memberId === ownId);
  return {
    changeFen: own.reduce(
      (sum, { expected }) => sum + expected.after.totals.amountFen - expected.before.totals.amountFen,
      0,
    ),
    changeParts: own.flatMap(({ expected }) => changesByComponent(expected.before, expected.after)),
    visitsChange: begins && ends ? 0 : begins ? 1 : -1,
    write: async (session) => {
      await updateAll(session);
      if (ends) await releaseKey(countedDayKeyOf(ends.memberId, ends.customerId, ends.on), session);
      await first?.claim(session);
      if (begins) await markCounted(begins.memberId, begins.customerId, begins.on, begins._id, session);
      // Each revision of a fact comes with one of its visit.
      if (next) await updateAtRevision(VisitModel, { id: next._id, revision: next.revision, set: {} }, session);
      await booking.write(session);
    },
  };
}

/**
 * One of a day counts: one by its own check-in before one that goes by another; of these the one that does already, else the first.
 */
async function judgedVisits(
  checkIns: readonly CheckInRecord[],
  evidenceFor: (checkIn: CheckInRecord) => Evidence,
): Promise<Judged[]> {
  const visits = new Map((await findVisits(checkIns.flatMap(({ visitId }) => visitId ?? []))).map((v) => [v._id, v]));
  const sorted = [...checkIns].sort((a, b) => a.checkedInAt.getTime() - b.checkedInAt.getTime());
  const alone = sorted.flatMap((checkIn): Judged[] => {
    const visit = visits.get(checkIn.visitId ?? "");
    return visit ? [judgedAlone(visit, checkIn, evidenceFor(checkIn))] : [];
  });
  const [first] = alone;
  if (!first) return [];
  const able = alone.filter(({ effective }) => effective);
  const { memberId, customerId, on } = first.visit;
  const hasCounted = alone.some(({ visit }) => visit.effective);
  // Where none of these has the day, another may: one that is being written.
  const isTaken = !hasCounted && (await countsToday(memberId, customerId, on));
  const own = able.filter(({ isCarried }) => !isCarried);
  const preferred = own.length > 0 ? own : able;
  const counts = isTaken ? undefined : (preferred.find(({ visit }) => visit.effective) ?? preferred[0]);
  const alreadyCountedToday = isTaken || counts !== undefined;
  return alone.map((one) =>
    one === counts ? one : { ...one, ...judgeVisit({ ...one.visitCase, alreadyCountedToday }) },
  );
}

function judgedAlone(visit: VisitRecord, checkIn: CheckInRecord, evidence: Evidence): Judged {
  const { visitCase, isCarried } = caseOf(checkIn, evidence, {
    // Undefined: from before there were steps that can be missing.
    writtenAt: visit.completeAt ?? visit.recordedAt,
    stepsMissing: visit.completeAt === null,
    alreadyCountedToday: false,
  });
  return { visit, visitCase, isCarried, ...judgeVisit(visitCase) };
}
