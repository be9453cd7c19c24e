import {
  type Company,
  type Customer,
  givenConfirmedSale,
  givenConsent,
  givenCustomer,
  givenPlan,
  givenTargets,
  givenTeam,
  givenVisit,
  type Person,
  prepare,
} from "../../../support/given";
import { verify } from "@shared/domain/pay";
import { manufacturingGroup } from "@shared/domain/pay/plans";

const start = prepare(async (company) => {
  const team = await givenTeam(company, { reps: [{}] });
  const { manager } = team;
  const [rep] = team.reps;
  await givenPlan(company, { scope: { orgUnits: [team.unitId] } });
  const customer = await givenCustomer(company, { owner: rep });
  const paidByFactor = await givenTeam(company, { reps: [{}, {}] });
  const [byFactor, teamMate] = paidByFactor.reps;
  await givenPlan(company, { ...manufacturingGroup, scope: { orgUnits: [paidByFactor.unitId] } });
  await givenTargets(company, [
    [rep, 66_666_667],
    [byFactor, 30_000_000],
    [teamMate, 70_000_000],
  ]);
  return { rep, manager, byFactor, teamMate, customer };
});

let company: Company;
let rep: Person;
let manager: Person;
let byFactor: Person;
let teamMate: Person;
let customer: Customer;
beforeEach(async () => {
  ({ company, rep, manager, byFactor, teamMate, customer } = await start());
});

it("pays a rep 1,500.00 for 10 万", async () => {
  await givenConfirmedSale(company, { rep, customer, amountFen: 40_000_000, signedOn: "2026-03-20" });
  const before = await company.as(rep).call("today.read");
  expect(before.mine).toMatchObject({ doneFen: 40_000_000, targetFen: 66_666_667 });
  const { saleId } = await givenConfirmedSale(company, { rep, customer, amountFen: 10_000_000 });

  const today = await company.as(rep).call("today.read");
  expect(today.mine).toMatchObject({
    doneFen: 50_000_000,
    todayGain: { salesFen: 50_000_000, commissionFen: 750_000 },
  });
  const month = await company.statement(rep);
  const line = month.lines.find((one) => one.saleId === saleId && one.kind === "提成");
  expect(line).toMatchObject({ amountFen: 150_000, customerName: customer.shortName, status: "earned" });
  expect(line?.sentence).toContain("1,500.00");
});

it("opens a line down to the check-in, with a receipt that computes the same", async () => {
  await givenConsent(company, rep);
  const visit = await givenVisit(company, { rep, customer });
  const { saleId } = await givenConfirmedSale(company, { rep, customer, amountFen: 10_000_000 });
  const month = await company.statement(rep);
  const lineId = month.lines.find((one) => one.saleId === saleId && one.kind === "提成")?.lineId ?? "";
  const opened = await company.as(rep).call("statements.line", { period: "2026-03", lineId });
  expect(opened.formula.map((part) => part.text).join("")).toContain("1,500.00");
  expect(opened.sales).toMatchObject([
    { saleId, allocatedFen: 150_000, footsteps: [{ visitId: visit.visitId, checkIn: { verdict: "inside" } }] },
  ]);
  expect(opened.plan.code).toBe("flat-internet");
  expect(verify(opened.receipt).agrees).toBe(true);
});

const rewardsOf = async (person: Person) =>
  (await company.statement(person)).lines.filter((line) => line.componentCode === "new-customer");

it("pays the reward for a first order of 1 万 once", async () => {
  await givenConfirmedSale(company, { rep, customer, amountFen: 1_000_000 });
  await givenConfirmedSale(company, { rep, customer, amountFen: 1_000_000 });
  expect(await rewardsOf(rep)).toMatchObject([{ amountFen: 50_000, status: "payable" }]);
});

it("pays no reward for a first order of one fen less", async () => {
  await givenConfirmedSale(company, { rep, customer, amountFen: 999_999 });
  expect(await rewardsOf(rep)).toMatchObject([{ amountFen: 0 }]);
});

it("shows nobody the pay of others", async () => {
  await givenConfirmedSale(company, { rep, customer, amountFen: 10_000_000 });
  expect((await company.statement(manager)).lines).toEqual([]);
});

it("has no statement for a month that has not begun", async () => {
  await expect(company.statement(rep, "2026-04")).rejects.toMatchObject({ code: "period.invalid" });
});

it("pays an order signed last month and confirmed in this one", async () => {
  const { saleId } = await givenConfirmedSale(company, {
    rep,
    customer,
    amountFen: 10_000_000,
    signedOn: "2026-02-27",
  });
  const line = (await company.statement(rep)).lines.find((one) => one.saleId === saleId && one.kind === "提成");
  expect(line?.amountFen).toBe(150_000);
});

it("shows the same money on 今日 and 收入 while the team's factor is on its way", async () => {
  await givenConfirmedSale(company, { rep: byFactor, amountFen: 30_000_000 });
  await givenConfirmedSale(company, { rep: teamMate, amountFen: 170_000_000 });
  const today = await company.as(byFactor).call("today.read");
  expect(today.mine?.totals).toEqual((await company.statement(byFactor)).totals);
  await company.workAll();
  const [{ mine }, { totals }] = [await company.as(byFactor).call("today.read"), await company.statement(byFactor)];
  expect(mine?.totals).toEqual(totals);
  // What is estimated alone is not there yet.
  expect(totals.estimatedFen).toBeGreaterThan(0);
  expect(mine).toMatchObject({ nowFen: 0, monthFen: totals.estimatedFen });
});
