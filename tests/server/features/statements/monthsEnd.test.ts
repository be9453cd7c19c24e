import type { Plan } from "@shared/domain/pay";
import { internetCompany } from "@shared/domain/pay/plans";
import { syncDirectory } from "../../../../server/features/members";
import { readMonthState } from "../../../../server/features/statements";
import { crontab, scheduler } from "../../../../server/jobs";
import {
  type Company,
  confirm,
  type Customer,
  departmentIdOf,
  givenCustomer,
  givenPlan,
  givenSale,
  givenTeam,
  type Person,
  prepare,
  type Team,
} from "../../../support/given";
import { checkedLedger } from "../../../support/ledger";

/* What somebody does in WeCom on the last evening of a month is read in the first night of the next one. */

const allowance = ({ memberId }: Person): Plan => ({
  ...internetCompany,
  ...{ code: "allowance", inputs: [], tables: [], stacking: [], scope: { members: [memberId] } },
  components: [
    {
      ...{ code: "base", name: "补贴", nameEn: "Allowance", kind: "补贴", grain: "period", period: "month" },
      ...{ amount: "500元", pay: [{ share: "1", when: "earned", due: "次月5日", channel: "payroll" }] },
    },
  ],
  examples: [{ name: "who is there", given: {}, expect: { base: "500元" } }],
});

const start = prepare(async (company) => {
  const team = await givenTeam(company, { reps: [{}, {}] });
  const [rep, colleague] = team.reps;
  const { manager } = team;
  const other = await givenTeam(company);
  const customer = await givenCustomer(company, { owner: colleague });
  return { other, manager, rep, colleague, customer };
});

let company: Company;
let other: Team;
let manager: Person;
let rep: Person;
let colleague: Person;
let customer: Customer;
beforeEach(async () => {
  ({ company, other, manager, rep, colleague, customer } = await start({ now: "2026-03-26T10:05:00+08:00" }));
  await givenPlan(company, allowance(rep));
  await company.workAll();
});

/** The night's jobs. */
async function night(day: string): Promise<void> {
  company.app.clock.set(`${day}T03:12:00+08:00`);
  await syncDirectory(company.app.deps);
  company.app.passRealTime({ seconds: 6 });
  company.app.clock.set(`${day}T03:42:30+08:00`);
  await scheduler(
    company.app.deps,
    crontab(company.app.deps).filter(({ name }) => name === "price-months"),
  ).tick();
  await company.workAll();
}
const partsOf = async (period: string) =>
  (await readMonthState(rep.memberId, period)).stored?.lines.map(({ segment: { from, to }, amountFen }) => [
    from,
    to,
    amountFen,
  ]);
const march = [["2026-03-01", "2026-03-31", 50_000]];

it("who is deleted on the evening of 31 March is paid for March, and for no day of April", async () => {
  await night("2026-03-31");
  company.app.wecom.removeMember(rep.memberId);
  await night("2026-04-01");
  await night("2026-04-02");
  expect(await partsOf("2026-03")).toEqual(march);
  expect((await partsOf("2026-04")) ?? []).toEqual([]);
});

it("who is moved on the evening of 31 March has April in one part", async () => {
  await night("2026-03-31");
  company.app.wecom.putMember({ userid: rep.memberId, department: [departmentIdOf(other.unitId)] });
  await night("2026-04-01");
  await night("2026-04-02");
  expect([await partsOf("2026-03"), await partsOf("2026-04")]).toEqual([march, [["2026-04-01", "2026-04-30", 50_000]]]);
});

it("who is moved in the middle of 31 March keeps that day where they were", async () => {
  await night("2026-03-31");
  company.app.wecom.putMember({ userid: rep.memberId, department: [departmentIdOf(other.unitId)] });
  company.app.clock.set("2026-03-31T15:00:00+08:00");
  await syncDirectory(company.app.deps);
  await night("2026-04-01");
  expect([await partsOf("2026-03"), await partsOf("2026-04")]).toEqual([march, [["2026-04-01", "2026-04-30", 50_000]]]);
});

it("who is deleted on the evening of 31 March is paid in March for an order of that day that is confirmed in April", async () => {
  const rate = {
    ...allowance(colleague),
    ...{ code: "rate", scope: { members: [colleague.memberId] } },
    inputs: [
      { name: "本月业绩", nameEn: "sales", kind: "measure", code: "sales.confirmed", of: "member", period: "month" },
    ],
    components: [
      {
        ...{ code: "pay", name: "提成", nameEn: "commission", kind: "提成", grain: "period", period: "month" },
        ...{ amount: "本月业绩 × 1%", pay: [{ share: "1", when: "earned", due: "次月5日", channel: "payroll" }] },
      },
    ],
    examples: [{ name: "10万", given: { 本月业绩: "100000元" }, expect: { pay: "1000元" } }],
  } as unknown as Plan;
  await givenPlan(company, rate);
  await night("2026-03-31");
  company.app.clock.set("2026-03-31T17:00:00+08:00");
  const sale = await givenSale(company, { rep: colleague, customer, amountFen: 15_000_000, signedOn: "2026-03-31" });
  company.app.wecom.removeMember(colleague.memberId);
  await night("2026-04-01");
  company.app.clock.set("2026-04-01T10:30:00+08:00");
  await confirm(company, sale, manager);
  await company.workAll();
  const { stored } = await readMonthState(colleague.memberId, "2026-03");
  expect(stored?.lines.map(({ component, amountFen }) => [component.code, amountFen])).toEqual([["pay", 150_000]]);
  expect(await checkedLedger()).toMatchObject({ difference: null });
});
