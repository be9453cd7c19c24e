import type { ClientSession } from "mongoose";
import type { CheckInView } from "@shared/contracts";
import { AppError } from "@shared/errors";
import { isAccepted } from "@shared/domain/checkIn";
import { checkInStanding, isRecordDue } from "@shared/domain/visit";
import {
  addDays,
  type BusinessDay,
  businessDayOf,
  dayCount,
  daysOf,
  type DaySpan,
  type Month,
  monthOf,
} from "@shared/domain/time";
import { readBack, type StreamPlace, update, updateAtRevision } from "../../db";
import { CheckInModel, type CheckInRecord } from "./checkInModel";
import { presentDay } from "./presentCheckIn";
import { reviewsOf } from "./reviews";

const perDayMax = 100;

/** A member's check-ins of one day, newest first. */
export function checkInsOfDay(memberId: string, on: BusinessDay): Promise<CheckInRecord[]> {
  return CheckInModel.find({ repDay: `${memberId}:${on}` })
    .sort({ repDay: 1, checkedInAt: -1 })
    .limit(perDayMax)
    .lean<CheckInRecord[]>();
}

/** The same as their rep sees them. */
export async function dayOf(memberId: string, on: BusinessDay): Promise<CheckInView[]> {
  const checkIns = await checkInsOfDay(memberId, on);
  return presentDay(checkIns, await reviewsOf(checkIns));
}

/** The days of these check-ins, as who made them sees them: by check-in. */
export async function daysOfCheckIns(checkIns: readonly RepDay[]): Promise<Map<string, CheckInView>> {
  if (checkIns.length === 0) return new Map();
  const found = await CheckInModel.find(ofDays(checkIns)).lean<CheckInRecord[]>();
  const reviews = await reviewsOf(found);
  const repDays = [...new Set(found.map(({ repDay }) => repDay))];
  const days = repDays.map((repDay) => found.filter((one) => one.repDay === repDay));
  return new Map(days.flatMap((day) => presentDay(day, reviews)).map((checkIn) => [checkIn.checkInId, checkIn]));
}

type RepDay = Pick<CheckInRecord, "memberId" | "on">;

const ofDays = (days: readonly RepDay[]) => ({
  repDay: { $in: [...new Set(days.map(({ memberId, on }) => `${memberId}:${on}`))] },
});

const tieFields = { memberId: 1, on: 1, customerId: 1, checkedInAt: 1, visitId: 1 } as const;

/** Of all check-ins of these days: when each was made where, and its visit. */
export const tiesOfDays = (days: readonly RepDay[]): Promise<Pick<CheckInRecord, "_id" | keyof typeof tieFields>[]> =>
  CheckInModel.find(ofDays(days), tieFields).lean<CheckInRecord[]>();

/** Those of these clients at which somebody has checked in. */
export const clientsCheckedInAt = (customerIds: readonly string[]): Promise<string[]> =>
  CheckInModel.distinct("customerId", { customerId: { $in: [...customerIds] } });

/** Check-ins at a customer that have no record, whoever made them, the newest first. */
export const unrecordedAtCustomer = (customerId: string, after: StreamPlace, limit: number): Promise<CheckInRecord[]> =>
  readBack<CheckInRecord>(CheckInModel, { equal: { customerId, visitId: null }, field: "checkedInAt", after, limit });

/** A member's check-ins of these days that count and have no record, the newest first. */
export async function unrecordedOn(memberId: string, { from, to }: DaySpan): Promise<CheckInRecord[]> {
  const repDays = Array.from({ length: dayCount({ from, to }) }, (_, n) => `${memberId}:${addDays(from, n)}`);
  const unrecorded = await CheckInModel.find({ repDay: { $in: repDays }, visitId: null }).lean<CheckInRecord[]>();
  const reviews = await reviewsOf(unrecorded);
  return unrecorded
    .filter(({ _id, verdict }) => isAccepted(verdict, reviews.get(_id)?.state ?? null))
    .sort((a, b) => b.checkedInAt.getTime() - a.checkedInAt.getTime());
}

/**
 * Where these members were on these days, as far as their check-ins tell: those that count, or may. Where somebody has found that nobody
 * was there nobody was.
 */
export async function placesVisited(
  memberIds: readonly string[],
  days: readonly BusinessDay[],
): Promise<Pick<CheckInRecord, "customerId" | "memberId" | "on" | "checkedInAt">[]> {
  if (memberIds.length === 0) return [];
  const repDays = memberIds.flatMap((memberId) => days.map((day) => `${memberId}:${day}`));
  const fields = { customerId: 1, memberId: 1, on: 1, checkedInAt: 1, verdict: 1, signals: 1 };
  const checkIns = await CheckInModel.find({ repDay: { $in: repDays } }, fields).lean<CheckInRecord[]>();
  const there = checkIns.filter(({ verdict }) => verdict === "inside" || verdict === "doubtful");
  const reviews = await reviewsOf(there);
  return there.filter(({ _id }) => reviews.get(_id)?.state !== "rejected");
}

/** A member's check-ins that a record would still make count, the newest first. @param now business time */
export async function checkInsToRecord(memberId: string, now: Date): Promise<CheckInView[]> {
  const today = businessDayOf(now);
  const days = await Promise.all([today, addDays(today, -1)].map((day) => checkInsOfDay(memberId, day)));
  const reviews = await reviewsOf(days.flat());
  return days
    .flatMap((day) => presentDay(day, reviews))
    .filter((checkIn) => isRecordDue(checkInStanding(checkIn, now)));
}

/** A member's check-ins of a month, oldest first. */
export async function checkInsOfMonth(memberId: string, period: Month): Promise<CheckInRecord[]> {
  const { from } = daysOf(period);
  const repDays = Array.from({ length: 31 }, (_, index) => addDays(from, index))
    .filter((day) => monthOf(day) === period)
    .map((day) => `${memberId}:${day}`);
  const checkIns = await CheckInModel.find({ repDay: { $in: repDays } }).lean<CheckInRecord[]>();
  return checkIns.sort((a, b) => a.checkedInAt.getTime() - b.checkedInAt.getTime());
}

export function findCheckIns(checkInIds: readonly string[]): Promise<CheckInRecord[]> {
  return CheckInModel.find({ _id: { $in: [...checkInIds] } }).lean<CheckInRecord[]>();
}

/** @throws AppError "checkIn.unknown" */
export async function findCheckIn(checkInId: string): Promise<CheckInRecord> {
  const checkIn = await CheckInModel.findOne({ _id: checkInId }).lean<CheckInRecord | null>();
  if (!checkIn) throw new AppError("checkIn.unknown", `no check-in ${checkInId}`);
  return checkIn;
}

/** A check-in of this member. @throws AppError "checkIn.unknown", also for somebody else's */
export async function findOwnCheckIn(memberId: string, checkInId: string): Promise<CheckInRecord> {
  const checkIn = await CheckInModel.findOne({ _id: checkInId }).lean<CheckInRecord | null>();
  if (!checkIn || checkIn.memberId !== memberId) throw new AppError("checkIn.unknown", `no check-in ${checkInId}`);
  return checkIn;
}

const traceDays = 14;
const tracesMax = 300;

/** A member's check-ins of a day and the two weeks before it: what one of them is compared with. */
export function tracesUpTo(memberId: string, on: BusinessDay): Promise<CheckInRecord[]> {
  const repDays = Array.from({ length: traceDays + 1 }, (_, back) => `${memberId}:${addDays(on, -back)}`);
  return CheckInModel.find({ repDay: { $in: repDays } })
    .limit(tracesMax)
    .lean<CheckInRecord[]>();
}

/** More than there are at one client while positions are kept. */
const evidenceMax = 2_000;

/** The check-ins at a client, of anybody, whose position, code and network are still kept. */
export const withEvidenceAt = (customerId: string, fields: Record<string, number> = {}): Promise<CheckInRecord[]> =>
  CheckInModel.find({ customerId, evidenceKept: true }, fields).limit(evidenceMax).lean<CheckInRecord[]>();

/** Where the code of a check-in was scanned at other times, by anybody. */
export async function usesOfCode({ _id, customerId, qrHash }: CheckInRecord): Promise<CheckInRecord[]> {
  const there = await withEvidenceAt(customerId);
  return there.filter((one) => one._id !== _id && one.qrHash === qrHash);
}

/** Where signals are to be looked for by now, the longest waiting first, some of them. @param now business time */
export const dueForSignals = (now: Date, limit: number): Promise<CheckInRecord[]> =>
  CheckInModel.find({ lookAt: { $lte: now } })
    .sort({ lookAt: 1 })
    .limit(limit)
    .lean<CheckInRecord[]>();

/** Writes down what was found, where nothing of it has changed in the meantime. @param found hears whether it is so (1 or 0) */
export const setSignals = (
  { _id, revision }: Pick<CheckInRecord, "_id" | "revision">,
  set: Pick<CheckInRecord, "signals" | "signalsAt" | "lookAt">,
  session: ClientSession,
  found: (count: number) => void,
): Promise<void> =>
  update(CheckInModel, { filter: { _id, revision }, set: { ...set, revision: revision + 1 } }, session, found);

/** When signals are looked for next, where nothing of it has changed in the meantime; null: no more. */
export const setLookAt = (
  { _id, revision }: Pick<CheckInRecord, "_id" | "revision">,
  lookAt: Date | null,
  session: ClientSession,
): Promise<void> => update(CheckInModel, { filter: { _id, revision }, set: { lookAt } }, session);

/** Ties a check-in to its visit; one check-in has one visit. */
export function setVisit(checkIn: CheckInRecord, visitId: string, session: ClientSession): Promise<void> {
  return updateAtRevision(CheckInModel, { id: checkIn._id, revision: checkIn.revision, set: { visitId } }, session);
}
