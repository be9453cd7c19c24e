import { randomUUID } from "node:crypto";
import {
  type Company,
  type Customer,
  givenConsent,
  givenCustomer,
  givenMember,
  givenRole,
  givenSale,
  givenTeam,
  givenVisit,
  type Person,
  prepare,
} from "../../../support/given";

/* The page 审批: one list of all that a person may decide on. */

const start = prepare(async (company) => {
  const above = await givenTeam(company);
  const { manager, reps } = await givenTeam(company, { reps: [{}], parentId: above.unitId });
  const [rep] = reps;
  return { head: above.manager, manager, rep, customer: await givenCustomer(company, { owner: rep }) };
});

let company: Company;
let head: Person;
let manager: Person;
let rep: Person;
let customer: Customer;
beforeEach(async () => {
  ({ company, head, manager, rep, customer } = await start());
  await givenConsent(company, rep);
});

const listOf = async (person: Person) => (await company.as(person).call("todos.approvals")).items;
const doubtful = async () => (await givenVisit(company, { rep, customer, northM: 215, nextStep: null })).checkIn;

it("has what its reader is asked about, as on 今日", async () => {
  const { saleId } = await givenSale(company, { rep, customer });
  company.app.clock.advance({ minutes: 5 });
  const { checkInId } = await doubtful();
  expect(await listOf(manager)).toMatchObject([
    { kind: "sale", subjectId: saleId, isAsked: true, deciderNames: [manager.name] },
    { kind: "review", subjectId: checkInId, isAsked: true, deciderNames: [manager.name] },
  ]);
  const asked = (await company.as(manager).call("todos.mine")).items;
  expect(await listOf(manager)).toMatchObject(asked);
});

it("has sales and check-ins in doubt that others are asked about, with whom, for who may decide as well", async () => {
  const { saleId } = await givenSale(company, { rep, customer });
  company.app.clock.advance({ minutes: 5 });
  const { checkInId } = await doubtful();
  const others = { isAsked: false, deciderNames: [manager.name] };
  expect(await listOf(head)).toMatchObject([
    { kind: "sale", subjectId: saleId, ...others },
    { kind: "review", subjectId: checkInId, ...others },
  ]);
  // Finance has no say in where somebody was.
  expect(await listOf(company.finance)).toMatchObject([{ kind: "sale", subjectId: saleId, ...others }]);
});

it("names the deputy who is asked with in whose place, as everywhere", async () => {
  const { manager: deputy } = await givenTeam(company, { manager: { name: "周代" } });
  await givenSale(company, { rep, customer });
  await company.as(manager).call("absences.set", undefined, {
    ...{ commandId: randomUUID(), revision: 0 },
    absence: { from: "2026-03-26", to: "2026-03-27", deputyId: deputy.memberId },
  });
  expect(await listOf(head)).toMatchObject([{ isAsked: false, deciderNames: [`周代（代${manager.name}）`] }]);
});

it("has nothing of one's own, nor of what one may not decide on", async () => {
  const own = await givenCustomer(company, { owner: manager });
  await givenSale(company, { rep: manager, customer: own });
  await givenSale(company, { rep, customer });
  expect(await listOf(rep)).toEqual([]);
  expect(await listOf(manager)).toMatchObject([{ byName: rep.name }]);
  const auditor = await givenMember(company);
  await givenRole(company, auditor, "auditor");
  expect(await listOf(auditor)).toEqual([]);
});

it("says first what its reader is asked about, however old the others are", async () => {
  await givenSale(company, { rep, customer, amountFen: 100 });
  company.app.clock.advance({ minutes: 60 });
  const own = await givenCustomer(company, { owner: manager });
  await givenSale(company, { rep: manager, customer: own, amountFen: 200 });
  expect((await listOf(head)).map(({ amountFen, isAsked }) => [amountFen, isAsked])).toEqual([
    [200, true],
    [100, false],
  ]);
});

it("ends a check-in in doubt with the time in which it may be decided", async () => {
  await doubtful();
  company.app.clock.advance({ hours: 7 * 24 + 1 });
  expect(await listOf(manager)).toEqual([]);
});
