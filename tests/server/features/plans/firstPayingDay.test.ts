import { randomUUID } from "node:crypto";
import type { Fact } from "@shared/domain/pay";
import { tutorialTiers } from "@shared/domain/pay/plans";
import {
  type Company,
  confirm,
  givenConfirmedSale,
  givenCustomer,
  givenMember,
  givenPlan,
  givenSale,
  givenTeam,
  type Person,
  prepare,
  givenPlanCheck,
} from "../../../support/given";
import { holdNextTransaction } from "../../../support/heldTransaction";
import { checkedLedger } from "../../../support/ledger";
import { putStored, stored } from "../../../support/testDatabase";

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
    await givenPlanCheck(planId);
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

  it("is seen by the day that is set while its confirmation waits, however long", async () => {
    company.app.clock.set("2026-03-20T09:00:00+08:00");
    const customer = await givenCustomer(company, { owner: rep });
    await givenPlan(company, plan("2026-04-01"));
    company.app.clock.set("2026-04-02T10:00:00+08:00");
    const sale = await givenSale(company, { rep, customer, amountFen: 12_000_000, signedOn: "2026-03-21" });
    const held = holdNextTransaction();
    const confirmed = confirm(company, sale, team.manager);
    confirmed.catch(() => undefined);
    try {
      await Promise.race([held.reached, confirmed]);
      await set("2026-04-01", { revision: (await read()).revision });
      await company.workAll();
    } finally {
      held.release();
    }
    await confirmed;
    const [fact] = await stored("facts", { _id: `sale:${sale.saleId}` });
    expect(fact?.fact).toMatchObject({ bookedIn: "2026-03", countsOn: "2026-03-21" });
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

describe("a sale that is paid when the first paying day is set", () => {
  const followed = () => company.workAll();
  const amountOf = async (period: string) => {
    const { totals } = await company.as(rep).call("statements.mine", { period });
    return totals.estimatedFen + totals.earnedFen + totals.payableFen + totals.paidFen;
  };
  const doneOf = async (period: string) =>
    (await company.as(company.hr).call("teams.level", { period, unitId: team.unitId })).team.doneFen;
  // A publication has held on to it.
  const setNow = async (on: string) => set(on, { revision: (await read()).revision });
  let saleId: string;
  let paidFen: number;
  beforeEach(async () => {
    company.app.clock.set("2026-03-20T09:00:00+08:00");
    const customer = await givenCustomer(company, { owner: rep });
    await givenPlan(company, plan("2026-04-01"));
    company.app.clock.set("2026-04-02T10:00:00+08:00");
    const sold = { amountFen: 12_000_000, signedOn: "2026-03-20" };
    ({ saleId } = await givenConfirmedSale(company, { rep, customer, ...sold }));
    await followed();
    paidFen = await amountOf("2026-04");
    expect(paidFen).toBeGreaterThan(0);
  });

  it("counts for history alone where it is older, by later revisions of what was recorded", async () => {
    await setNow("2026-04-01");
    await followed();
    expect([await amountOf("2026-04"), await amountOf("2026-03")]).toEqual([0, 0]);
    expect([await doneOf("2026-04"), await doneOf("2026-03")]).toEqual([0, 12_000_000]);
    const ids = ["", "@2", "@3"].map((nth) => `sale:${saleId}${nth}`);
    const facts = await stored("facts", { _id: { $in: ids } });
    expect(facts).toMatchObject([
      { countsOn: "2026-04-02" },
      { countsOn: "2026-04-02", fact: { rejected: true } },
      { countsOn: "2026-03-20" },
    ]);
    expect((await checkedLedger("2026-04")).difference).toBeNull();
  });

  it("is known beforehand to whoever sets the day, as it then comes", async () => {
    const moved = (on: string) => company.as(company.hr).call("sales.movedBy", { on });
    const days = { signedOn: "2026-03-20", confirmedOn: "2026-04-02" };
    const one = { count: 1, isAtLeast: false };
    const first = { saleId, repName: rep.name, ...days };
    expect(await moved("2026-04-01")).toEqual({ ...one, first: [{ ...first, becomesHistory: true }] });
    expect(await moved("2026-03-01")).toEqual({ ...one, count: 0, first: [] });
    await setNow("2026-04-01");
    await followed();
    expect(await moved("2026-04-01")).toEqual({ ...one, count: 0, first: [] });
    expect(await moved("2026-03-01")).toEqual({ ...one, first: [{ ...first, becomesHistory: false }] });
  });

  it("is told to whom it takes something from, once, with why", async () => {
    await setNow("2026-04-01");
    await followed();
    await followed();
    const told = company.toldTo(rep).filter((sentence) => sentence.includes("起按方案发薪酬"));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/公司从4月1日起按方案发薪酬，.*3月20日签的单只记业绩，不计佣金。/);
    expect(await stored("journals", { "causes.kind": "firstPayingDay" })).not.toEqual([]);
  });

  it("pays as it did where the day is moved before it again", async () => {
    await setNow("2026-04-01");
    await followed();
    await setNow("2026-03-01");
    await followed();
    expect(await amountOf("2026-04")).toBe(paidFen);
    expect([await doneOf("2026-04"), await doneOf("2026-03")]).toEqual([12_000_000, 0]);
    expect((await checkedLedger("2026-04")).difference).toBeNull();
  });

  it("follows the day however often it was moved before", async () => {
    await setNow("2026-04-01");
    await followed();
    // Twenty moves to and fro have left these behind.
    const [last] = await stored("facts", { _id: `sale:${saleId}@3` });
    const revisions = Array.from({ length: 38 }, (_, n) => n + 4);
    await putStored(
      "facts",
      revisions.map((revision) => ({
        ...last,
        ...{ _id: `sale:${saleId}@${revision}`, fact: { ...(last?.fact as Fact), revision } },
      })),
    );
    await setNow("2026-03-01");
    await followed();
    expect(await stored("facts", { _id: `sale:${saleId}@43` })).toMatchObject([{ countsOn: "2026-04-02" }]);
    expect(await amountOf("2026-04")).toBe(paidFen);
  });

  it("lets whoever looks at the day set it, however many sales are confirmed meanwhile", async () => {
    const { revision } = await read();
    const customer = await givenCustomer(company, { owner: rep });
    await givenConfirmedSale(company, { rep, customer, amountFen: 3_000_000, signedOn: "2026-03-21" });
    await set("2026-04-01", { revision });
    await followed();
    expect([await doneOf("2026-04"), await doneOf("2026-03")]).toEqual([0, 15_000_000]);
  });

  it("leaves the results of a month past its cut-off, and lowers the open one", async () => {
    company.app.clock.set("2026-06-10T10:00:00+08:00");
    const finance = await givenMember(company, { roles: ["finance"] });
    await setNow("2026-04-01");
    await followed();
    const results = async () => [await doneOf("2026-03"), await doneOf("2026-04"), await doneOf("2026-06")];
    expect(await results()).toEqual([12_000_000, 12_000_000, -12_000_000]);
    expect(await amountOf("2026-04")).toBe(0);
    company.app.passRealTime({ seconds: 31 });
    await followed();
    for (const person of [finance, team.manager])
      expect(company.toldTo(person).filter((said) => said.includes("1 张已确认的销售单换了计入的月份"))).toHaveLength(
        1,
      );
    await setNow("2026-03-01");
    await followed();
    expect(await results()).toEqual([0, 12_000_000, 0]);
    expect(await amountOf("2026-04")).toBe(paidFen);
    for (const period of ["2026-03", "2026-04", "2026-06"]) expect((await checkedLedger(period)).difference).toBeNull();
  });

  it("is looked at once among any number of others", async () => {
    const [like] = await stored("sales", { _id: saleId });
    await putStored(
      "sales",
      Array.from({ length: 205 }, (_, n) => ({ ...like, _id: `other-${n}`, sortKey: `${n}` })),
    );
    await setNow("2026-04-01");
    await followed();
    const asked = await stored("eventLog", { subscription: "sales.place" });
    expect(new Set(asked.map(({ payload }) => (payload as { saleId: string }).saleId)).size).toBe(206);
    expect(asked).toHaveLength(206);
    expect([await amountOf("2026-04"), await amountOf("2026-03")]).toEqual([0, 0]);
  });

  it("stays as it is where it was signed on the day or later", async () => {
    await setNow("2026-03-01");
    await followed();
    expect(await amountOf("2026-04")).toBe(paidFen);
    expect(await stored("facts", { _id: `sale:${saleId}@2` })).toEqual([]);
  });
});
