import type { ClientSession } from "mongoose";
import { CheckInModel } from "../../features/checkIns/checkInModel";
import { insertReview, openReview } from "../../features/checkIns/reviews";
import { SaleModel, type SaleRecord } from "../../features/sales/saleModel";
import { visitsBehind } from "../../features/sales/saleCredits";
import { newCustomerKeyOf } from "../../features/sales/newCustomer";
import { decideSale, saleCause, saleFact } from "../../features/sales/saleFact";
import { submittedSale } from "../../features/sales/saleDraft";
import { consentVersion, findMember, unitOfMember } from "../../features/members";
import { markCounted } from "../../features/visits/countedDays";
import { visitCause, visitFact } from "../../features/visits/visitFact";
import { VisitModel, type VisitRecord } from "../../features/visits/visitModel";
import { type Fix, judgeCheckIn } from "@shared/domain/checkIn";
import { daysOf, monthOf, type BusinessDay } from "@shared/domain/time";
import { plainVisitType, type StepAnswer, type VisitTypeRef } from "@shared/domain/visitType";
import { judgeVisit, recordWindowMs } from "@shared/domain/visit";
import type { Cause, Fact } from "@shared/domain/pay";
import { claimKey, commandPartsOf, insert, keyTaken } from "../../db";
import type { Deps } from "../../deps";
import { demoCustomers, siteRadiusM, type DemoCustomer } from "./customers";
import { demoPeriod, type DemoSale } from "./march";

/** One thing that happened: the fact that pay sees, and what must be written with it. */
export interface PastEvent {
  fact: Fact;
  /** What the ledger names for it. */
  cause: Cause;
  write(session: ClientSession): Promise<void>;
}

type PastDeps = Pick<Deps, "settings">;

const customerById = new Map(demoCustomers.map((customer) => [customer.id, customer]));
export const at = (on: BusinessDay, time: string) => new Date(`${on}T${time}:00+08:00`);

function customerOf(sale: DemoSale): DemoCustomer {
  const customer = customerById.get(sale.customerId);
  if (!customer) throw new Error(`the demo has no customer ${sale.customerId}`);
  return customer;
}

/** A visit to a client as it went. */
export interface PastVisit {
  repId: string;
  customer: DemoCustomer;
  on: BusinessDay;
  checkedInAt: Date;
  /** Null: checked in, and wrote nothing. */
  recordedAt: Date | null;
  purpose: VisitRecord["purpose"];
  peopleMet: string;
  record: string;
  /** A plain one without it. */
  type?: VisitTypeRef;
  answers?: StepAnswer[];
  nextStep?: NonNullable<VisitRecord["nextStep"]>;
  /** Where the phone was, from the pin, and how sure of that. */
  northM: number;
  accuracyM: number;
}

const metersPerDegree = 111_195;

/** A visit of the past as it is stored: its check-in, judged as a tap of today is, and its record. */
export function visitRecords(past: PastVisit) {
  const { repId, customer, on, checkedInAt, recordedAt } = past;
  const key = `seed-${customer.id}-${on}`;
  const id = `${repId}:${key}`;
  const { latDeg, lngDeg } = customer.site;
  const fix: Fix = { latDeg: latDeg + past.northM / metersPerDegree, lngDeg, accuracyM: past.accuracyM, kind: "live" };
  const { verdict, distanceM } = judgeCheckIn(fix, { latDeg, lngDeg, radiusM: siteRadiusM });
  const recordDelayMs = recordedAt && recordedAt.getTime() - checkedInAt.getTime();
  const judged = judgeVisit({
    verdict,
    recordDelayMs,
    windowMs: recordWindowMs,
    stepsMissing: false,
    alreadyCountedToday: false,
  });
  const common = {
    memberId: repId,
    repMonth: `${repId}:${monthOf(on)}`,
    customerId: customer.id,
    customerName: customer.shortName,
    on,
  };
  const checkIn = {
    ...commandPartsOf(
      { actor: { kind: "member", id: repId }, commandId: key, kind: "checkIns.create", body: {} },
      { answer: {}, audit: { action: "checkIn.create", subject: id, at: checkedInAt } },
    ),
    ...common,
    repDay: `${repId}:${on}`,
    siteId: "s1",
    siteName: customer.site.name,
    fix,
    distanceM,
    fixKind: fix.kind,
    leftAt: null,
    photoId: null,
    ...{ qrHash: null, qrFinding: null, wifi: null, wifiFinding: null },
    // Of no phone, and nothing that is looked for signals: see `lookForSignals`.
    deviceId: null,
    clockOffMs: null,
    signals: [],
    signalsAt: null,
    lookAt: null,
    accuracyM: past.accuracyM,
    radiusM: siteRadiusM,
    verdict,
    timeKind: "anchored" as const,
    tappedAt: checkedInAt,
    checkedInAt,
    receivedAt: checkedInAt,
    consentVersion,
    visitId: recordedAt && id,
    revision: recordedAt ? 2 : 1,
  };
  const visit: VisitRecord | null = recordedAt && {
    _id: id,
    schemaVersion: 1,
    ...common,
    memberCustomer: `${repId}:${customer.id}`,
    checkInId: id,
    typeId: past.type?.typeId ?? plainVisitType.typeId,
    typeVersion: past.type?.version ?? plainVisitType.version,
    answers: past.answers ?? [],
    completeAt: recordedAt,
    purpose: past.purpose,
    peopleMet: past.peopleMet,
    record: past.record,
    voice: null,
    nextStep: past.nextStep ?? null,
    recordedAt,
    ...judged,
    version: null,
    correctedAt: null,
    revision: 1,
  };
  return { checkIn, visit };
}

/** How the visits of the small demo went: all alike, some tens of meters from the pin. */
export const demoVisit = (sale: DemoSale, on: BusinessDay): PastVisit => ({
  repId: sale.repId,
  customer: customerOf(sale),
  on,
  checkedInAt: at(on, "10:02"),
  recordedAt: at(on, "11:20"),
  purpose: "followUp",
  peopleMet: "采购部 刘经理",
  record: "确认了数量和交期,客户希望分两批到货。",
  northM: 55.6,
  accuracyM: 20,
});

/** An effective visit of the past with its check-in. */
export async function pastVisit(
  deps: PastDeps,
  sale: DemoSale,
  on: BusinessDay,
): Promise<PastEvent & { visitId: string }> {
  return pastVisitEvent(deps, demoVisit(sale, on));
}

/** The same of a visit that is told in full. */
export async function pastVisitEvent(deps: PastDeps, past: PastVisit): Promise<PastEvent & { visitId: string }> {
  const { checkIn, visit } = visitRecords(past);
  const { on } = past;
  if (!visit?.effective) throw new Error(`the visit of ${past.repId} on ${on} does not count`);
  const { _id: visitId, memberId, customerId, recordedAt } = visit;
  const write = async (session: ClientSession) => {
    await insert(CheckInModel, checkIn, session);
    await insert(VisitModel, visit, session);
    await markCounted(memberId, customerId, on, visitId, session);
  };
  return { visitId, fact: await visitFact(deps, visit, recordedAt, false), cause: visitCause(visit), write };
}

/**
 * A visit whose phone gave no position, with what its rep says about that: it waits for the leader, and counts once it is accepted. It is
 * no fact yet, so that March is the same in every demo.
 */
export async function doubtfulVisit(): Promise<(session: ClientSession) => Promise<void>> {
  const [repId, on] = ["liuyang", "2026-03-25"];
  const customer = customerById.get("c-xinghe");
  const [rep, teamId] = await Promise.all([findMember(repId), unitOfMember(repId, on)]);
  const { checkIn, visit } = visitRecords({
    ...{ repId, customer: customer ?? never(), on, checkedInAt: at(on, "16:32"), recordedAt: at(on, "17:05") },
    ...{ purpose: "samples", peopleMet: "仓库 黄主管", record: "送了两套样灯,下周三反馈试装结果。" },
    ...{ northM: 0, accuracyM: 0 },
  });
  const tap = {
    ...checkIn,
    fix: null,
    fixKind: null,
    distanceM: null,
    accuracyM: null,
    verdict: "unverified" as const,
  };
  const record = { ...(visit ?? never()), effective: false, reason: "checkIn.unverified" };
  const review = {
    ...openReview(tap, { name: rep?.name ?? repId, teamId }, tap.receivedAt),
    answer: { text: "在展厅地下室卸样灯,手机没有信号,取不到位置。", at: at(on, "17:06") },
    revision: 2,
  };
  return async (session) => {
    await insert(CheckInModel, tap, session);
    await insert(VisitModel, record, session);
    await insertReview(review, session);
  };
}

function never(): never {
  throw new Error("the demo lacks a client or a record");
}

/** A sale of the past. */
export interface PastSale {
  repId: string;
  customer: DemoCustomer;
  amountFen: number;
  signedOn: BusinessDay;
  state: "confirmed" | "submitted" | "returned";
  submittedAt: Date;
  /** When it was confirmed; null while it is not. */
  confirmedAt: Date | null;
  /** The first day that is told of whoever sold it, where they were there before: no visit of an earlier one is behind it. */
  toldFrom?: BusinessDay;
}

/** Where it was sold and who decided. */
export interface PastPlace {
  teamId: string;
  repName: string;
  confirmedById: string;
  confirmedByName: string;
}

/** @param visitIds the effective visits that it stands on, newest first */
export function saleRecord(past: PastSale, place: PastPlace, visitIds: string[]): SaleRecord {
  const { repId, customer, amountFen, signedOn, state, submittedAt, confirmedAt } = past;
  const id = `seed-${repId}-${signedOn}`;
  const isConfirmed = confirmedAt !== null;
  const submitted = submittedSale({
    _id: id,
    ...{
      repId,
      repName: place.repName,
      teamId: place.teamId,
      customerId: customer.id,
      customerName: customer.shortName,
    },
    ...{ amountFen, contractNo: `XL-${signedOn}`, signedOn, submittedAt },
  });
  return {
    ...submitted,
    state,
    confirmedAt,
    confirmedById: isConfirmed ? place.confirmedById : null,
    confirmedByName: isConfirmed ? place.confirmedByName : null,
    confirmedInsteadOfName: null,
    sentBack: null,
    notRepeatOfId: null,
    returnReason: state === "returned" ? "合同编号看不清，请重新填写。" : null,
    footsteps: isConfirmed ? visitIds : [],
    revision: state === "submitted" ? 1 : 2,
  };
}

/** How a sale of the small demo went. */
export const demoPastSale = (sale: DemoSale): PastSale & { confirmedAt: Date } => ({
  repId: sale.repId,
  customer: customerOf(sale),
  amountFen: sale.amountYuan * 100,
  signedOn: sale.signedOn,
  state: "confirmed",
  submittedAt: at(sale.signedOn, "16:05"),
  confirmedAt: at(sale.signedOn, "17:10"),
  toldFrom: daysOf(demoPeriod).from,
});

/** A confirmed sale of the past, standing on the visits before it that are stored. Its customer was one before: no first-order reward. */
export async function pastSale(deps: PastDeps, sale: DemoSale, place: PastPlace): Promise<PastEvent> {
  const past = demoPastSale(sale);
  const decision = await decideSale(deps, saleRecord(past, place, []), past.confirmedAt);
  const footsteps = await visitsBehind(past, decision);
  const record = saleRecord(
    past,
    place,
    footsteps.map(({ _id }) => _id),
  );
  const write = async (session: ClientSession) => {
    await insert(SaleModel, record, session);
    const key = newCustomerKeyOf(record.customerId);
    if (!(await keyTaken(key))) await claimKey(key, beforeTheDemo, session);
  };
  return { fact: saleFact(record, decision), cause: saleCause(record), write };
}

/** Holds the key of the first order where that lies before what is told. */
export const beforeTheDemo = "before-the-demo";
