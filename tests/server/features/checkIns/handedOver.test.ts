import { jobActor } from "@shared/domain/actor";
import { ownersOfTheDay } from "../../../../server/features/customers";
import {
  checkInBody,
  type Company,
  type Customer,
  givenCheckIn,
  givenConsent,
  givenCustomer,
  givenTeam,
  type Person,
  prepare,
  saleBody,
  visitBody,
} from "../../../support/given";

const start = prepare(async (company) => {
  const { manager, reps } = await givenTeam(company, { reps: [{}, {}, {}] });
  const [rep, next, helper] = reps;
  const customer = await givenCustomer(company, { owner: rep, coServedBy: [helper] });
  return { manager, rep, next, helper, customer };
});

let company: Company;
let manager: Person;
let rep: Person;
let next: Person;
let helper: Person;
let customer: Customer;
beforeEach(async () => {
  ({ company, manager, rep, next, helper, customer } = await start({ now: "2026-03-26T09:00:00+08:00" }));
  for (const person of [rep, next, helper]) await givenConsent(company, person);
});

/** From tomorrow on the customer is another rep's, and the helper's time ends today. It is then 9 o'clock of the day after. */
async function handOver(): Promise<void> {
  await company.as(manager).call(
    "customers.assign",
    { customerId: customer.customerId },
    {
      commandId: company.newId(),
      revision: 1,
      from: "2026-03-27",
      owners: [{ memberId: next.memberId, share: "1" }],
      coServedByIds: [],
      reason: "移交",
    },
  );
  company.app.clock.set("2026-03-27T09:00:00+08:00");
  company.app.passRealTime({ seconds: 6 });
  const { deps } = company.app;
  await ownersOfTheDay(deps, { at: deps.clock.now(), runId: "owners@1", actor: jobActor("owners-of-the-day") });
}
const tapOf = (person: Person, tappedAt: string) =>
  company.as(person).call("checkIns.create", undefined, checkInBody(company, customer, { tappedAt }));
const lastDay = "2026-03-26T17:40:00+08:00";

describe("a tap that arrives after its client was handed over", () => {
  it("counts for who served the client on its day", async () => {
    await handOver();
    expect((await tapOf(rep, lastDay)).checkIn).toMatchObject({ on: "2026-03-26", verdict: "inside" });
  });

  it("counts for who served it beside its owner on that day", async () => {
    await handOver();
    expect((await tapOf(helper, lastDay)).checkIn).toMatchObject({ on: "2026-03-26" });
  });

  it("is followed by its record, which is effective", async () => {
    const checkIn = await givenCheckIn(company, { rep, customer });
    await handOver();
    const { visit } = await company
      .as(rep)
      .call("visits.record", undefined, visitBody(company, checkIn, { nextStep: null }));
    expect(visit).toMatchObject({ effective: true, on: "2026-03-26" });
  });
});

describe("who serves a client today", () => {
  it.each([
    ["the last day of the one before", "2026-03-26T17:40:00+08:00"],
    ["weeks before", "2026-03-02T10:00:00+08:00"],
  ])("has not been there on %s", async (_day, tappedAt) => {
    await handOver();
    await expect(tapOf(next, tappedAt)).rejects.toMatchObject({ code: "customer.unknown" });
    expect((await tapOf(next, "2026-03-27T08:50:00+08:00")).checkIn.on).toBe("2026-03-27");
  });

  it("is taken at the first minute, also by a phone whose clock is a minute slow", async () => {
    await handOver();
    expect((await tapOf(next, "2026-03-26T23:59:10+08:00")).checkIn.verdict).toBe("inside");
  });
});

it("is nobody's tap any more from the day of the handover on", async () => {
  await handOver();
  for (const person of [rep, helper])
    await expect(tapOf(person, "2026-03-27T08:50:00+08:00")).rejects.toMatchObject({ code: "customer.unknown" });
});

it("lets a contract of the last day be recorded after the handover, and none of a later one", async () => {
  await handOver();
  const submit = (signedOn: string) =>
    company.as(rep).call("sales.submit", undefined, saleBody(company, customer, { signedOn }));
  expect((await submit("2026-03-26")).sale.state).toBe("submitted");
  await expect(submit("2026-03-27")).rejects.toMatchObject({ code: "customer.unknown" });
});
