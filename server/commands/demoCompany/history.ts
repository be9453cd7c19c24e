import type { ClientSession } from "mongoose";
import { CheckInModel } from "../../features/checkIns/checkInModel";
import { SaleModel, type SaleRecord } from "../../features/sales/saleModel";
import { newCustomerKeyOf } from "../../features/sales/newCustomer";
import { decideSale, saleCause, saleFact } from "../../features/sales/saleFact";
import { sortKeyOf } from "../../features/sales/submitSale";
import { consentVersion } from "../../features/members";
import { markCounted } from "../../features/visits/countedDays";
import { visitCause, visitFact } from "../../features/visits/visitFact";
import { VisitModel, type VisitRecord } from "../../features/visits/visitModel";
import { monthOf, type BusinessDay } from "@shared/domain/time";
import type { Cause, Fact } from "@shared/domain/pay";
import { claimKey, commandPartsOf, insert, keyTaken } from "../../db";
import type { Deps } from "../../deps";
import { demoCustomers, siteRadiusM, type DemoCustomer } from "./customers";
import type { DemoSale } from "./march";

/** One thing that happened: the fact that pay sees, and what must be written with it. */
export interface PastEvent {
  fact: Fact;
  /** What the ledger names for it. */
  cause: Cause;
  write(session: ClientSession): Promise<void>;
}

type PastDeps = Pick<Deps, "settings">;

const customerById = new Map(demoCustomers.map((customer) => [customer.id, customer]));
const at = (on: BusinessDay, time: string) => new Date(`${on}T${time}:00+08:00`);

function customerOf(sale: DemoSale): DemoCustomer {
  const customer = customerById.get(sale.customerId);
  if (!customer) throw new Error(`the demo has no customer ${sale.customerId}`);
  return customer;
}

/** An effective visit of the past with its check-in, some tens of meters from the pin. */
export async function pastVisit(
  deps: PastDeps,
  sale: DemoSale,
  on: BusinessDay,
): Promise<PastEvent & { visitId: string }> {
  const { repId } = sale;
  const customer = customerOf(sale);
  const key = `seed-${customer.id}-${on}`;
  const visitId = `${repId}:${key}`;
  const checkedInAt = at(on, "10:02");
  const recordedAt = at(on, "11:20");
  const visit: VisitRecord = {
    _id: visitId,
    schemaVersion: 1,
    memberId: repId,
    repMonth: `${repId}:${monthOf(on)}`,
    customerId: customer.id,
    customerName: customer.shortName,
    memberCustomer: `${repId}:${customer.id}`,
    checkInId: visitId,
    purpose: "followUp",
    peopleMet: "采购部 刘经理",
    record: "确认了数量和交期,客户希望分两批到货。",
    nextStep: null,
    recordedAt,
    on,
    effective: true,
    reason: null,
    revision: 1,
  };
  const write = async (session: ClientSession) => {
    await insert(
      CheckInModel,
      {
        ...commandPartsOf(
          { actor: { kind: "member", id: repId }, commandId: key, kind: "checkIns.create", body: {} },
          { answer: {}, audit: { action: "checkIn.create", subject: visitId, at: checkedInAt } },
        ),
        memberId: repId,
        repMonth: visit.repMonth,
        repDay: `${repId}:${on}`,
        customerId: customer.id,
        customerName: customer.shortName,
        siteId: "s1",
        siteName: customer.site.name,
        fix: { latDeg: customer.site.latDeg + 0.0005, lngDeg: customer.site.lngDeg, accuracyM: 20, kind: "live" },
        distanceM: 56,
        accuracyM: 20,
        radiusM: siteRadiusM,
        verdict: "inside",
        timeKind: "anchored",
        tappedAt: checkedInAt,
        checkedInAt,
        receivedAt: checkedInAt,
        on,
        consentVersion,
        visitId,
        revision: 2,
      },
      session,
    );
    await insert(VisitModel, visit, session);
    await markCounted(repId, customer.id, on, visitId, session);
  };
  return { visitId, fact: await visitFact(deps, visit, recordedAt), cause: visitCause(visit), write };
}

/** A confirmed sale of the past, standing on the given visits. Its customer was one before: no first-order reward. */
export async function pastSale(
  deps: PastDeps,
  sale: DemoSale,
  place: { teamId: string; repName: string; confirmedById: string; confirmedByName: string },
  visitIds: string[],
): Promise<PastEvent> {
  const customer = customerOf(sale);
  const id = `seed-${sale.repId}-${sale.signedOn}`;
  const submittedAt = at(sale.signedOn, "16:05");
  const confirmedAt = at(sale.signedOn, "17:10");
  const record: SaleRecord = {
    _id: id,
    schemaVersion: 1,
    repId: sale.repId,
    repName: place.repName,
    teamId: place.teamId,
    customerId: customer.id,
    customerName: customer.shortName,
    amountFen: sale.amountYuan * 100,
    stream: null,
    contractNo: `XL-${sale.signedOn}`,
    signedOn: sale.signedOn,
    state: "confirmed",
    submittedAt,
    confirmedAt,
    confirmedById: place.confirmedById,
    confirmedByName: place.confirmedByName,
    returnReason: null,
    footsteps: [...visitIds].reverse(),
    sortKey: sortKeyOf(submittedAt, id),
    revision: 2,
  };
  const write = async (session: ClientSession) => {
    await insert(SaleModel, record, session);
    const key = newCustomerKeyOf(customer.id);
    if (!(await keyTaken(key))) await claimKey(key, "before-the-demo", session);
  };
  return { fact: saleFact(record, await decideSale(deps, record, confirmedAt)), cause: saleCause(record), write };
}
