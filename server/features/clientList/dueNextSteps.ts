import type { BusinessDay } from "@shared/domain/time";
import { unrecordedOn } from "../checkIns";
import { findCustomers, idsOf } from "../customers";
import { lastVisitsAndSteps } from "../visits";
import { lastVisitAt } from "./lastVisitAt";

export interface DueStep {
  customerId: string;
  customerName: string;
  text: string;
  on: BusinessDay;
  visit: { visitId: string; version: number };
  /** They have been there since its day, as a check-in tells that counts and has no record; null: not yet. */
  been: { checkInId: string; customerId: string; on: BusinessDay } | null;
}

/**
 * What a member has said that they would do by today, or within a year before, at clients whom they still serve, where no later visit
 * has followed; who has been there and has not written it down is told so. The list of what waits, the morning's message and the leader's page of the member take it from here.
 */
export async function dueNextSteps(memberId: string, today: BusinessDay): Promise<DueStep[]> {
  const visits = await lastVisitsAndSteps(memberId, today);
  const due = [...visits].flatMap(([visitedId, { visitId, version, customerName, nextStep, on: saidOn }]) =>
    nextStep && nextStep.on <= today
      ? [{ visitedId, saidOn, step: { customerName, ...nextStep, visit: { visitId, version } } }]
      : [],
  );
  if (due.length === 0) return [];
  const customers = await findCustomers(due.map(({ visitedId }) => visitedId));
  const open = due.flatMap(({ visitedId, saidOn, step }) => {
    const customer = customers.get(visitedId);
    if (!customer?.servedByIds.includes(memberId)) return [];
    // A client that has become another may have been visited since under its other id.
    const isLast = lastVisitAt(customer, visits)?.visitId === step.visit.visitId;
    return isLast ? [{ customer, saidOn, step }] : [];
  });
  if (open.length === 0) return [];
  const first = open.map(({ step }) => step.on).reduce((one, other) => (one < other ? one : other));
  const checkIns = await unrecordedOn(memberId, { from: first, to: today });
  return open.map(({ customer, saidOn, step }) => {
    const ids = idsOf(customer);
    // On the day on which it was said it is about what comes after.
    const since = checkIns.filter(
      (one) => ids.includes(one.customerId) && one.on >= step.on && one.on > (saidOn ?? ""),
    );
    // Of a day the first: those after it only repeat it.
    const there = since.findLast(({ on }) => on === since[0]?.on);
    const been = there ? { checkInId: there._id, customerId: there.customerId, on: there.on } : null;
    return { customerId: customer._id, ...step, been };
  });
}
