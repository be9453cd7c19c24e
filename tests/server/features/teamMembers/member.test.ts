import { randomUUID } from "node:crypto";
import { helpsOf } from "@shared/domain/memberHelp";
import {
  checkInBody,
  type Company,
  type Customer,
  givenConfirmedSale,
  givenConsent,
  givenCustomer,
  givenRep,
  givenTargets,
  givenTeam,
  givenVisit,
  move,
  type Person,
  prepare,
  type Team,
  visitBody,
} from "../../../support/given";

const start = prepare(async (company) => {
  const team = await givenTeam(company, { manager: { name: "陈浩" }, reps: [{ name: "小王" }, {}] });
  const other = await givenTeam(company);
  const [rep] = team.reps;
  await givenTargets(company, [[rep, 20_000_000]]);
  const customer = await givenCustomer(company, { owner: rep, shortName: "海岳机械" });
  return { team, other, rep, customer };
});

let company: Company;
let team: Team;
let other: Team;
let rep: Person;
let customer: Customer;
beforeEach(async () => {
  ({ company, team, other, rep, customer } = await start());
  await givenConsent(company, rep);
});

const read = (by: Person, unitId = team.unitId, memberId = rep.memberId) =>
  company.as(by).call("teams.member", { unitId, memberId, period: "2026-03" });

it("shows a leader how far one of the team is, with the visits and what was written", async () => {
  await givenVisit(company, { rep, customer });
  await givenConfirmedSale(company, { rep, customer, amountFen: 5_000_000 });
  const page = await read(team.manager);
  expect(page).toMatchObject({
    member: { name: "小王" },
    doneFen: 5_000_000,
    targetFen: 20_000_000,
    effectiveVisits: 1,
    visits: [
      { customerName: "海岳机械", record: "确认了交期", effective: true, standing: "effective", nextStep: "送样" },
    ],
  });
  expect(page.stages.reduce((sum, { count }) => sum + count, 0)).toBe(1);
});

it("names the clients that what helps is about", async () => {
  const unvisited = await givenCustomer(company, { owner: rep, shortName: "粤联电气" });
  await givenVisit(company, { rep, customer });
  const { helps } = await read(team.manager);
  expect(helps.find(({ code }) => code === "unvisited")).toEqual({
    code: "unvisited",
    count: 1,
    customerNames: [unvisited.shortName],
  });
});

it("calls no record in vain whose check-in waits for the leader", async () => {
  const body = checkInBody(company, customer, { fix: null });
  const { checkIn } = await company.as(rep).call("checkIns.create", undefined, body);
  await company.as(rep).call("visits.record", undefined, visitBody(company, checkIn));
  const codes = async () => (await read(team.manager)).helps.map(({ code }) => code);
  expect((await read(team.manager)).visits).toMatchObject([{ effective: false, standing: "waits" }]);
  expect(await codes()).not.toContain("recordsInVain");
  const decision = { commandId: randomUUID(), revision: 1, accepted: false, reason: "问过客户，没有人来" };
  await company.as(team.manager).call("reviews.decide", { checkInId: checkIn.checkInId }, decision);
  expect(await codes()).toContain("recordsInVain");
});

it("says nothing of pay", async () => {
  await givenConfirmedSale(company, { rep, customer, amountFen: 5_000_000 });
  expect(JSON.stringify(await read(team.manager))).not.toMatch(/estimated|earned|payable|commission/i);
});

it("is told to whom it is about, with the visits that were seen", async () => {
  await givenVisit(company, { rep, customer });
  await read(team.manager);
  expect((await company.as(rep).call("privacy.looked", {})).items).toMatchObject([
    { what: "member.read", byName: "陈浩", visits: [{ customerName: "海岳机械" }] },
  ]);
});

it.each([
  ["a leader of another team", () => read(other.manager)],
  ["a leader who names another team's unit", () => read(other.manager, other.unitId)],
  ["finance", () => read(company.finance)],
  ["the member", () => read(rep)],
  ["a leader who asks about a stranger", () => read(team.manager, team.unitId, "nobody")],
])("is refused to %s", async (_who, look) => {
  await expect(look()).rejects.toMatchObject({ status: 403, code: "right.missing" });
});

it("shows the next leader nothing of the time before a move", async () => {
  await givenVisit(company, { rep, customer });
  await move(company, rep, other);
  company.app.clock.advance({ hours: 48 });
  expect((await read(other.manager, other.unitId)).visits).toEqual([]);
  expect((await read(team.manager)).visits).toHaveLength(1);
});

it("names what helps, the most pressing first", () => {
  const calm = { overdueSteps: 0, effectiveVisits: 4, othersVisits: 5, unvisitedClients: 0, visitsNotCounted: 0 };
  expect(helpsOf(calm)).toEqual([]);
  expect(helpsOf({ ...calm, overdueSteps: 2, effectiveVisits: 2, unvisitedClients: 3 })).toEqual([
    { code: "overdueSteps", count: 2 },
    { code: "fewVisits", count: 5 },
    { code: "unvisited", count: 3 },
  ]);
});

it("opens the result to the sales that it consists of, which its leader may read", async () => {
  const first = await givenConfirmedSale(company, { rep, customer, amountFen: 5_000_000, signedOn: "2026-03-20" });
  const second = await givenConfirmedSale(company, { rep, customer, amountFen: 2_000_000, signedOn: "2026-03-24" });
  const { doneFen, sales = [] } = await read(team.manager);
  const common = { customerName: "海岳机械", mayOpen: true };
  expect(sales).toEqual([
    { saleId: second.saleId, signedOn: "2026-03-24", creditFen: 2_000_000, ...common },
    { saleId: first.saleId, signedOn: "2026-03-20", creditFen: 5_000_000, ...common },
  ]);
  expect(doneFen).toBe(7_000_000);
  const { sale } = await company.as(team.manager).call("sales.read", { saleId: first.saleId });
  expect(sale.saleId).toBe(first.saleId);
});

it("shows a sale that another team has recorded and does not open it", async () => {
  const outsider = await givenRep(company, { team: other });
  const shared = await givenCustomer(company, { owner: rep, coServedBy: [outsider] });
  await givenConfirmedSale(company, { rep: outsider, customer: shared, amountFen: 3_000_000 });
  const { doneFen, sales } = await read(team.manager);
  expect([doneFen, sales]).toMatchObject([3_000_000, [{ creditFen: 3_000_000, mayOpen: false }]]);
});

it("names the client of each visit, whom its leader may open", async () => {
  await givenVisit(company, { rep, customer });
  const [visit] = (await read(team.manager)).visits;
  const { customerId = "" } = visit ?? {};
  expect(customerId).toBe(customer.customerId);
  const opened = await company.as(team.manager).call("customers.read", { customerId });
  expect(opened.customer.customerId).toBe(customerId);
});
