import type { AnswerOf } from "@shared/contracts";
import type { Month } from "@shared/domain/time";
import { type CheckInRecord, checkInsOfMonth } from "../checkIns";
import { type SaleRecord, salesRecordedIn } from "../sales";
import { type VisitRecord, visitsOfMonth } from "../visits";

type Export = AnswerOf<"privacy.export">;

/** What is kept of a member's own work of a month, as it is kept: with coordinates, where they have not been erased. */
export async function exportMonth(memberId: string, period: Month): Promise<Export> {
  const [checkIns, visits, sales] = await Promise.all([
    checkInsOfMonth(memberId, period),
    visitsOfMonth(memberId, period),
    salesRecordedIn(memberId, period),
  ]);
  return {
    period,
    checkIns: checkIns.map(exportCheckIn),
    visits: visits.map(exportVisit),
    sales: sales.map(exportSale),
  };
}

const exportCheckIn = (checkIn: CheckInRecord): Export["checkIns"][number] => ({
  checkInId: checkIn._id,
  customerName: checkIn.customerName,
  siteName: checkIn.siteName,
  checkedInAt: checkIn.checkedInAt.toISOString(),
  verdict: checkIn.verdict,
  distanceM: checkIn.distanceM ?? null,
  accuracyM: checkIn.accuracyM ?? null,
  radiusM: checkIn.radiusM,
  consentVersion: checkIn.consentVersion,
  position: checkIn.fix ? { latDeg: checkIn.fix.latDeg, lngDeg: checkIn.fix.lngDeg, kind: checkIn.fix.kind } : null,
});

const exportVisit = (visit: VisitRecord): Export["visits"][number] => ({
  visitId: visit._id,
  checkInId: visit.checkInId,
  customerName: visit.customerName,
  on: visit.on,
  purpose: visit.purpose,
  peopleMet: visit.peopleMet ?? null,
  record: visit.record,
  nextStep: visit.nextStep ? { text: visit.nextStep.text, on: visit.nextStep.on } : null,
  recordedAt: visit.recordedAt.toISOString(),
  effective: visit.effective,
  reason: visit.reason ?? null,
});

const exportSale = (sale: SaleRecord): Export["sales"][number] => ({
  saleId: sale._id,
  customerName: sale.customerName,
  amountFen: sale.amountFen,
  signedOn: sale.signedOn,
  contractNo: sale.contractNo ?? null,
  state: sale.state,
  submittedAt: sale.submittedAt.toISOString(),
  confirmedAt: sale.confirmedAt?.toISOString() ?? null,
});
