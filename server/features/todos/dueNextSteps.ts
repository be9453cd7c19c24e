import { type BusinessDay, monthOf, previousPeriod } from "@shared/domain/time";
import { findCustomers } from "../customers";
import { lastVisits } from "../visits";

export interface DueStep {
  customerId: string;
  customerName: string;
  text: string;
  on: BusinessDay;
  visit: { visitId: string; version: number };
}

/** What a member has said that they would do by today, at clients whom they still serve, where no later visit has followed. */
export async function dueNextSteps(memberId: string, today: BusinessDay): Promise<DueStep[]> {
  const month = monthOf(today);
  const visits = await lastVisits(memberId, [previousPeriod(month), month]);
  const due = [...visits].flatMap(([customerId, { visitId, version, customerName, nextStep }]) =>
    nextStep && nextStep.on <= today ? [{ customerId, customerName, ...nextStep, visit: { visitId, version } }] : [],
  );
  if (due.length === 0) return [];
  const customers = await findCustomers(due.map(({ customerId }) => customerId));
  return due.filter(({ customerId }) => customers.get(customerId)?.servedByIds.includes(memberId));
}
