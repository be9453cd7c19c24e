import type { BodyOf, CheckInView, FollowUpView, VisitView } from "@shared/contracts";
import type { Company, Person } from "./company";
import type { Customer } from "./customers";

/** Accepts the text about positions, as a person does before the first check-in. */
export async function givenConsent(company: Company, person: Person): Promise<void> {
  const { consent } = await company.app.me(person.memberId);
  const body = { commandId: company.newId(), version: consent.currentVersion };
  await company.as(person).call("me.consent", undefined, body);
}

/** A tap at a customer's site, so many meters north of its pin. */
export function checkInBody(
  company: Company,
  { customerId, site }: Customer,
  { northM = 50, ...more }: { northM?: number } & Partial<BodyOf<"checkIns.create">> = {},
): BodyOf<"checkIns.create"> {
  const { latDeg, lngDeg } = site.pin;
  return {
    commandId: company.newId(),
    customerId,
    siteId: site.siteId,
    fix: { latDeg: latDeg + northM / 111_195, lngDeg, accuracyM: 18, kind: "live" },
    tappedAt: company.app.deps.clock.now().toISOString(),
    timeKind: "anchored",
    ...more,
  };
}

export function visitBody(
  company: Company,
  { checkInId }: { checkInId: string },
  more: Partial<BodyOf<"visits.record">> = {},
): BodyOf<"visits.record"> {
  return {
    commandId: company.newId(),
    checkInId,
    purpose: "followUp",
    peopleMet: "张主任",
    record: "确认了交期",
    nextStep: { text: "送样", on: "2026-04-02" },
    ...more,
  };
}

interface Tap {
  rep: Person;
  customer: Customer;
  northM?: number;
}

/** A check-in of somebody who has consented. */
export async function givenCheckIn(company: Company, { rep, customer, northM }: Tap): Promise<CheckInView> {
  const body = checkInBody(company, customer, { ...(northM !== undefined && { northM }) });
  return (await company.as(rep).call("checkIns.create", undefined, body)).checkIn;
}

/** A check-in and its record, at once. */
export async function givenVisit(
  company: Company,
  { nextStep, ...tap }: Tap & { nextStep?: BodyOf<"visits.record">["nextStep"] },
): Promise<VisitView> {
  const checkIn = await givenCheckIn(company, tap);
  const body = visitBody(company, checkIn, { ...(nextStep !== undefined && { nextStep }) });
  return (await company.as(tap.rep).call("visits.record", undefined, body)).visit;
}

export function followUpBody(
  company: Company,
  { customerId }: Pick<Customer, "customerId">,
  more: Partial<BodyOf<"followUps.record">> = {},
): BodyOf<"followUps.record"> {
  return {
    commandId: company.newId(),
    customerId,
    channel: "phone",
    people: "张主任",
    record: "确认了下周演示的时间",
    ...more,
  };
}

/** A call, or what else was said without going there. */
export async function givenFollowUp(
  company: Company,
  { rep, customer, ...more }: Omit<Tap, "northM"> & Partial<BodyOf<"followUps.record">>,
): Promise<FollowUpView> {
  return (await company.as(rep).call("followUps.record", undefined, followUpBody(company, customer, more))).followUp;
}
