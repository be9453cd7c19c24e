import { type BusinessDay, daysOf, monthOf, previousPeriod } from "@shared/domain/time";
import { findCustomers } from "../customers";
import { lastVisits, newestVisitsAt, plannedBetween } from "../visits";

export interface DueStep {
  customerId: string;
  customerName: string;
  text: string;
  on: BusinessDay;
  visit: { visitId: string; version: number };
}

/**
 * What a member has said that they would do by today, or within about two months before, at clients whom they still serve, where no
 * later visit has followed. The list of what waits and the morning's message take it from here.
 */
export async function dueNextSteps(memberId: string, today: BusinessDay): Promise<DueStep[]> {
  const month = monthOf(today);
  const months = [previousPeriod(month), month];
  const [recent, planned] = await Promise.all([
    lastVisits(memberId, months),
    // Said long ago for now: the newest visit of such a client may be older than these months.
    plannedBetween(memberId, { from: daysOf(previousPeriod(month)).from, to: today }),
  ]);
  const olderIds = planned.map(({ customerId }) => customerId).filter((customerId) => !recent.has(customerId));
  const visits = new Map([...recent, ...(await newestVisitsAt(memberId, olderIds))]);
  const due = [...visits].flatMap(([customerId, { visitId, version, customerName, nextStep }]) =>
    nextStep && nextStep.on <= today ? [{ customerId, customerName, ...nextStep, visit: { visitId, version } }] : [],
  );
  if (due.length === 0) return [];
  const customers = await findCustomers(due.map(({ customerId }) => customerId));
  return due.filter(({ customerId }) => customers.get(customerId)?.servedByIds.includes(memberId));
}
