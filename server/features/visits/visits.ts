import { AppError } from "@shared/errors";
import { footstepsMax } from "@shared/domain/sale";
import type { BusinessDay, Month, Period } from "@shared/domain/time";
import { VisitModel, type VisitRecord } from "./visitModel";
import { versionOf } from "./visitVersions";

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

export function findVisits(visitIds: readonly string[]): Promise<VisitRecord[]> {
  return VisitModel.find({ _id: { $in: [...visitIds] } }).lean<VisitRecord[]>();
}

/** The newest effective visits of these members at a customer up to a day: what a sale that credits them stands on. */
export async function effectiveVisitsUpTo(
  memberIds: readonly string[],
  customerId: string,
  on: BusinessDay,
): Promise<VisitRecord[]> {
  const visits = await Promise.all(memberIds.map((memberId) => visitsOfOne(memberId, customerId, on)));
  return newestEffective(visits.flat(), { memberIds, customerId, on });
}

/** The same of visits that are read already. */
export function newestEffective(
  visits: readonly VisitRecord[],
  { memberIds, customerId, on }: { memberIds: readonly string[]; customerId: string; on: BusinessDay },
): VisitRecord[] {
  return visits
    .filter((visit) => visit.effective && visit.customerId === customerId && visit.on <= on)
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

export interface LastVisit {
  visitId: string;
  /** Of its record. */
  version: number;
  customerName: string;
  on: BusinessDay;
  /** What is to come next, as it was said last; null also where it was done without a visit. */
  nextStep: { text: string; on: BusinessDay } | null;
}

/** A member's newest recorded visit by customer, from the given months. */
export async function lastVisits(memberId: string, months: readonly Period[]): Promise<Map<string, LastVisit>> {
  const repMonths = months.map((month) => `${memberId}:${month}`);
  const fields = { customerId: 1, customerName: 1, on: 1, nextStep: 1, recordedAt: 1, version: 1 };
  const visits = await VisitModel.find({ repMonth: { $in: repMonths } }, fields).lean<VisitRecord[]>();
  return newestByKey(visits, ({ customerId }) => customerId);
}

/** What members have said that they would do on these days, where no later visit has followed; by member, the earliest first. */
export async function nextStepsOn(
  days: readonly BusinessDay[],
): Promise<Map<string, { customerName: string; text: string; on: BusinessDay }[]>> {
  const due = await VisitModel.find({ "nextStep.on": { $in: [...days] } }).lean<VisitRecord[]>();
  const keys = [...new Set(due.map(({ memberCustomer }) => memberCustomer))];
  const fields = { memberCustomer: 1, customerName: 1, on: 1, nextStep: 1, recordedAt: 1 };
  const all = await VisitModel.find({ memberCustomer: { $in: keys } }, fields).lean<VisitRecord[]>();
  const newest = newestByKey(all, ({ memberCustomer }) => memberCustomer);
  const byMember = new Map<string, { customerName: string; text: string; on: BusinessDay }[]>();
  const seen = new Set<string>();
  for (const { memberId, memberCustomer, customerName } of due) {
    const step = newest.get(memberCustomer)?.nextStep;
    if (!step || !days.includes(step.on) || seen.has(memberCustomer)) continue;
    seen.add(memberCustomer);
    byMember.set(memberId, [...(byMember.get(memberId) ?? []), { customerName, ...step }]);
  }
  for (const steps of byMember.values())
    steps.sort((a, b) => (`${a.on} ${a.customerName}` < `${b.on} ${b.customerName}` ? -1 : 1));
  return byMember;
}

function newestByKey(visits: readonly VisitRecord[], keyOf: (visit: VisitRecord) => string): Map<string, LastVisit> {
  const newest = new Map<string, VisitRecord>();
  for (const visit of visits) {
    const known = newest.get(keyOf(visit));
    if (!known || orderOf(known) < orderOf(visit)) newest.set(keyOf(visit), visit);
  }
  return new Map(
    [...newest].map(([key, { _id, version, customerName, on, nextStep }]) => [
      key,
      {
        visitId: _id,
        version: versionOf({ version }),
        customerName,
        on,
        nextStep: nextStep && !nextStep.doneAt ? { text: nextStep.text, on: nextStep.on } : null,
      },
    ]),
  );
}
