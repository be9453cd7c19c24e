import { randomUUID } from "node:crypto";
import { tutorialTiers } from "@shared/domain/pay/plans";
import {
  type Company,
  givenConfirmedSale,
  givenCustomer,
  givenMember,
  givenPlan,
  givenTeam,
  type Person,
  prepare,
} from "../../../support/given";
import { stored } from "../../../support/testDatabase";

/* A company that goes over to this product: from one day on it pays here, and what is older is history. */

const start = prepare(async (company) => {
  const team = await givenTeam(company, { reps: [{}] });
  const [rep] = team.reps;
  return { team, rep, secondOfHr: await givenMember(company, { roles: ["hr"] }) };
});

let company: Company;
let team: Awaited<ReturnType<typeof start>>["team"];
let rep: Person;
let secondOfHr: Person;
beforeEach(async () => {
  ({ company, team, rep, secondOfHr } = await start());
  company.app.clock.set("2026-03-26T09:00:00+08:00");
});

const set = (firstPayingOn: string, { by = company.hr, revision = 0, commandId = randomUUID() } = {}) =>
  company.as(by).call("plans.setFirstPayingDay", undefined, { commandId, revision, firstPayingOn });
const read = (by: Person = company.hr) => company.as(by).call("plans.firstPayingDay");
const plan = (validFrom: string) => ({ ...tutorialTiers, validFrom, scope: { orgUnits: [team.unitId] } });
const draft = (validFrom: string) =>
  company.as(company.hr).call("plans.draft", undefined, {
    ...{ commandId: randomUUID(), revision: 0 },
    plan: plan(validFrom),
  });
const planId = `${tutorialTiers.code}@1`;
const move = (verb: "submit" | "publish", by: Person, revision: number) =>
  company.as(by).call(`plans.${verb}`, { planId }, { commandId: randomUUID(), revision });

describe("the first paying day", () => {
  it("names who has set it, and is none until somebody has", async () => {
    expect(await read()).toMatchObject({ firstPayingOn: null, setByName: null, firstPlan: null, maySet: true });
    await set("2026-04-01");
    expect(await read()).toMatchObject({ firstPayingOn: "2026-04-01", setByName: company.hr.name, revision: 1 });
  });

  it("counts once where it is sent again", async () => {
    const commandId = randomUUID();
    const answers = [await set("2026-04-01", { commandId }), await set("2026-04-01", { commandId })];
    expect(answers).toEqual(Array(2).fill({ firstPayingOn: "2026-04-01", revision: 1 }));
  });

  it("is set by one of two who do so at once, and the other is told", async () => {
    const both = await Promise.allSettled([set("2026-04-01"), set("2026-05-01", { by: secondOfHr })]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "stale" } });
  });

  it.each([
    ["2026-04-15", "day.notFirst"],
    ["2028-01-01", "day.tooLate"],
  ])("is not %s: %s", async (day, code) => {
    await expect(set(day)).rejects.toMatchObject({ code: "input.invalid", problem: { fields: [{ code }] } });
    expect(await read()).toMatchObject({ firstPayingOn: null, revision: 0 });
  });

  it("keeps a plan from beginning before it", async () => {
    await set("2026-05-01");
    await draft("2026-04-01");
    await expect(move("submit", company.hr, 1)).rejects.toMatchObject({
      code: "plan.beforeFirstPayingDay",
      problem: { validFrom: "2026-04-01", firstPayingOn: "2026-05-01" },
    });
  });

  it("keeps one that is in review already from being put in force", async () => {
    await draft("2026-04-01");
    await move("submit", company.hr, 1);
    await set("2026-05-01");
    await expect(move("publish", secondOfHr, 2)).rejects.toMatchObject({ code: "plan.beforeFirstPayingDay" });
  });

  it("is not after the first day of a plan that pays, which it names", async () => {
    await givenPlan(company, plan("2026-04-01"));
    await expect(set("2026-05-01", { revision: (await read()).revision })).rejects.toMatchObject({
      code: "plan.paysEarlier",
      problem: { name: tutorialTiers.name, validFrom: "2026-04-01" },
    });
  });
});

describe("a sale of before the first paying day that is confirmed after it", () => {
  it("counts in its own month and pays nothing, as the preview and the message say alike", async () => {
    company.app.clock.set("2026-03-20T09:00:00+08:00");
    const customer = await givenCustomer(company, { owner: rep });
    await set("2026-04-01");
    await givenPlan(company, plan("2026-04-01"));
    company.app.clock.set("2026-04-02T10:00:00+08:00");
    const sold = { customerId: customer.customerId, amountFen: 12_000_000, signedOn: "2026-03-20" };
    const preview = await company.as(rep).call("sales.preview", undefined, sold);
    const why = "公司从4月1日起按方案发薪酬，之前签的单只记业绩，不计佣金。";
    expect(preview).toMatchObject({ period: "2026-03", totalFen: 0, reason: why });

    const { saleId } = await givenConfirmedSale(company, { rep, customer, ...sold });
    await company.workAll();
    const [fact] = await stored("facts", { _id: `sale:${saleId}` });
    expect(fact?.fact).toMatchObject({ bookedIn: "2026-03", countsOn: "2026-03-20" });
    const march = await company.as(rep).call("statements.mine", { period: "2026-03" });
    expect(march.totals).toEqual({ estimatedFen: 0, earnedFen: 0, payableFen: 0, paidFen: 0 });
    expect(company.toldTo(rep).join("\n")).toContain(why);
  });

  it("lifts no month that is paid", async () => {
    company.app.clock.set("2026-03-20T09:00:00+08:00");
    const customer = await givenCustomer(company, { owner: rep });
    await set("2026-04-01");
    await givenPlan(company, plan("2026-04-01"));
    company.app.clock.set("2026-04-02T10:00:00+08:00");
    const paidFor = async () => {
      const { month } = await company.as(rep).call("sales.preview", undefined, {
        ...{ customerId: customer.customerId, amountFen: 100, signedOn: "2026-04-02" },
      });
      return month.doneBeforeFen;
    };
    expect(await paidFor()).toBe(0);
    await givenConfirmedSale(company, { rep, customer, amountFen: 12_000_000, signedOn: "2026-03-20" });
    await company.workAll();
    expect(await paidFor()).toBe(0);
  });
});
