import type { ClientContact } from "./people";
import { addDays, type BusinessDay, businessDayOf } from "./time";
import { type StepAnswer, visitTypeKeyOf, type VisitTypeRef, type VoiceNote } from "./visitType";
import {
  type CheckInVerdict,
  isAccepted,
  isInDoubt,
  isRejected,
  judgeTapTime,
  needsAcceptance,
  type ReviewState,
  type TimeKind,
} from "./checkIn";
import { decideUntilOf, stateBy } from "./checkInReview";

/** How long after the check-in its record may be written (Q11). The last millisecond still counts. */
export const recordWindowMs = 24 * 3_600_000;

/**
 * Whether no record was written while it would have made a check-in count: then no decision on it brings a visit any more, and nobody is asked for
 * one. One at the client is asked about for what else was found, whether it was recorded or not.
 * @param isRecorded it, or another of its day at that client
 */
export const isUnrecorded = (
  { verdict, checkedInAt, isRecorded }: { verdict: CheckInVerdict; checkedInAt: Date; isRecorded: boolean },
  now: Date,
): boolean => verdict !== "inside" && !isRecorded && now.getTime() > checkedInAt.getTime() + recordWindowMs;

/**
 * When a record that a phone has kept counts as written: when the phone says, where that can be believed as it is of a tap; else
 * when it arrived.
 */
export function recordWrittenAt(written: { at: Date; kind: TimeKind } | null, now: Date): Date {
  if (!written) return now;
  const { countsAt, doubtful } = judgeTapTime(written.at, written.kind, now);
  return doubtful ? now : countsAt;
}

/** The first condition that is missing for an effective visit. */
export type VisitReason =
  | "checkIn.outside"
  | "checkIn.unverified"
  | "checkIn.rejected"
  | "record.missing"
  | "record.late"
  | "steps.missing"
  | "alreadyCountedToday";

/** A check-in as far as it tells whether its record is missing. */
export interface CheckInOfDay {
  visitId: string | null;
  /** Null: not known, as on the phone that has just made it. */
  repeatedOnDay: boolean | null;
  verdict: CheckInVerdict;
  /** The better one of the day that counts in its place. */
  mendedById?: string | null | undefined;
  /** Null: nobody was asked, or the server has not heard of it yet. */
  review?: { state: ReviewState; decideUntil?: string | undefined } | null | undefined;
}

/** The same with what has become of its review by now: what ends it where nobody has decided comes by the hour. */
export function reviewedBy<Of extends Pick<CheckInOfDay, "review">>(checkIn: Of, now: Date): Of {
  const { review } = checkIn;
  if (!review?.decideUntil) return checkIn;
  const state = stateBy({ state: review.state, decideUntil: new Date(review.decideUntil) }, now);
  return state === review.state ? checkIn : { ...checkIn, review: { ...review, state } };
}

/** Whether a record is still missing that would make a check-in count, or lets it count once somebody has accepted it. */
export function needsRecord({ visitId, repeatedOnDay, verdict, mendedById, review }: CheckInOfDay): boolean {
  if (visitId !== null || repeatedOnDay || mendedById) return false;
  const state = review?.state ?? null;
  if (isAccepted(verdict, state)) return true;
  return state === "open" || state === "unrecorded"
    ? needsAcceptance(verdict)
    : verdict === "unverified" && state === null;
}

export interface VisitCase {
  verdict: CheckInVerdict;
  /** What came of looking at a check-in in doubt; null where nobody was asked. */
  review?: ReviewState | null;
  /** From the check-in to its record; negative where it was written on the way; null: not written yet. */
  recordDelayMs: number | null;
  windowMs: number;
  /** The record leaves out a step that its type cannot do without. */
  stepsMissing: boolean;
  /** One effective visit counts per customer, rep and day. */
  alreadyCountedToday: boolean;
}

/** Whether a visit counts (有效拜访: V142–V149), or the first condition that is missing. */
export function judgeVisit(visit: VisitCase): VisitOutcome {
  const reason = missingCondition(visit);
  return { effective: reason === null, reason };
}

/**
 * How a visit stands, from its check-in on: the one answer behind every word for it.
 * recordDue: it may count, and its record or a required step is still to be written; recordDueInDoubt: and somebody has still to decide on
 * its check-in as well. effective: it counts. inDoubt: it counts for now, and
 * somebody has still to decide on its check-in; waits: it counts once somebody accepts that. rejected: somebody has not; appealed: a second
 * person is asked. outside: it was too far from the client, and nobody is asked about it. repeated: its day counts that client already. mended: a better check-in stands
 * for it. notCounted: it does not count, for another reason.
 */
export const visitStandings = [
  "recordDue",
  "recordDueInDoubt",
  "effective",
  "inDoubt",
  "waits",
  "rejected",
  "appealed",
  "outside",
  "repeated",
  "mended",
  "notCounted",
] as const;
export type VisitStanding = (typeof visitStandings)[number];

/** Whether a visit counts, or the first condition that is missing. */
export interface VisitOutcome {
  effective: boolean;
  reason: VisitReason | null;
}

/** Whether its rep has still a record, or a required step of it, to write. */
export const isRecordDue = (standing: VisitStanding): boolean =>
  standing === "recordDue" || standing === "recordDueInDoubt";

interface JudgedCheckIn extends Pick<CheckInOfDay, "verdict" | "review" | "mendedById"> {
  /** ISO. */
  checkedInAt: string;
  /** A record written by then makes it count; ISO. */
  recordUntil: string;
}

/** How a visit stands that has its record. */
export function visitStanding(
  { effective, reason, checkIn: judged }: VisitOutcome & { checkIn: JudgedCheckIn },
  now: Date,
): VisitStanding {
  const checkIn = reviewedBy(judged, now);
  if (effective) return willBeDecided(checkIn, now) ? "inDoubt" : "effective";
  switch (reason) {
    case "checkIn.outside":
      return waitsForLeader(checkIn) ? "waits" : "outside";
    case "checkIn.unverified":
      return mayBeAccepted(checkIn, now) ? "waits" : "notCounted";
    case "checkIn.rejected":
      return checkIn.review?.state === "appealed" ? "appealed" : "rejected";
    case "record.missing":
    case "steps.missing":
      if (now.getTime() > Date.parse(checkIn.recordUntil)) return "notCounted";
      return willBeDecided(checkIn, now) ? "recordDueInDoubt" : "recordDue";
    case "alreadyCountedToday":
      return "repeated";
    default:
      return "notCounted";
  }
}

/** How a check-in of a day stands. `visit`: what its record has come to; undefined where that is not told. */
export function checkInStanding(
  tap: CheckInOfDay & JudgedCheckIn & { visit?: VisitOutcome | null | undefined },
  now: Date,
): VisitStanding {
  const checkIn = reviewedBy(tap, now);
  if (checkIn.repeatedOnDay) return "repeated";
  if (checkIn.mendedById) return "mended";
  if (checkIn.visit && !isOvertaken(checkIn.visit, checkIn)) return visitStanding({ ...checkIn.visit, checkIn }, now);
  const judged = judgeVisit({
    verdict: checkIn.verdict,
    review: checkIn.review?.state ?? null,
    recordDelayMs: checkIn.visitId === null ? null : 0,
    windowMs: recordWindowMs,
    stepsMissing: false,
    alreadyCountedToday: false,
  });
  // Without a record, an acceptance alone makes no visit.
  const outcome: VisitOutcome = needsRecord(checkIn) ? { effective: false, reason: "record.missing" } : judged;
  return visitStanding({ ...outcome, checkIn }, now);
}

/** A record that was judged by one in doubt, which this one has made good, is judged anew within moments: until then it says nothing of this one. */
const isOvertaken = ({ reason }: VisitOutcome, { verdict, review }: JudgedCheckIn): boolean =>
  (reason === "checkIn.outside" || reason === "checkIn.unverified") && isAccepted(verdict, review?.state ?? null);

/** What nobody could verify waits for whoever decides; before the server has heard of it, for as long as that would. */
const mayBeAccepted = ({ review, checkedInAt }: JudgedCheckIn, now: Date): boolean =>
  review ? review.state === "open" : now <= decideUntilOf(new Date(checkedInAt));

/** Somebody has still to decide on a check-in: not where a better one has made it good. */
export const waitsForLeader = ({ review, mendedById }: Pick<CheckInOfDay, "review" | "mendedById">): boolean =>
  review?.state === "open" && !mendedById;

/** The same; before the server has heard of it, of what the phone judges to be in doubt. */
const willBeDecided = (checkIn: JudgedCheckIn, now: Date): boolean =>
  waitsForLeader(checkIn) ||
  (!checkIn.review && !checkIn.mendedById && isInDoubt(checkIn.verdict) && mayBeAccepted(checkIn, now));

/**
 * What a corrected record comes to. What counts goes on counting; what does not is judged as a record that is written when the correction was, so that
 * after the window no correction makes it effective.
 * @param now the visit as it would be judged if this were its first record
 */
export function judgeCorrected(before: VisitOutcome, now: VisitCase): VisitOutcome {
  if (before.effective) return before;
  const judged = judgeVisit(now);
  // Why it did not count at first stays true; that the window has closed since is no news, unless nothing else is missing any more.
  const isMended = before.reason === "steps.missing" && !now.stepsMissing;
  return judged.reason === "record.late" && before.reason !== null && !isMended ? before : judged;
}

/**
 * When somebody left, as it counts: when the phone says, as far as that can be believed as it is of a tap, and never after it was heard of.
 * A time before the check-in is impossible, such as of a clock that was set back: it counts when it is heard of.
 * @returns null where that is on another day
 */
export function leftAtOf(checkedInAt: Date, left: { at: Date; kind: TimeKind }, now: Date): Date | null {
  const { countsAt } = judgeTapTime(left.at, left.kind, now);
  const leftAt = countsAt < checkedInAt ? now : countsAt;
  return businessDayOf(leftAt) === businessDayOf(checkedInAt) ? leftAt : null;
}

/** How a stay at a client stands. "forgotten": its day is over, and nobody said when it ended; that takes nothing from the visit. */
export function stayOf(
  { checkedInAt, leftAt }: { checkedInAt: Date; leftAt: Date | null },
  now: Date,
): { state: "runs" | "left" | "forgotten"; ms: number } {
  if (leftAt) return { state: "left", ms: leftAt.getTime() - checkedInAt.getTime() };
  if (businessDayOf(now) > businessDayOf(checkedInAt)) return { state: "forgotten", ms: 0 };
  return { state: "runs", ms: Math.max(0, now.getTime() - checkedInAt.getTime()) };
}

/** What a visit's record says. */
export interface RecordedText {
  purpose: string;
  peopleMet: string | null;
  /** Those of them who are the client's contacts, with the names that they had; what `peopleMet` says stands by itself. */
  met?: readonly ClientContact[] | undefined;
  record: string;
  nextStep: NextStep | null;
  /** The version of the type that it was written by. */
  type: VisitTypeRef;
  /** In the order of the type's steps. */
  answers: readonly StepAnswer[];
  /** Absent or null: none. */
  voice?: VoiceNote | null | undefined;
}

export interface NextStep {
  text: string;
  on: BusinessDay;
  /** When it was done without a visit, such as by phone, ISO; null while it is to come. */
  doneAt: string | null;
}

export const recordedFields = ["type", "purpose", "peopleMet", "record", "voice", "answers", "nextStep"] as const;
export type RecordedField = (typeof recordedFields)[number];

/** What two versions of a record differ in. A next step that was done or moved is another one. */
export function changedFields(before: RecordedText, after: RecordedText): RecordedField[] {
  return recordedFields.filter((field) => textOf[field](before) !== textOf[field](after));
}

const textOf: Record<RecordedField, (recorded: RecordedText) => string> = {
  type: ({ type }) => visitTypeKeyOf(type),
  purpose: ({ purpose }) => purpose,
  peopleMet: ({ peopleMet }) => peopleMet ?? "",
  record: ({ record }) => record,
  voice: ({ voice }) => voice?.fileId ?? "",
  answers: ({ answers }) =>
    JSON.stringify(
      answers.map(({ stepId, value, files = [], counts = [] }) => [
        ...[stepId, value],
        files.map(({ fileId }) => fileId),
        counts.map(({ product, count }) => [product, count]),
      ]),
    ),
  nextStep: ({ nextStep }) => (nextStep ? `${nextStep.on} ${nextStep.doneAt ?? ""} ${nextStep.text}` : ""),
};

/** Whether nothing lies between two versions but what became of the next step: it was done, or moved to another day. */
export const isSettledOnly = (before: RecordedText, after: RecordedText): boolean =>
  changedFields(before, after).every((field) => field === "nextStep") && before.nextStep?.text === after.nextStep?.text;

/**
 * The next step of a corrected record: one that stays the same stays done, another one is to come.
 * @param seen as the person read it, where something has become of it since: what they did not change, its words or its day, stays as it
 *   has become
 */
export function correctedNextStep(
  before: NextStep | null,
  given: { text: string; on: BusinessDay } | null,
  seen = before,
): NextStep | null {
  if (!given) return null;
  const step = {
    text: before && seen?.text === given.text ? before.text : given.text,
    on: before && seen?.on === given.on ? before.on : given.on,
  };
  return before?.text === step.text && before.on === step.on ? before : { ...step, doneAt: null };
}

function missingCondition(visit: VisitCase): VisitReason | null {
  if (isRejected(visit.review)) return "checkIn.rejected";
  if (!isAccepted(visit.verdict, visit.review))
    return visit.verdict === "outside" ? "checkIn.outside" : "checkIn.unverified";
  if (visit.recordDelayMs === null) return "record.missing";
  if (visit.recordDelayMs > visit.windowMs) return "record.late";
  // Before the steps: where the day counts already, no step that is added makes this one count.
  if (visit.alreadyCountedToday) return "alreadyCountedToday";
  return visit.stepsMissing ? "steps.missing" : null;
}

/** A next step lies at most so far away. */
export const nextStepDaysMax = 366;

/** A next step lies between the day of the check-in and a year later. */
export function nextStepFault(
  nextStepOn: BusinessDay,
  checkedInOn: BusinessDay,
): "nextStep.past" | "nextStep.tooFar" | null {
  if (nextStepOn < checkedInOn) return "nextStep.past";
  return nextStepOn > addDays(checkedInOn, nextStepDaysMax) ? "nextStep.tooFar" : null;
}
