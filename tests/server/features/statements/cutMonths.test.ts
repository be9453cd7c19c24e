import type { Plan } from "@shared/domain/pay";
import { internetCompany } from "@shared/domain/pay/plans";
import { syncDirectory } from "../../../../server/features/members";
import { readMonthState } from "../../../../server/features/statements";
import {
  type Company,
  type Customer,
  departmentIdOf,
  givenConfirmedSale,
  givenCustomer,
  givenPlan,
  givenTeam,
  type Person,
  prepare,
  type Team,
} from "../../../support/given";
import { checkedLedger } from "../../../support/ledger";

const repId = "li.na";

const salesOf = (of: "member" | "branch", name: string): Plan["inputs"][number] => ({
  ...{ name, nameEn: `${of}'s sales`, kind: "measure", code: "sales.confirmed", of, period: "month" },
});

/** A plan of 小李's own with one component of the month. */
const pays = (amount: string, expect: Plan["examples"][number]["expect"][string], more: Partial<Plan> = {}): Plan => ({
  ...internetCompany,
  code: "own",
  version: 1,
  validFrom: "2026-01-01",
  scope: { members: [repId] },
  tables: [],
  stacking: [],
  inputs: [salesOf("member", "本月业绩")],
  components: [
    {
      ...{ code: "pay", name: "奖金", nameEn: "bonus", kind: "提成", grain: "period", period: "month", amount },
      pay: [{ share: "1", when: "earned", due: "次月5日", channel: "payroll" }],
    },
  ],
  examples: [{ name: "10万", given: { 本月业绩: "100000元", 分公司业绩: "100000元" }, expect: { pay: expect } }],
  ...more,
});

const start = prepare(async (company) => {
  const team = await givenTeam(company, { reps: [{ memberId: repId }] });
  const [rep] = team.reps;
  const customer = await givenCustomer(company, { owner: rep });
  return { team, rep, customer };
});

let company: Company;
let team: Team;
let rep: Person;
let customer: Customer;
beforeEach(async () => {
  ({ company, team, rep, customer } = await start({ now: "2026-03-10T10:05:00+08:00" }));
});

const readOn = async (at: string) => {
  company.app.clock.set(at);
  await syncDirectory(company.app.deps);
  company.app.passRealTime({ seconds: 6 });
};
/** 小李's team is hung under another branch, from 17 March on. */
const moveTeam = async () => {
  company.app.wecom.putDepartment({ id: 20, name: "华东", parentId: 1, leaders: [] });
  const { unitId, name, manager } = team;
  company.app.wecom.putDepartment({ id: departmentIdOf(unitId), name, parentId: 20, leaders: [manager.memberId] });
  await readOn("2026-03-16T10:00:00+08:00");
};
const marchOf = async () => {
  await company.workAll();
  const { stored } = await readMonthState(rep.memberId, "2026-03");
  return stored?.lines.map(({ segment: { from, to }, amountFen }) => [from, to, amountFen]);
};

it("an allowance of 5,000 a month stays 5,000 where the team is hung under another branch inside it", async () => {
  const inputs = [salesOf("branch", "分公司业绩")];
  await givenPlan(company, pays("如果(分公司业绩 ≥ 0元, 5000元, 4000元)", "5000元", { inputs }));
  await company.as(rep).call("today.read");
  expect(await marchOf()).toEqual([["2026-03-01", "2026-03-31", 500_000]]);
  await moveTeam();
  expect(await marchOf()).toEqual([
    ["2026-03-01", "2026-03-16", 258_065],
    ["2026-03-17", "2026-03-31", 241_935],
  ]);
  expect(await checkedLedger()).toMatchObject({ difference: null });
});

describe("a month whose plan looks at no branch, in which the team is hung under another one", () => {
  const byOwn = pays("如果(本月业绩 ≥ 100000元, 本月业绩 × 2%, 本月业绩 × 1%)", "2000元");
  const inputs = [salesOf("member", "本月业绩"), salesOf("branch", "分公司业绩")];
  const byBranch = pays("如果(分公司业绩 ≥ 100000元, 本月业绩 × 2%, 本月业绩 × 1%)", "2000元", { inputs });
  const whole = [["2026-03-01", "2026-03-31", 220_000]];

  /** 60,000 before the move and 50,000 after it. */
  const sells = async () => {
    await givenConfirmedSale(company, { rep, customer, amountFen: 6_000_000, signedOn: "2026-03-10" });
    await moveTeam();
    company.app.clock.set("2026-03-20T10:00:00+08:00");
    await givenConfirmedSale(company, { rep, customer, amountFen: 5_000_000, signedOn: "2026-03-20" });
  };

  it("stays whole when a version of the next month is published that does", async () => {
    await givenPlan(company, byOwn);
    await sells();
    expect(await marchOf()).toEqual(whole);
    await givenPlan(company, { ...byBranch, version: 2, validFrom: "2026-04-01" });
    expect(await marchOf()).toEqual(whole);
    expect(await checkedLedger()).toMatchObject({ difference: null });
    // Whatever prices the month again finds the same.
    await givenConfirmedSale(company, { rep, customer, amountFen: 50, signedOn: "2026-03-20" });
    expect(await marchOf()).toEqual([["2026-03-01", "2026-03-31", 220_001]]);
    expect(await checkedLedger()).toMatchObject({ difference: null });
  });

  it("stays whole where a version of earlier months did", async () => {
    company.app.clock.set("2026-02-10T10:00:00+08:00");
    await givenPlan(company, { ...byBranch, validFrom: "2026-01-01" });
    await givenPlan(company, { ...byOwn, version: 2, validFrom: "2026-03-01" });
    company.app.clock.set("2026-03-10T10:00:00+08:00");
    await sells();
    expect(await marchOf()).toEqual(whole);
    expect(await checkedLedger()).toMatchObject({ difference: null });
  });
});

it("the days after a version that has ended inside a month are paid by the one before it", async () => {
  await givenPlan(company, pays("本月业绩 × 1%", "1000元"));
  const ends = { version: 2, validFrom: "2026-04-01", validTo: "2026-04-15" };
  await givenPlan(company, pays("本月业绩 × 2%", "2000元", ends));
  company.app.clock.set("2026-04-20T10:00:00+08:00");
  await givenConfirmedSale(company, { rep, customer, amountFen: 3_000_000, signedOn: "2026-04-14" });
  await givenConfirmedSale(company, { rep, customer, amountFen: 10_000_000, signedOn: "2026-04-20" });
  await company.workAll();
  const { stored } = await readMonthState(rep.memberId, "2026-04");
  expect(stored?.lines.map(({ segment: { from, to }, amountFen }) => [from, to, amountFen])).toEqual([
    ["2026-04-01", "2026-04-15", 60_000],
    ["2026-04-16", "2026-04-30", 100_000],
  ]);
  expect(stored?.exceptions).toEqual([]);
});
