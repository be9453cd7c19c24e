import type { CheckInView } from "@shared/contracts";
import { type CheckInVerdict, counterOfFar, saysAgain, standingOfDay } from "@shared/domain/checkIn";
import { checkInStanding, reviewedBy, type VisitStanding, waitsForLeader } from "@shared/domain/visit";
import { serverNow } from "@/api/serverClock";

const standing = (items: readonly CheckInView[]) =>
  standingOfDay(items.map((one) => ({ ...one, review: one.review?.state ?? null })));

const withOthers = (checkIn: CheckInView, items: readonly CheckInView[]): CheckInView[] => [
  ...items.filter(({ checkInId }) => checkInId !== checkIn.checkInId),
  checkIn,
];

/** A tap that was just answered, as the day's list will tell of it. */
export function amongDay(checkIn: CheckInView, items: readonly CheckInView[]): CheckInView {
  const ofDay = standing(withOthers(checkIn, items));
  const { repeats, mendedBy } = ofDay;
  const judged = { ...checkIn, review: checkIn.review?.state ?? null };
  const recorded = [checkIn, ...mendedOf(checkIn, items)].find(({ visitId }) => visitId !== null) ?? checkIn;
  return {
    ...checkIn,
    visitId: recorded.visitId,
    visit: recorded === checkIn ? (checkIn.visit ?? null) : null,
    repeatedOnDay: repeats.has(checkIn.checkInId),
    mendedById: mendedBy.get(checkIn.checkInId) ?? counterOfFar(judged, ofDay),
  };
}

/** What this one has made good of the day. */
export function mendedOf(checkIn: CheckInView, items: readonly CheckInView[]): CheckInView[] {
  const { mendedBy } = standing(withOthers(checkIn, items));
  return items.filter(({ checkInId }) => mendedBy.get(checkInId) === checkIn.checkInId);
}

/** What a tap of this verdict at a client would be, after those of the day: what the day's list will say of it. */
export function nextTap(
  items: readonly CheckInView[],
  { customerId, verdict, at }: { customerId: string; verdict: CheckInVerdict; at: Date },
): "repeated" | "mends" | null {
  // After all that are there, at whatever instant.
  const checkInId = "\uffff";
  const ofDay = items.map((one) => ({ ...one, review: one.review?.state ?? null }));
  const tap = { checkInId, customerId, verdict, checkedInAt: at.toISOString(), review: null };
  const { repeats, mendedBy } = standingOfDay([...ofDay, tap]);
  if (repeats.has(checkInId)) return "repeated";
  return [...mendedBy.values()].includes(checkInId) ? "mends" : null;
}

/** The one of the day that a tap only says again; null where it says something of its own. */
export function saidBefore(tap: CheckInView, items: readonly CheckInView[]): CheckInView | null {
  const said = (one: CheckInView) => ({ ...one, review: one.review?.state ?? null });
  // Of several the first: the newest stand first.
  return items.findLast((item) => saysAgain(said(tap), said(item))) ?? null;
}

/** How a check-in stands by now, in the words of the marks. */
export const standingNow = (checkIn: CheckInView): VisitStanding => checkInStanding(checkIn, serverNow());

/** What its leader has still to decide on, whatever else is missing: with its rep's explanation or without; null where nothing. */
export const leaderWait = (checkIn: CheckInView): "explained" | "unexplained" | null =>
  !waitsForLeader(reviewedBy(checkIn, serverNow()))
    ? null
    : (checkIn.review?.answer ?? null) === null
      ? "unexplained"
      : "explained";

/** The same as if its record were written: what a tap by itself is good for. */
export const standingOfTap = (checkIn: CheckInView): VisitStanding =>
  standingNow({ ...checkIn, visitId: checkIn.checkInId, visit: null });
