import { AppError } from "@shared/errors";
import { footstepsMax } from "@shared/domain/sale";
import type { BusinessDay, Period } from "@shared/domain/time";
import { VisitModel, type VisitRecord } from "./visitModel";

/** A visit of this member. @throws AppError "visit.unknown", also for somebody else's */
export async function findOwnVisit(memberId: string, visitId: string): Promise<VisitRecord> {
  const visit = await VisitModel.findOne({ _id: visitId }).lean<VisitRecord | null>();
  if (!visit || visit.memberId !== memberId) throw new AppError("visit.unknown", `no visit ${visitId}`);
  return visit;
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

/** The day of a member's newest recorded visit by customer, from the given months. */
export async function lastVisitDays(memberId: string, months: readonly Period[]): Promise<Map<string, BusinessDay>> {
  const repMonths = months.map((month) => `${memberId}:${month}`);
  const visits = await VisitModel.find({ repMonth: { $in: repMonths } }, { customerId: 1, on: 1 }).lean<
    VisitRecord[]
  >();
  const days = new Map<string, BusinessDay>();
  for (const { customerId, on } of visits) {
    if (on > (days.get(customerId) ?? "")) days.set(customerId, on);
  }
  return days;
}
