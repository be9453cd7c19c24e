import type { AnswerOf, BodyOf, CheckInView, VisitView } from "@shared/contracts";
import { type Evidence, judgeCheckIn, judgeTapTime } from "@shared/domain/checkIn";
import { businessDayOf } from "@shared/domain/time";
import { recordWindowMs } from "@shared/domain/visit";
import { isAnswerOf } from "@/api/sync";
import type { Place } from "@/features/customers/places";
import type { QueueEntry } from "@/features/queue/createQueue";
import { serverNow } from "@/features/time";
import { amongDay } from "./dayStanding";

type Tap = Omit<BodyOf<"checkIns.create">, "commandId">;

/** A tap as this phone judges it, until the server has. @param isCodeHere a code was scanned that this phone knows to be the place's */
export function foreseenCheckIn(
  checkInId: string,
  { customer, site }: Place,
  tap: Tap,
  isCodeHere = false,
): CheckInView {
  const tappedAt = new Date(tap.tappedAt);
  const evidence: Evidence[] = [
    ...(tap.photoId === undefined ? [] : ["photo" as const]),
    ...(isCodeHere ? ["qrCode" as const] : []),
  ];
  const { verdict, distanceM } = judgeCheckIn(tap.fix, site, evidence);
  const { doubtful } = judgeTapTime(tappedAt, tap.timeKind, serverNow());
  return {
    checkInId,
    customerId: customer.customerId,
    customerName: customer.shortName,
    siteId: site.siteId,
    siteName: site.name,
    verdict: doubtful && verdict === "inside" ? "doubtful" : verdict,
    distanceM,
    accuracyM: tap.fix?.accuracyM ?? null,
    radiusM: site.radiusM,
    checkedInAt: tap.tappedAt,
    on: businessDayOf(tappedAt),
    hasPhoto: tap.photoId !== undefined,
    qrFinding: isCodeHere ? "here" : null,
    // Only the server can know it.
    wifiFinding: tap.wifi && verdict !== "inside" ? "unknown" : null,
    visitId: null,
    recordUntil: new Date(tappedAt.getTime() + recordWindowMs).toISOString(),
    repeatedOnDay: null,
    mendedById: null,
    review: null,
  };
}

/**
 * A day with what waits on this phone among it, newest first: taps that the server has not heard of, each as it stands to the others of
 * the day, and records of any.
 */
export function withQueued(
  items: readonly CheckInView[],
  entries: readonly QueueEntry[],
  day: string,
): AnswerOf<"checkIns.mine">["items"] {
  const heardOf = new Set(items.map(({ checkInId }) => checkInId));
  const isNew = ({ checkInId, on }: CheckInView) => on === day && !heardOf.has(checkInId);
  const taps = entries.flatMap((entry) => checkInOf(entry) ?? []).filter(isNew);
  // One that was not taken makes none after it another one.
  const counted = entries.flatMap((entry) => (entry.look === "refused" ? [] : (checkInOf(entry) ?? []))).filter(isNew);
  const records = new Map(entries.flatMap((entry) => recordOf(entry)));
  const recorded = (item: CheckInView) => ({
    ...item,
    visitId: item.visitId ?? records.get(item.checkInId)?.visitId ?? null,
    visit: item.visit ?? records.get(item.checkInId) ?? null,
  });
  const others = [...counted, ...items].map(recorded);
  const standing = taps.map((tap) => amongDay(recorded(tap), others));
  return [...standing.reverse(), ...items.map(recorded)];
}

const checkInOf = ({ kind, shown }: QueueEntry): CheckInView | null =>
  // Its shape has just been looked at.
  kind === "checkIns.create" && isAnswerOf(kind, shown) ? (shown as AnswerOf<"checkIns.create">).checkIn : null;

/** The record that an entry is, as this phone foresees it; null where it is something else. */
export const visitOf = ({ kind, shown }: QueueEntry): VisitView | null =>
  // Its shape has just been looked at.
  kind === "visits.record" && isAnswerOf(kind, shown) ? (shown as AnswerOf<"visits.record">).visit : null;

function recordOf(entry: QueueEntry): [checkInId: string, visit: VisitView][] {
  const visit = visitOf(entry);
  // One that was refused is to be written again.
  return visit && entry.look !== "refused" ? [[visit.checkIn.checkInId, visit]] : [];
}
