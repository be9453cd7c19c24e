import type { FootstepView, VisitView } from "@shared/contracts";
import { presentCheckIn, type CheckInRecord } from "../checkIns";
import type { VisitRecord } from "./visitModel";

/** A visit as its rep sees it. */
export function presentVisit(visit: VisitRecord, checkIn: CheckInRecord): VisitView {
  return {
    visitId: visit._id,
    customerId: visit.customerId,
    customerName: visit.customerName,
    // Written from the same contract's list.
    purpose: visit.purpose as VisitView["purpose"],
    peopleMet: visit.peopleMet ?? null,
    record: visit.record,
    nextStep: visit.nextStep ? { text: visit.nextStep.text, on: visit.nextStep.on } : null,
    recordedAt: visit.recordedAt.toISOString(),
    on: visit.on,
    effective: visit.effective,
    reason: (visit.reason ?? null) as VisitView["reason"],
    checkIn: presentCheckIn(checkIn),
    revision: visit.revision,
  };
}

/** A visit as a footstep behind a sale. */
export function presentFootstep(visit: VisitRecord, checkIn: CheckInRecord): FootstepView {
  return { visitId: visit._id, on: visit.on, record: visit.record, checkIn: presentCheckIn(checkIn) };
}
