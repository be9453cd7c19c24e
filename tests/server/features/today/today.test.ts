import { verify } from "@shared/domain/pay";
import { pharmaCompanyPerVisit } from "@shared/domain/pay/plans";
import { DeliveryModel } from "../../../../server/outbox/outboxModel";
import { TargetModel } from "../../../../server/features/targets/targetModel";
import {
  givenConfirmedSale,
  givenCustomer,
  givenPlan,
  givenSale,
  givenTargets,
  givenTeam,
  prepare,
  type Company,
  type Customer,
  type Person,
} from "../../../support/given";
import { lookAt, stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const team = await givenTeam(company, { reps: [{}, {}] });
  const [rep, colleague] = team.reps;
  await givenPlan(company, { scope: { orgUnits: [team.unitId] } });
  await givenTargets(company, [[rep, 60_000_000]]);
  const customer = await givenCustomer(company, { owner: rep });
  const another = await givenCustomer(company, { owner: rep });
  const colleagues = await givenCustomer(company, { owner: colleague });
  return { rep, colleague, customer, another, colleagues };
});

let company: Company;
let rep: Person;
let colleague: Person;
let customer: Customer;
let another: Customer;
let colleagues: Customer;
beforeEach(async () => {
  ({ company, rep, colleague, customer, another, colleagues } = await start());
});

const today = (person: Person) => company.as(person).call("today.read");
const statementOf = (id: string) => stored("statements", { _id: id });

describe("what a person sees first", () => {
  it("changes with what is priced, not with what is asked", async () => {
    await givenConfirmedSale(company, { rep, customer, amountFen: 10_000_000 });
    const before = await today(rep);
    await lookAt(() => TargetModel.updateMany({ subjectId: rep.memberId }, { $set: { valueFen: 1 } }));
    expect((await today(rep)).mine).toEqual(before.mine);
    await givenConfirmedSale(company, { rep, customer, amountFen: 10_000_000 });
    expect((await today(rep)).mine).toMatchObject({ doneFen: 20_000_000, targetFen: 1 });
  });

  it("says as of when: when the month was last priced", async () => {
    await givenConfirmedSale(company, { rep, customer, amountFen: 10_000_000 });
    const pricedAt = company.app.deps.clock.now().toISOString();
    company.app.clock.advance({ minutes: 40 });
    expect((await today(rep)).asOf).toBe(pricedAt);
    expect((await company.statement(rep)).asOf).toBe(pricedAt);
  });

  it("says of sales that wait on which day the last of them was signed", async () => {
    await givenSale(company, { rep, customer, signedOn: "2026-03-24" });
    await givenSale(company, { rep, customer: another, signedOn: "2026-03-20" });
    const pending = { count: 2, amountFen: 20_000_000, newestSignedOn: "2026-03-24", earliestSignedOn: "2026-03-20" };
    expect((await today(rep)).mine?.pending).toEqual(pending);
  });

  it("has gained nothing on a day without a sale, though yesterday had one", async () => {
    await givenConfirmedSale(company, { rep, customer, amountFen: 10_000_000 });
    expect((await today(rep)).mine?.todayGain).toMatchObject({ salesFen: 10_000_000 });
    company.app.clock.advance({ days: 1 });
    expect((await today(rep)).mine).toMatchObject({ doneFen: 10_000_000, todayGain: null });
  });

  it("shows the same money as 收入, after every sale", async () => {
    for (const amountFen of [10_000_000, 15_000_000, 2_345_678]) {
      await givenConfirmedSale(company, { rep, customer, amountFen });
      const [day, month] = await Promise.all([today(rep), company.statement(rep)]);
      expect(day.mine?.totals).toEqual(month.totals);
      expect(day.asOf).toBe(month.asOf);
    }
  });

  it("says of today's sales what the messages about them said, bonuses beside 提成", async () => {
    const firsts = [
      { customer, amountFen: 10_000_000 },
      { customer: another, amountFen: 15_000_000 },
    ];
    let told = { commissionFen: 0, otherFen: 0 };
    for (const sold of firsts) {
      const body = { customerId: sold.customer.customerId, amountFen: sold.amountFen, signedOn: "2026-03-26" };
      const { ownFen, othersFen, rewardsFen } = await company.as(rep).call("sales.preview", undefined, body);
      told = { commissionFen: told.commissionFen + ownFen + othersFen, otherFen: told.otherFen + rewardsFen };
      await givenConfirmedSale(company, { rep, ...sold });
    }
    expect((await today(rep)).mine?.todayGain).toEqual({ salesFen: 25_000_000, ...told });
    expect(told).toEqual({ commissionFen: 375_000, otherFen: 100_000 });
  });

  it("says whether the plans pay commission at all", async () => {
    await givenConfirmedSale(company, { rep, customer, amountFen: 10_000_000 });
    expect((await today(rep)).mine?.hasCommission).toBe(true);
    const paidOtherwise = await givenTeam(company, { reps: [{}] });
    await givenPlan(company, { ...pharmaCompanyPerVisit, scope: { orgUnits: [paidOtherwise.unitId] } });
    const [other] = paidOtherwise.reps;
    const theirs = await givenCustomer(company, { owner: other });
    await givenConfirmedSale(company, { rep: other, customer: theirs, amountFen: 10_000_000 });
    expect((await today(other)).mine).toMatchObject({ hasCommission: false, commissionFen: 0 });
  });

  it("says all of the month, and what of it is there already, as 收入 adds up to", async () => {
    await givenConfirmedSale(company, { rep, customer, amountFen: 10_000_000 });
    const [{ mine }, { totals, lines }] = await Promise.all([today(rep), company.statement(rep)]);
    const { estimatedFen, earnedFen, payableFen, paidFen } = totals;
    expect(mine).toMatchObject({
      monthFen: lines.reduce((sum, line) => sum + line.amountFen, 0),
      nowFen: earnedFen + payableFen + paidFen,
      totals: { estimatedFen },
    });
  });

  it("on the first day of a month is what plans say of an empty month", async () => {
    await givenConfirmedSale(company, { rep, customer, amountFen: 10_000_000 });
    company.app.clock.advance({ days: 6 });
    expect(await today(rep)).toMatchObject({ period: "2026-04", mine: { doneFen: 0, ordersCount: 0 } });
    expect(await statementOf(`${rep.memberId}:2026-04`)).toHaveLength(0);
    await company.workDue();
    expect(await statementOf(`${rep.memberId}:2026-04`)).toMatchObject([{ revision: 1 }]);
    expect((await today(rep)).mine).toMatchObject({ doneFen: 0 });
  });

  it("asks for a month once, however often it is looked at before the worker comes", async () => {
    await Promise.all([today(rep), today(rep), company.statement(rep)]);
    await today(rep);
    const asked = (await stored("events")).filter(({ cause }) => String(cause).startsWith("firstLook:"));
    expect(asked).toHaveLength(1);
  });

  it("asks again for a month whose pricing was given up", async () => {
    await today(rep);
    await lookAt(() => DeliveryModel.updateMany({}, { $set: { state: "dead" } }));
    company.app.passRealTime({ seconds: 61 });
    await today(rep);
    await company.workDue();
    expect(await statementOf(`${rep.memberId}:2026-03`)).toMatchObject([{ revision: 1 }]);
  });

  it("is nothing of pay for somebody who is not paid by results, before and after it was stored", async () => {
    expect((await today(company.finance)).mine).toBeNull();
    await company.workDue();
    expect((await today(company.finance)).mine).toBeNull();
    expect(await statementOf(`${company.finance.memberId}:2026-03`)).toHaveLength(1);
  });
});

describe("a page of 收入 that is kept", () => {
  beforeEach(async () => {
    await givenConfirmedSale(company, { rep, customer, amountFen: 10_000_000 });
  });

  const commissionOf = async () => {
    const { lines } = await company.statement(rep);
    return lines.find((line) => line.kind === "提成")?.lineId ?? "";
  };

  it("is made anew when something was booked", async () => {
    expect((await company.statement(rep)).lines.filter((line) => line.kind === "提成")).toHaveLength(1);
    const { saleId } = await givenConfirmedSale(company, { rep, customer: another, amountFen: 5_000_000 });
    expect((await company.statement(rep)).lines.map((line) => line.saleId)).toContain(saleId);
  });

  it("is read in the reader's language at once", async () => {
    expect((await company.statement(rep)).lines[0]?.sentence).toMatch(/[一-龥]/);
    const { revision } = (await company.app.me(rep.memberId)).member;
    const body = { commandId: company.newId(), revision, language: "en" as const };
    await company.as(rep).call("me.setLanguage", undefined, body);
    expect((await company.statement(rep)).lines[0]?.sentence).toMatch(/at 1\.5%/);
  });

  it("computes on the phone to what it says, also when the team has moved since", async () => {
    const lineId = await commissionOf();
    await givenConfirmedSale(company, { rep: colleague, customer: colleagues, amountFen: 30_000_000 });
    const opened = await company.as(rep).call("statements.line", { period: "2026-03", lineId });
    expect(verify(opened.receipt)).toMatchObject({ agrees: true });
    await company.workAll();
    const again = await company.as(rep).call("statements.line", { period: "2026-03", lineId });
    expect(verify(again.receipt)).toMatchObject({ agrees: true });
  });

  it("is nobody else's", async () => {
    const lineId = await commissionOf();
    await company.as(rep).call("statements.line", { period: "2026-03", lineId });
    await expect(company.as(colleague).call("statements.line", { period: "2026-03", lineId })).rejects.toMatchObject({
      code: "statement.lineUnknown",
    });
  });
});
