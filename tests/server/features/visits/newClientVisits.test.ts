import { randomUUID } from "node:crypto";
import {
  type Company,
  type Customer,
  givenCheckIn,
  givenConfirmedSale,
  givenConsent,
  givenCustomer,
  givenPlan,
  givenTeam,
  givenVisit,
  payingForEach,
  type Person,
  prepare,
  visitBody,
} from "../../../support/given";
import { stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const { unitId, manager, reps } = await givenTeam(company, { reps: [{}, {}] });
  const [rep, colleague] = reps;
  for (const person of reps) await givenConsent(company, person);
  const paying = payingForEach("visit");
  const components = paying.components.map((one) => ({ ...one, filter: { newCustomer: true } }));
  await givenPlan(company, { scope: { orgUnits: [unitId] }, ...paying, components });
  const customer = await givenCustomer(company, { owner: rep, coServedBy: [colleague] });
  const other = await givenCustomer(company, { owner: colleague });
  return { manager, rep, colleague, customer, other };
});

let company: Company;
let rep: Person;
let colleague: Person;
let manager: Person;
let customer: Customer;
let other: Customer;
beforeEach(async () => {
  ({ company, rep, colleague, manager, customer, other } = await start({ now: "2026-03-23T09:00:00+08:00" }));
});

const day = (on: string) => company.app.clock.set(`${on}T10:00:00+08:00`);
/** How many visits to new clients count for whom, as their team has it. */
async function counted(): Promise<Record<string, number>> {
  await company.workAll();
  return Object.fromEntries(
    (await stored("memberSummaries")).map(({ memberId, sums }) => [
      String(memberId),
      (sums as Record<string, number>)["visits.newCustomer"] ?? 0,
    ]),
  );
}
const paidFen = async (person: Person) => {
  const { totals } = await company.as(person).call("statements.mine", { period: "2026-03" });
  return totals.estimatedFen + totals.earnedFen + totals.payableFen;
};
const doubtful = async (person: Person) => {
  const checkIn = await givenCheckIn(company, { rep: person, customer, northM: 215 });
  await company.as(person).call("visits.record", undefined, visitBody(company, checkIn));
  return checkIn;
};
const reject = ({ checkInId }: { checkInId: string }) =>
  company
    .as(manager)
    .call("reviews.decide", { checkInId }, { commandId: randomUUID(), revision: 1, accepted: false, reason: "没去" });
const revisionOf = async ({ customerId }: Customer): Promise<number> =>
  (await stored("customers", { _id: customerId })).map(({ revision }) => Number(revision))[0] ?? 0;
const merge = async () => {
  const { customerId } = customer;
  const seen = { revision: await revisionOf(customer), otherRevision: await revisionOf(other) };
  const body = { commandId: randomUUID(), otherId: other.customerId, ...seen, reason: "同一家" };
  await company.as(manager).call("customers.merge", { customerId }, body);
};
const undo = async () => {
  const { customerId } = customer;
  const body = { commandId: randomUUID(), otherId: other.customerId, revision: await revisionOf(customer) };
  await company.as(manager).call("customers.undoMerge", { customerId }, body);
};

it("counts the first effective visit at a client, and pays where a plan asks for it", async () => {
  await givenVisit(company, { rep, customer });
  expect(await counted()).toEqual({ [rep.memberId]: 1 });
  expect(await paidFen(rep)).toBe(500);
});

it("counts no later one at it, whoever goes there", async () => {
  await givenVisit(company, { rep, customer });
  day("2026-03-24");
  await givenVisit(company, { rep, customer });
  await givenVisit(company, { rep: colleague, customer });
  expect(await counted()).toEqual({ [rep.memberId]: 1, [colleague.memberId]: 0 });
});

it("counts one of two whose records come in the same moment", async () => {
  const bodies = await Promise.all(
    [rep, colleague].map(async (by) => ({
      by,
      body: visitBody(company, await givenCheckIn(company, { rep: by, customer })),
    })),
  );
  await Promise.all(bodies.map(({ by, body }) => company.as(by).call("visits.record", undefined, body)));
  expect(Object.values(await counted()).sort()).toEqual([0, 1]);
});

it("counts none at a client that had ordered before that day", async () => {
  await givenConfirmedSale(company, { rep, customer });
  day("2026-03-24");
  await givenVisit(company, { rep, customer });
  expect((await counted())[rep.memberId]).toBe(0);
});

it("counts the visit of the very day of the first order", async () => {
  await givenConfirmedSale(company, { rep, customer });
  await givenVisit(company, { rep, customer });
  expect((await counted())[rep.memberId]).toBe(1);
});

it("is taken off with a visit that is not accepted", async () => {
  const checkIn = await doubtful(rep);
  expect(await paidFen(rep)).toBe(500);
  await reject(checkIn);
  expect(await counted()).toEqual({ [rep.memberId]: 0 });
  expect(await paidFen(rep)).toBe(0);
});

it("passes to the next visit there, whose rep has it in their month", async () => {
  const checkIn = await doubtful(rep);
  day("2026-03-24");
  await givenVisit(company, { rep: colleague, customer });
  await reject(checkIn);
  expect(await counted()).toEqual({ [rep.memberId]: 0, [colleague.memberId]: 1 });
  expect(await paidFen(colleague)).toBe(500);
});

it("stays with its rep where another visit of that day takes the place of the one that is not accepted", async () => {
  const checkIn = await doubtful(rep);
  company.app.clock.advance({ hours: 2 });
  await doubtful(rep);
  day("2026-03-24");
  await givenVisit(company, { rep: colleague, customer });
  await reject(checkIn);
  expect(await counted()).toEqual({ [rep.memberId]: 1, [colleague.memberId]: 0 });
  expect(await paidFen(rep)).toBe(500);
});

it("is there again for a client whose only visit was not accepted", async () => {
  await reject(await doubtful(rep));
  day("2026-03-24");
  await givenVisit(company, { rep, customer });
  expect(await counted()).toEqual({ [rep.memberId]: 1 });
});

it("counts no client as new by either of the names that it had", async () => {
  await givenVisit(company, { rep: colleague, customer: other });
  await merge();
  day("2026-03-24");
  await givenVisit(company, { rep, customer });
  expect(await counted()).toEqual({ [colleague.memberId]: 1, [rep.memberId]: 0 });
});

it("leaves each of two clients its own first visit, where they were one meanwhile", async () => {
  await givenVisit(company, { rep: colleague, customer: other });
  await merge();
  await undo();
  await givenVisit(company, { rep, customer });
  expect(await counted()).toEqual({ [colleague.memberId]: 1, [rep.memberId]: 1 });
});
