import { distanceM, type Gcj02Point } from "./geo";
import { pinAccuracyMaxM, provesPin } from "./pin";
import { type BusinessDay, businessDayOf } from "./time";

export type CheckInVerdict = "inside" | "doubtful" | "outside" | "unverified";

/** Where the phone says that it was. */
export interface Fix extends Gcj02Point {
  /** The phone's own doubt in meters; null where it does not say, and 0 says nothing either: no phone is that sure. */
  accuracyM: number | null;
  /** A cached fix may be minutes old: it never proves a presence alone. */
  kind: "live" | "cached";
}

/** The pin of a customer's site; null degrees while nobody has set it. */
export interface Pin {
  latDeg: number | null;
  lngDeg: number | null;
  radiusM: number;
}

/** Evidence that can stand in for a fix: a code scanned at the client, a Wi-Fi known from earlier visits. */
export type StrongEvidence = "qrCode" | "knownWifi";

/** A photo of the place stands in for nothing but a pin that is not there. */
export type Evidence = StrongEvidence | "photo";

export interface CheckInRules {
  /** A poorer fix is never "inside"; null: accuracy is not judged. */
  accuracyMaxM: number | null;
  /** A fix poorer than this is no fix (a blurred position never counts alone). */
  accuracyCeilingM: number;
}

/** Company defaults (Q12). */
export const checkInRules: CheckInRules = { accuracyMaxM: 100, accuracyCeilingM: 500 };

export interface CheckInJudgement {
  verdict: CheckInVerdict;
  /** Meters between fix and pin, not rounded; null where one of them is missing. */
  distanceM: number | null;
}

/** To a micrometer, so that an edge is met however its sum was made (200.7 + 20.1). */
const isWithinMeters = (distance: number, edgeM: number): boolean =>
  Math.round(distance * 1e6) <= Math.round(edgeM * 1e6);

/** Judges meters against meters: the part of the verdict that needs no map. All edges are inclusive. */
export function judgeDistance(
  distance: number,
  accuracyM: number,
  radiusM: number,
  rules: CheckInRules,
): CheckInVerdict {
  if (accuracyM > rules.accuracyCeilingM) return "unverified";
  if (isWithinMeters(distance, radiusM))
    return rules.accuracyMaxM === null || accuracyM <= rules.accuracyMaxM ? "inside" : "doubtful";
  return isWithinMeters(distance, radiusM + accuracyM) ? "doubtful" : "outside";
}

/**
 * Judges a check-in against the pin of a site. The phone's preview and the server's verdict are this same call.
 * @param fix where the phone was (GCJ-02), null without one; 0,0 is what broken phones give and counts as none
 * @returns "inside" up to `radiusM`; "doubtful" up to `radiusM + accuracyM`, or nearer with a poorer or cached fix, or with
 *   strong evidence in place of a usable fix (none, a blurred one, a cached one that is far), or where there is no pin with a photo and a
 *   fix that could be one; "unverified" without fix, accuracy or pin; else "outside"
 */
export function judgeCheckIn(
  fix: Fix | null,
  pin: Pin,
  evidence: readonly Evidence[] = [],
  rules: CheckInRules = checkInRules,
): CheckInJudgement {
  const withoutFix: CheckInVerdict = evidence.some((one) => one !== "photo") ? "doubtful" : "unverified";
  if (!fix || (fix.latDeg === 0 && fix.lngDeg === 0)) return { verdict: withoutFix, distanceM: null };
  if (pin.latDeg === null || pin.lngDeg === null) {
    const isSeen = provesPin(fix) && evidence.includes("photo");
    return { verdict: isSeen ? "doubtful" : withoutFix, distanceM: null };
  }
  const distance = distanceM(fix, { latDeg: pin.latDeg, lngDeg: pin.lngDeg });
  if (fix.accuracyM === null || fix.accuracyM <= 0) return { verdict: withoutFix, distanceM: distance };
  const verdict = judgeDistance(distance, fix.accuracyM, pin.radiusM, rules);
  // What the phone remembers of an earlier place says no more against a code than no position does.
  const isOldPlace = verdict === "outside" && fix.kind === "cached" && withoutFix === "doubtful";
  if (verdict === "unverified" || isOldPlace) return { verdict: withoutFix, distanceM: distance };
  return { verdict: verdict === "inside" && fix.kind === "cached" ? "doubtful" : verdict, distanceM: distance };
}

export type TimeKind = "anchored" | "estimated" | "uncertain";

export const oldTapMs = 72 * 3_600_000;
export const clockToleranceMs = 2 * 60_000;

/** The day of an instant, and the other one where a phone's clock may be that far off. */
export const daysAround = (at: Date): BusinessDay[] =>
  [-clockToleranceMs, clockToleranceMs].map((ms) => businessDayOf(new Date(at.getTime() + ms)));

/**
 * When the tap counts, and whether its time alone makes it doubtful. A time ahead of the server's is impossible: it counts
 * at arrival and is doubtful, like a time that the phone itself calls uncertain, or one more than 72 hours old.
 */
export function judgeTapTime(tappedAt: Date, kind: TimeKind, now: Date): { countsAt: Date; doubtful: boolean } {
  const aheadMs = tappedAt.getTime() - now.getTime();
  if (aheadMs > clockToleranceMs) return { countsAt: now, doubtful: true };
  return { countsAt: aheadMs > 0 ? now : tappedAt, doubtful: kind === "uncertain" || -aheadMs > oldTapMs };
}

/**
 * A check-in in doubt is put before the leader; what has become of that. unrecorded: nobody has decided while its record could be written, and
 * none was, so that no decision brings a visit any more.
 */
export const reviewStates = ["open", "accepted", "rejected", "appealed", "mended", "lapsed", "unrecorded"] as const;
export type ReviewState = (typeof reviewStates)[number];

/** Somebody is asked about these by themselves. */
export const isInDoubt = (verdict: CheckInVerdict): boolean => verdict === "doubtful" || verdict === "unverified";

/** Somebody is asked about it, or was: what was far away is kept as it is until its rep explains it. */
export const isPutToSomebody = (verdict: CheckInVerdict, review: ReviewState | null | undefined): boolean =>
  isInDoubt(verdict) || (verdict === "outside" && (review ?? null) !== null);

/** It counts for nothing unless somebody accepts it. */
export const needsAcceptance = (verdict: CheckInVerdict): boolean => verdict === "unverified" || verdict === "outside";

/** A person has not accepted it; that stays so while a second one looks at it. */
export const isRejected = (review: ReviewState | null | undefined): boolean =>
  review === "rejected" || review === "appealed";

/** A person has decided on it. */
export const isDecided = (review: ReviewState | null): boolean => review === "accepted" || isRejected(review);

/** Whether it counts for a visit: what was looked at as it was decided, the rest as it was judged. */
export function isAccepted(verdict: CheckInVerdict, review: ReviewState | null = null): boolean {
  if (review === "accepted" || review === "mended") return true;
  return !isRejected(review) && (verdict === "inside" || verdict === "doubtful");
}

/** What tells how the check-ins of a day stand to each other. */
export interface DayCheckIn {
  checkInId: string;
  customerId: string;
  verdict: CheckInVerdict;
  /** ISO with offset. */
  checkedInAt: string;
  /** Null where nobody was asked to look at it. */
  review: ReviewState | null;
}

/** What tells whether a tap says anything that an earlier one has not said. */
export interface SaidByTap extends Omit<DayCheckIn, "checkInId"> {
  siteId: string;
  /** Null where fix or pin is missing. */
  distanceM: number | null;
  accuracyM: number | null;
  /** What is found of the network at the tap; null or absent where none was told. */
  wifiFinding?: string | null | undefined;
}

/** So soon after another at the same place a tap is the same arrival. */
export const sameArrivalMs = 10 * 60_000;

/**
 * Whether a tap only says again what an earlier one of its day says, so that it need not be made: judged alike at the same place, and either
 * soon after it, or as far away and without any proof, whenever that is. What somebody has decided on is not said again: it is tried anew.
 * One that is in doubt says something of its own where it is exact enough for more than the earlier one was, such as for a pin, or tells a
 * network, which the earlier one did not.
 */
export function saysAgain(tap: SaidByTap, earlier: SaidByTap): boolean {
  const isAlike = (["customerId", "siteId", "verdict"] as const).every((name) => tap[name] === earlier[name]);
  const afterMs = Date.parse(tap.checkedInAt) - Date.parse(earlier.checkedInAt);
  if (!isAlike || afterMs < 0 || isDecided(earlier.review)) return false;
  if (isInDoubt(tap.verdict) && exactnessOf(tap) > exactnessOf(earlier)) return false;
  if (isInDoubt(tap.verdict) && tap.wifiFinding && !earlier.wifiFinding) return false;
  if (tap.verdict === "inside" || tap.verdict === "doubtful") return afterMs <= sameArrivalMs;
  if (tap.distanceM === null || earlier.distanceM === null) return tap.distanceM === earlier.distanceM;
  // What the phone doubts is no other place.
  return Math.abs(tap.distanceM - earlier.distanceM) <= Math.max(tap.accuracyM ?? 0, earlier.accuracyM ?? 0);
}

/** For how much a position is exact enough: for nothing, to be judged at all, to count, for a pin. */
const exactnessOf = ({ accuracyM }: SaidByTap): number =>
  accuracyM === null || accuracyM <= 0
    ? 0
    : [checkInRules.accuracyCeilingM, checkInRules.accuracyMaxM ?? 0, pinAccuracyMaxM].filter(
        (edgeM) => accuracyM <= edgeM,
      ).length;

/** What is far away and unexplained needs no words any more where its day counts that client by another one. */
export const counterOfFar = (
  { customerId, verdict, review }: Pick<DayCheckIn, "customerId" | "verdict" | "review">,
  { counts }: Pick<DayStanding, "counts">,
): string | null => (verdict === "outside" && review === null ? (counts.get(customerId) ?? null) : null);

export interface DayStanding {
  /** Those that come after an accepted one at the same customer and add nothing to it: kept, and not counted again. */
  repeats: Set<string>;
  /** Those in doubt that a better one of the same day has made good, with which. */
  mendedBy: Map<string, string>;
  /** By customer, the one that the day counts by. */
  counts: Map<string, string>;
}

/** By how much a check-in proves a presence: not at all, in doubt, or fully. */
function proofOf({ verdict, review }: DayCheckIn): 0 | 1 | 2 {
  if (isRejected(review)) return 0;
  if (review === "accepted" || verdict === "inside") return 2;
  return verdict === "doubtful" ? 1 : 0;
}

/**
 * How the check-ins of one rep and day stand to each other: at each customer the best counts, of equals the first. Better evidence
 * makes good what was in doubt before it; what was decided on stays decided. At one instant the smaller id is the first: those of one
 * phone sort as they were tapped.
 */
export function standingOfDay(checkIns: readonly DayCheckIn[]): DayStanding {
  const standing: DayStanding = { repeats: new Set(), mendedBy: new Map(), counts: new Map() };
  const at = (checkIn: DayCheckIn) => Date.parse(checkIn.checkedInAt);
  const sorted = [...checkIns].sort((a, b) => at(a) - at(b) || (a.checkInId < b.checkInId ? -1 : 1));
  for (const customerId of new Set(sorted.map((one) => one.customerId))) {
    const there = sorted.filter((one) => one.customerId === customerId);
    const best = Math.max(...there.map(proofOf));
    const counts = there.find((one) => proofOf(one) === best);
    if (!counts || best === 0) continue;
    standing.counts.set(customerId, counts.checkInId);
    let accepted = false;
    let isAfter = false;
    for (const one of there) {
      if (one === counts) isAfter = true;
      else if (!isAfter && isPutToSomebody(one.verdict, one.review) && !isDecided(one.review))
        standing.mendedBy.set(one.checkInId, counts.checkInId);
      else if ((accepted || isAfter) && !isDecided(one.review)) standing.repeats.add(one.checkInId);
      accepted ||= proofOf(one) > 0;
    }
  }
  return standing;
}
