import { randomUUID } from "node:crypto";
import { jobActor } from "@shared/domain/actor";
import { learnPins } from "../../../../server/features/clientList";
import {
  checkInBody,
  type Company,
  type Customer,
  givenConsent,
  givenCustomer,
  givenTeam,
  type Person,
  prepare,
  visitBody,
} from "../../../support/given";
import { stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const { manager, reps } = await givenTeam(company, { reps: [{}] });
  const [rep] = reps;
  const confirmed = await givenCustomer(company, { owner: rep });
  // Its rep has typed where it is.
  const typed = await givenCustomer(company, { owner: rep, by: rep });
  await givenConsent(company, rep);
  return { manager, rep, confirmed, typed };
});

let company: Company;
let manager: Person;
let rep: Person;
let confirmed: Customer;
let typed: Customer;
beforeEach(async () => {
  ({ company, manager, rep, confirmed, typed } = await start());
});

const learn = (runId: string) =>
  learnPins(company.app.deps, { at: company.app.deps.clock.now(), runId, actor: jobActor("learn-pins") });
const siteOf = async ({ customerId }: Customer) =>
  (await company.as(rep).call("customers.read", { customerId })).customer.sites[0];

/** A visit on each of so many days, 80 m north of the pin. */
async function visitOnDays(customer: Customer, days: number): Promise<void> {
  for (let day = 0; day < days; day += 1) {
    const tap = checkInBody(company, customer, { northM: 80 });
    const { checkIn } = await company.as(rep).call("checkIns.create", undefined, tap);
    const record = visitBody(company, checkIn, { nextStep: null });
    await company.as(rep).call("visits.record", undefined, record);
    company.app.clock.advance({ days: 1 });
  }
}

it("learns where a place is after visits on three days", async () => {
  await visitOnDays(typed, 2);
  expect(await learn("run-1")).toBe(0);
  expect((await siteOf(typed))?.pinStatus).toBe("typed");
  await visitOnDays(typed, 1);
  expect(await learn("run-2")).toBe(1);
  const site = await siteOf(typed);
  expect(site?.pinStatus).toBe("learned");
  expect(site?.latDeg).toBeCloseTo(typed.site.pin.latDeg + 80 / 111_195, 6);
});

it("says in the client's timeline what was learned", async () => {
  await visitOnDays(typed, 3);
  await learn("run");
  const { items } = await company.as(rep).call("customers.timeline", { customerId: typed.customerId });
  expect(items.map(({ action }) => action)).toContain("pins.learn");
});

it("learns once, however often it runs", async () => {
  await visitOnDays(typed, 3);
  await learn("run");
  const { revision } = (await company.as(rep).call("customers.read", { customerId: typed.customerId })).customer;
  await learn("run");
  await learn("another");
  const after = (await company.as(rep).call("customers.read", { customerId: typed.customerId })).customer;
  expect(after.revision).toBe(revision);
  expect(await stored("auditEntries", { action: "pins.learn" })).toHaveLength(1);
});

it("leaves a pin alone that a leader has confirmed", async () => {
  await visitOnDays(confirmed, 3);
  expect(await learn("run")).toBe(0);
  expect(await siteOf(confirmed)).toMatchObject({ ...confirmed.site.pin, pinStatus: "confirmed" });
});

it("a leader may confirm what was learned", async () => {
  await visitOnDays(typed, 3);
  await learn("run");
  const site = await siteOf(typed);
  const pin = { latDeg: site?.latDeg ?? 0, lngDeg: site?.lngDeg ?? 0 };
  const body = { commandId: randomUUID(), revision: 2, name: "总部", address: "科学大道", radiusM: 200, pin };
  await company.as(manager).call("sites.edit", { customerId: typed.customerId, siteId: "s1" }, body);
  expect((await siteOf(typed))?.pinStatus).toBe("confirmed");
});
