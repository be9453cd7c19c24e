import {
  type Company,
  type Customer,
  givenCustomer,
  givenMember,
  givenPlan,
  givenSale,
  givenTeam,
  type Person,
  prepare,
} from "../../../support/given";
import { stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const { manager, reps } = await givenTeam(company, { reps: [{ name: "王芳" }] });
  const { manager: stranger } = await givenTeam(company, { reps: [{ name: "王海" }] });
  const [rep] = reps;
  const auditor = await givenMember(company, { roles: ["auditor"] });
  const named = { name: "重庆海岳机械有限公司", shortName: "海岳机械" };
  const customer = await givenCustomer(company, { owner: rep, ...named });
  return { manager, rep, stranger, auditor, customer };
});

let company: Company;
let manager: Person;
let rep: Person;
let stranger: Person;
let auditor: Person;
let customer: Customer;
beforeEach(async () => {
  ({ company, manager, rep, stranger, auditor, customer } = await start());
});

const find = (by: Person, words: string) => company.as(by).call("search.find", { words });
const peopleFound = async (by: Person, words: string) => (await find(by, words)).people.items.map(({ name }) => name);
const salesFound = async (by: Person, words: string) =>
  (await find(by, words)).sales.items.map(({ contractNo }) => contractNo);

it("finds a client by its initials", async () => {
  expect((await find(manager, "hyjx")).customers.items).toMatchObject([{ customerId: customer.customerId }]);
});

it.each(["王芳", "芳", "wf"])("a leader finds a rep of the team by 「%s」", async (words) => {
  expect(await peopleFound(manager, words)).toEqual(["王芳"]);
});

it("shows a leader nobody of other teams", async () => {
  expect(await peopleFound(manager, "王")).toEqual(["王芳"]);
  expect(await peopleFound(stranger, "王")).toEqual(["王海"]);
});

it("shows a rep no colleagues", async () => {
  expect(await peopleFound(rep, "王")).toEqual([]);
});

it("shows those who see what is kept of members everybody", async () => {
  expect((await peopleFound(company.hr, "王")).sort()).toEqual(["王海", "王芳"]);
});

it("finds a member by the number that HR has typed, and by no part of it", async () => {
  const record = { joinedOn: null, leftOn: null, reportsTo: null, salesMode: null };
  const body = { commandId: company.newId(), revision: 0, employeeNumber: "00731", ...record };
  await company.as(company.hr).call("members.setRecord", { memberId: rep.memberId }, body);
  expect(await peopleFound(manager, "00731")).toEqual(["王芳"]);
  expect(await peopleFound(manager, "731")).toEqual([]);
  expect(await peopleFound(stranger, "00731")).toEqual([]);
});

it.each(["HY-2026", "hy-2026-03", "HY-2026-0318"])("finds a sale by its contract's number 「%s」", async (words) => {
  await givenSale(company, { rep, customer, contractNo: "HY-2026-0318" });
  for (const reader of [rep, manager, company.finance, auditor])
    expect(await salesFound(reader, words)).toEqual(["HY-2026-0318"]);
});

it("finds a sale that a colleague has recorded, for whom a part of it counts", async () => {
  const { reps } = await givenTeam(company, { reps: [{ name: "李强" }] });
  const [colleague] = reps;
  const owners = [rep, colleague].map(({ memberId }) => ({ memberId, share: "0.5" }));
  const shared = await givenCustomer(company, { owners });
  await givenSale(company, { rep, customer: shared, contractNo: "LQ-2026-1" });
  await givenSale(company, { rep, customer, contractNo: "LQ-2026-2" });
  expect(await salesFound(colleague, "LQ-2026")).toEqual(["LQ-2026-1"]);
});

it("shows nobody a sale that they may not read", async () => {
  await givenSale(company, { rep, customer, contractNo: "HY-2026-0318" });
  expect(await salesFound(stranger, "HY-2026")).toEqual([]);
  expect(await salesFound(company.hr, "HY-2026")).toEqual([]);
});

it("finds nothing by two characters of a contract's number, which stand in every other one", async () => {
  await givenSale(company, { rep, customer, contractNo: "HY-2026-0318" });
  expect(await salesFound(rep, "HY")).toEqual([]);
});

it("finds a plan by its name, for those who see all plans", async () => {
  const plan = await givenPlan(company, { name: "直销提成方案", scope: { members: [rep.memberId] } });
  const plansFound = async (by: Person) => (await find(by, "直销提成")).plans.items;
  expect(await plansFound(company.hr)).toEqual([
    { planId: `${plan.code}@${plan.version}`, name: "直销提成方案", version: plan.version, state: "published" },
  ]);
  expect(await plansFound(manager)).toEqual([]);
});

it("says that there are more than it shows", async () => {
  for (let n = 0; n < 9; n += 1)
    await givenSale(company, { rep, customer, contractNo: `HY-2026-${n}`, amountFen: 1_000_000 + n });
  const { sales } = await find(rep, "HY-2026");
  expect([sales.items.length, sales.hasMore]).toEqual([8, true]);
});

it("notes what an auditor has found, and nothing where a leader looks among the own team's", async () => {
  await find(manager, "王芳");
  expect(await stored("auditEntries", { action: "search.find" })).toEqual([]);
  await find(auditor, "海岳");
  const [entry] = await stored("auditEntries", { action: "search.find" });
  expect(entry).toMatchObject({
    actor: { id: auditor.memberId },
    detail: { customerIds: [customer.customerId] },
  });
});
