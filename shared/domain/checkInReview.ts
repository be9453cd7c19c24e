import {
  type CheckInRules,
  checkInRules,
  type CheckInVerdict,
  clockToleranceMs,
  judgeDistance,
  needsAcceptance,
  oldTapMs,
  type ReviewState,
  type TimeKind,
} from "./checkIn";
import { type BusinessDay, businessDayOf, type Month, monthOf } from "./time";

const dayMs = 86_400_000;
/** So long a leader may decide. After that it stays as it was judged: doubtful counts, unverified does not. */
export const reviewDays = 7;

/** The last instant at which it may be decided. */
export const decideUntilOf = (askedAt: Date): Date => new Date(askedAt.getTime() + reviewDays * dayMs);

/**
 * The month whose pay the visit of such a check-in belongs to, where it may be decided in a later one: that of the check-in's own day, whenever
 * somebody decides. Null: it is decided within its month.
 */
export function paidInMonth({ on, decideUntil }: { on: BusinessDay; decideUntil: Date }): Month | null {
  const month = monthOf(on);
  return monthOf(businessDayOf(decideUntil)) === month ? null : month;
}

/** Until the deadline's last millisecond; what ends it then comes by the hour. */
export const isPastDeadline = ({ decideUntil }: { decideUntil: Date }, now: Date): boolean => now > decideUntil;

/** What has become of it by now: nobody decides after the last instant, which leaves it as it was judged, or as it was decided the first time. */
export function stateBy({ state, decideUntil }: { state: ReviewState; decideUntil: Date }, now: Date): ReviewState {
  if ((state !== "open" && state !== "appealed") || !isPastDeadline({ decideUntil }, now)) return state;
  return state === "open" ? "lapsed" : "rejected";
}

/** So long its rep may explain one that was too far away, for somebody to accept it nevertheless. */
export const explainUntilOf = (checkedInAt: Date): Date => new Date(checkedInAt.getTime() + reviewDays * dayMs);

/**
 * Whether its rep may say something about it: while somebody is to decide, where nobody has in time and it counts for nothing (then it is asked
 * about anew), and about one that was too far away for as long as that may be explained.
 * @param state as it is by now, `unrecorded` also where nobody was asked and no visit can come of it; null where nobody was asked
 */
export function mayExplain(
  { verdict, state, checkedInAt }: { verdict: CheckInVerdict; state: ReviewState | null; checkedInAt: Date },
  now: Date,
): boolean {
  if (state === null) return verdict === "outside" && now <= explainUntilOf(checkedInAt);
  return state === "open" || (state === "lapsed" && needsAcceptance(verdict));
}

/** So long whoever has decided may decide otherwise: a wrong button is noticed at once. */
export const changeWindowMs = 30 * 60_000;

/** The last instant of that. */
export const changeUntilOf = (decidedAt: Date): Date => new Date(decidedAt.getTime() + changeWindowMs);

interface DecidedReview {
  state: ReviewState;
  decision?: { byId: string; at: Date } | null;
  /** What counts in its place by now: nothing hangs on it any more. */
  mendedById?: string | null;
}

/** The last instant at which this person may decide otherwise than they have; null where somebody has acted on it, or it was not they. */
export const changeableUntil = ({ state, decision, mendedById }: DecidedReview, byId: string): Date | null =>
  (state === "accepted" || state === "rejected") && decision?.byId === byId && (mendedById ?? null) === null
    ? changeUntilOf(decision.at)
    : null;

/** So long after it was not accepted a second person may be asked, once. */
export const appealUntilOf = (decidedAt: Date): Date => new Date(decidedAt.getTime() + reviewDays * dayMs);

/** Why a check-in is in doubt, each with its sentence on screen. */
export const doubts = [
  "edge",
  "outside",
  "poorAccuracy",
  "cachedFix",
  "noFix",
  "noAccuracy",
  "blurred",
  "noPin",
  "uncertainTime",
  "aheadOfTime",
  "oldTap",
] as const;
export type Doubt = (typeof doubts)[number];

export interface DoubtfulCheckIn {
  distanceM: number | null;
  accuracyM: number | null;
  radiusM: number;
  /** Null without a fix. */
  fixKind: "live" | "cached" | null;
  timeKind: TimeKind;
  tappedAt: Date;
  checkedInAt: Date;
  receivedAt: Date;
}

export function doubtsOf(checkIn: DoubtfulCheckIn, rules: CheckInRules = checkInRules): Doubt[] {
  return [...doubtsOfPlace(checkIn, rules), ...doubtsOfTime(checkIn)];
}

function doubtsOfPlace({ distanceM, accuracyM, radiusM, fixKind }: DoubtfulCheckIn, rules: CheckInRules): Doubt[] {
  const { accuracyMaxM, accuracyCeilingM } = rules;
  if (fixKind === null) return ["noFix"];
  const found: Doubt[] = fixKind === "cached" ? ["cachedFix"] : [];
  if (distanceM === null) return [...found, "noPin"];
  if (accuracyM === null || accuracyM <= 0) return [...found, "noAccuracy"];
  if (accuracyM > accuracyCeilingM) return [...found, "blurred"];
  if (judgeDistance(distanceM, accuracyM, radiusM, rules) === "outside") return [...found, "outside"];
  if (distanceM > radiusM) found.push("edge");
  else if (accuracyMaxM !== null && accuracyM > accuracyMaxM) found.push("poorAccuracy");
  return found;
}

function doubtsOfTime({ timeKind, tappedAt, checkedInAt, receivedAt }: DoubtfulCheckIn): Doubt[] {
  if (tappedAt.getTime() - checkedInAt.getTime() > clockToleranceMs) return ["aheadOfTime"];
  if (timeKind === "uncertain") return ["uncertainTime"];
  return receivedAt.getTime() - tappedAt.getTime() > oldTapMs ? ["oldTap"] : [];
}
