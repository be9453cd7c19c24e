import type { BusinessDay } from "@shared/domain/time";
import { findCustomers } from "../customers";
import { lastVisitsAndSteps } from "../visits";
import { lastVisitAt } from "./lastVisitAt";

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
  const due = [...visits].flatMap(([visitedId, { visitId, version, customerName, nextStep }]) =>
    nextStep && nextStep.on <= today ? [{ visitedId, customerName, ...nextStep, visit: { visitId, version } }] : [],
  );
  if (due.length === 0) return [];
  const customers = await findCustomers(due.map(({ visitedId }) => visitedId));
  return due.flatMap(({ visitedId, ...step }) => {
    const customer = customers.get(visitedId);
    if (!customer?.servedByIds.includes(memberId)) return [];
    // A client that has become another may have been visited since under its other id.
    const isLast = lastVisitAt(customer, visits)?.visitId === step.visit.visitId;
    return isLast ? [{ customerId: customer._id, ...step }] : [];
  });
}
