import type { BusinessDay } from "@shared/domain/time";
import { findCustomers } from "../customers";
import { lastVisitsAndSteps } from "../visits";

export interface DueStep {
  customerId: string;
  customerName: string;
  text: string;
  on: BusinessDay;
  visit: { visitId: string; version: number };
}

/**
 * What a member has said that they would do by today, or within a year before, at clients whom they still serve, where no later visit
 * has followed. The list of what waits, the morning's message and the leader's page of the member take it from here.
 */
export async function dueNextSteps(memberId: string, today: BusinessDay): Promise<DueStep[]> {
  const visits = await lastVisitsAndSteps(memberId, today);
  const due = [...visits].flatMap(([customerId, { visitId, version, customerName, nextStep }]) =>
    nextStep && nextStep.on <= today ? [{ customerId, customerName, ...nextStep, visit: { visitId, version } }] : [],
  );
  if (due.length === 0) return [];
  const customers = await findCustomers(due.map(({ customerId }) => customerId));
  return due.filter(({ customerId }) => customers.get(customerId)?.servedByIds.includes(memberId));
}
