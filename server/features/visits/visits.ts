import { AppError } from "@shared/errors";
import { footstepsMax } from "@shared/domain/sale";
import type { VisitReason } from "@shared/domain/visit";
import { plainVisitType } from "@shared/domain/visitType";
import {
  addDays,
  type BusinessDay,
  type DaySpan,
  type Month,
  monthOf,
  type Period,
  previousPeriod,
} from "@shared/domain/time";
import { readBack, type StreamPlace } from "../../db";
import { VisitModel, type VisitRecord } from "./visitModel";
import { completeAtOf, versionOf } from "./visitVersions";

/** A visit of this member. @throws AppError "visit.unknown", also for somebody else's */
export async function findOwnVisit(memberId: string, visitId: string): Promise<VisitRecord> {
  const visit = await VisitModel.findOne({ _id: visitId }).lean<VisitRecord | null>();
  if (!visit || visit.memberId !== memberId) throw new AppError("visit.unknown", `no visit ${visitId}`);
  return visit;
}

/** A member's visits of a month, oldest first. */
export async function visitsOfMonth(memberId: string, period: Month): Promise<VisitRecord[]> {
  const visits = await VisitModel.find({ repMonth: `${memberId}:${period}` }).lean<VisitRecord[]>();
  return visits.sort((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime());
}

/** How many of a member's visits of these days count. */
export async function effectiveVisitsDuring(memberId: string, { from, to }: DaySpan): Promise<number> {
  const months = [...new Set([monthOf(from), monthOf(to)])];
  const found = await Promise.all(
    months.map((month) =>
      VisitModel.find({ repMonth: `${memberId}:${month}`, on: { $gte: from, $lte: to } }, { effective: 1 }).lean<
        Pick<VisitRecord, "effective">[]
      >(),
    ),
  );
  return found.flat().filter(({ effective }) => effective).length;
}

/** Since when each of these is complete, by its check-in; null: some step is missing still. */
export async function completeSince(visitIds: readonly string[]): Promise<Map<string, Date | null>> {
  if (visitIds.length === 0) return new Map();
  const fields = { checkInId: 1, completeAt: 1, recordedAt: 1 };
  const visits = await VisitModel.find({ _id: { $in: [...visitIds] } }, fields).lean<VisitRecord[]>();
  return new Map(visits.map((visit) => [visit.checkInId, completeAtOf(visit)]));
}

export function findVisits(visitIds: readonly string[]): Promise<VisitRecord[]> {
  return VisitModel.find({ _id: { $in: [...visitIds] } }).lean<VisitRecord[]>();
}

/**
 * The newest effective visits of these members at a customer up to a day: what a sale that credits them stands on.
 * @param customerIds all ids of the customer
 */
export async function effectiveVisitsUpTo(
  memberIds: readonly string[],
  customerIds: readonly string[],
  on: BusinessDay,
): Promise<VisitRecord[]> {
  const visits = await Promise.all(
    memberIds.flatMap((memberId) => customerIds.map((customerId) => visitsOfOne(memberId, customerId, on))),
  );
  return newestEffective(visits.flat(), { memberIds, customerIds, on });
}

/** The same of visits that are read already. */
export function newestEffective(
  visits: readonly VisitRecord[],
  { memberIds, customerIds, on }: { memberIds: readonly string[]; customerIds: readonly string[]; on: BusinessDay },
): VisitRecord[] {
  return visits
    .filter((visit) => visit.effective && customerIds.includes(visit.customerId) && visit.on <= on)
    .filter(({ memberId }) => memberIds.includes(memberId))
    .sort((a, b) => (orderOf(a) < orderOf(b) ? 1 : -1))
    .slice(0, footstepsMax);
}

const orderOf = ({ on, recordedAt, _id }: VisitRecord): string => `${on} ${recordedAt.toISOString()} ${_id}`;

function visitsOfOne(memberId: string, customerId: string, on: BusinessDay): Promise<VisitRecord[]> {
  return VisitModel.find({ memberCustomer: `${memberId}:${customerId}`, effective: true, on: { $lte: on } })
    .sort({ memberCustomer: 1, effective: 1, on: -1 })
    .limit(footstepsMax)
    .lean<VisitRecord[]>();
}

/** Visits at a customer, whoever made them, the newest first. */
export const visitsAtCustomer = (customerId: string, after: StreamPlace, limit: number): Promise<VisitRecord[]> =>
  readBack<VisitRecord>(VisitModel, { equal: { customerId }, field: "recordedAt", after, limit });

/** How many visits there were at a customer. @param customerIds all its ids */
export async function countVisitsAt(customerIds: readonly string[]): Promise<number> {
  const counts = await Promise.all(customerIds.map((customerId) => VisitModel.countDocuments({ customerId })));
  return counts.reduce((sum, count) => sum + count, 0);
}

export interface LastVisit {
  visitId: string;
  /** Of its record. */
  version: number;
  customerName: string;
  /** The last day on which the member was there: where a check-in was rejected nobody was. Null: on none of those looked at. */
  on: BusinessDay | null;
  /** Of which type its record is. */
  typeId: string;
  /** What is to come next, as it was said last, wherever that was; null also where it was done without a visit. */
  nextStep: { text: string; on: BusinessDay } | null;
}

const lastVisitFields = {
  ...{ customerId: 1, customerName: 1, on: 1, nextStep: 1, recordedAt: 1, version: 1, reason: 1 },
  typeId: 1,
};

/** By customer, from the given months: when a member was there last, and what they have said comes next. */
export async function lastVisits(memberId: string, months: readonly Period[]): Promise<Map<string, LastVisit>> {
  const repMonths = months.map((month) => `${memberId}:${month}`);
  const visits = await VisitModel.find({ repMonth: { $in: repMonths } }, lastVisitFields).lean<VisitRecord[]>();
  return newestByKey(visits, ({ customerId }) => customerId);
}

/** A step lies within a year of the visit at which it was said, and waits for a year after its day. */
const stepDays = 366;

/**
 * A member's newest visit by customer, with what comes next: of this month and the last one, and of clients for whom something is planned
 * or was not done, however long ago that was said. Whoever shows what comes next takes it from here.
 */
export async function lastVisitsAndSteps(memberId: string, today: BusinessDay): Promise<Map<string, LastVisit>> {
  const month = monthOf(today);
  const [recent, planned] = await Promise.all([
    lastVisits(memberId, [previousPeriod(month), month]),
    plannedBetween(memberId, { from: addDays(today, -stepDays), to: addDays(today, stepDays) }),
  ]);
  const older = planned.filter(({ customerId, nextStep }) => !nextStep?.doneAt && !recent.has(customerId));
  return new Map([
    ...recent,
    ...(await newestVisitsAt(
      memberId,
      older.map(({ customerId }) => customerId),
    )),
  ]);
}

/** The clients at whom a member has said, at whatever visit, that they would do something in these days. */
async function plannedBetween(
  memberId: string,
  { from, to }: DaySpan,
): Promise<Pick<VisitRecord, "customerId" | "nextStep">[]> {
  const fields = { customerId: 1, "nextStep.doneAt": 1 };
  return VisitModel.find({ memberId, "nextStep.on": { $gte: from, $lte: to } }, fields).lean<
    Pick<VisitRecord, "customerId" | "nextStep">[]
  >();
}

/** The same at each of these customers, however long ago. */
async function newestVisitsAt(memberId: string, customerIds: readonly string[]): Promise<Map<string, LastVisit>> {
  if (customerIds.length === 0) return new Map();
  const keys = [...new Set(customerIds)].map((customerId) => `${memberId}:${customerId}`);
  const visits = await VisitModel.find({ memberCustomer: { $in: keys } }, lastVisitFields).lean<VisitRecord[]>();
  return newestByKey(visits, ({ customerId }) => customerId);
}

/** When somebody, whoever it was, has been at each of these customers last, by the id that the visit was recorded under. */
export async function lastVisitDays(customerIds: readonly string[]): Promise<Map<string, BusinessDay>> {
  if (customerIds.length === 0) return new Map();
  const days = await VisitModel.aggregate<{ _id: string; on: BusinessDay | null }>([
    { $match: { customerId: { $in: [...customerIds] } } },
    // Unless who looked at the check-in has found otherwise.
    { $match: { reason: { $ne: "checkIn.rejected" satisfies VisitReason } } },
    { $group: { _id: "$customerId", on: { $max: "$on" } } },
  ]);
  return new Map(days.flatMap(({ _id, on }) => (on === null ? [] : [[_id, on] as const])));
}

/** Whoever has said that they would do something on one of these days; whether it is still to be done is another question. */
export async function membersPlanning(days: readonly BusinessDay[]): Promise<string[]> {
  const visits = await VisitModel.find({ "nextStep.on": { $in: [...days] } }, { memberId: 1 }).lean<
    Pick<VisitRecord, "memberId">[]
  >();
  return [...new Set(visits.map(({ memberId }) => memberId))].sort();
}

/** Unless who looked at the check-in has found otherwise. */
const wasThere = ({ reason }: VisitRecord): boolean => reason !== ("checkIn.rejected" satisfies VisitReason);

function newestByKey(visits: readonly VisitRecord[], keyOf: (visit: VisitRecord) => string): Map<string, LastVisit> {
  const newest = new Map<string, VisitRecord>();
  const lastOn = new Map<string, BusinessDay>();
  for (const visit of visits) {
    const key = keyOf(visit);
    const known = newest.get(key);
    if (!known || orderOf(known) < orderOf(visit)) newest.set(key, visit);
    if (wasThere(visit) && (lastOn.get(key) ?? "") < visit.on) lastOn.set(key, visit.on);
  }
  return new Map(
    [...newest].map(([key, { _id, version, customerName, typeId, nextStep }]) => [
      key,
      {
        visitId: _id,
        version: versionOf({ version }),
        customerName,
        typeId: typeId ?? plainVisitType.typeId,
        on: lastOn.get(key) ?? null,
        nextStep: nextStep && !nextStep.doneAt ? { text: nextStep.text, on: nextStep.on } : null,
      },
    ]),
  );
}
