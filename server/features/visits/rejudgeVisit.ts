import type { ClientSession } from "mongoose";
import type { ReviewState } from "@shared/domain/checkIn";
import type { VisitFact } from "@shared/domain/pay";
import { judgeVisit, recordWindowMs } from "@shared/domain/visit";
import { releaseKey, updateAtRevision } from "../../db";
import type { CheckInRecord } from "../checkIns";
import { type BookingDeps, firstFactOf, prepareBooking } from "../statements";
import { countedDayKeyOf, countsToday, markCounted } from "./countedDays";
import { visitCause, visitFact, visitFactIdOf } from "./visitFact";
import { VisitModel } from "./visitModel";
import { findVisits } from "./visits";

export interface Rejudged {
  effective: boolean;
  /** By how much the member's month changes. */
  changeFen: number;
  write(session: ClientSession): Promise<void>;
}

/**
 * A visit whose check-in was in doubt, judged anew by what came of it: one that counts from now on is booked, one that counts no more is
 * taken back. What was recorded is not changed: a later revision of the fact says so.
 * @param isDayCounted another visit of the day at this customer counts by what is under way
 * @returns null where nothing was written about it, or it stays as it is
 */
export async function rejudgeVisit(
  deps: BookingDeps,
  checkIn: CheckInRecord,
  review: ReviewState | null,
  { isDayCounted = false }: { isDayCounted?: boolean } = {},
): Promise<Rejudged | null> {
  const [visit] = checkIn.visitId ? await findVisits([checkIn.visitId]) : [];
  if (!visit) return null;
  const { memberId, customerId, on } = checkIn;
  const { effective, reason } = judgeVisit({
    verdict: checkIn.verdict,
    review,
    recordDelayMs: visit.recordedAt.getTime() - checkIn.checkedInAt.getTime(),
    windowMs: recordWindowMs,
    alreadyCountedToday: !visit.effective && (isDayCounted || (await countsToday(memberId, customerId, on))),
  });
  if (effective === visit.effective && reason === (visit.reason ?? null)) return null;
  const judged = { id: visit._id, revision: visit.revision, set: { effective, reason } };
  if (effective === visit.effective)
    return { effective, changeFen: 0, write: (session) => updateAtRevision(VisitModel, judged, session) };

  const now = deps.clock.now();
  const fact = effective ? await visitFact(deps, visit, now) : await takenBack(visit._id, now);
  const booking = await prepareBooking(deps, [fact], visitCause(visit));
  const changeFen = booking.changes.reduce(
    (sum, { expected }) => sum + expected.after.totals.amountFen - expected.before.totals.amountFen,
    0,
  );
  return {
    effective,
    changeFen,
    write: async (session) => {
      await updateAtRevision(VisitModel, judged, session);
      if (effective) await markCounted(memberId, customerId, on, visit._id, session);
      else await releaseKey(countedDayKeyOf(memberId, customerId, on), session);
      await booking.write(session);
    },
  };
}

/** With the credits and the month that it was booked in, so that it is taken off where it was counted. */
async function takenBack(visitId: string, now: Date): Promise<VisitFact> {
  const fact = await firstFactOf(visitFactIdOf(visitId));
  if (fact.kind !== "visit") throw new Error(`${fact.id} is no visit`);
  return { ...fact, revision: fact.revision + 1, recordedAt: now.toISOString(), rejected: true };
}
