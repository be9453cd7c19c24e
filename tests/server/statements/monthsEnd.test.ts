import type { Plan } from "@shared/domain/pay";
import { internetCompany } from "@shared/domain/pay/plans";
import { syncDirectory } from "../../../server/features/members";
import { readMonthState } from "../../../server/features/statements";
import { crontab, scheduler } from "../../../server/jobs";
import { type DemoWorld, startDemoWorld } from "../../support/demoWorld";
import { checkedLedger } from "../../support/ledger";

/* What somebody does in WeCom on the last evening of a month is read in the first night of the next one. */

const allowance: Plan = {
  ...internetCompany,
  ...{ code: "allowance", inputs: [], tables: [], stacking: [], scope: { members: ["xiaoli"] } },
  components: [
    {
      ...{ code: "base", name: "补贴", nameEn: "Allowance", kind: "补贴", grain: "period", period: "month" },
      ...{ amount: "500元", pay: [{ share: "1", when: "earned", due: "次月5日", channel: "payroll" }] },
    },
  ],
  examples: [{ name: "who is there", given: {}, expect: { base: "500元" } }],
};

let world: DemoWorld;
beforeEach(async () => {
  world = await startDemoWorld({ now: "2026-03-26T10:05:00+08:00" });
  await world.publishPlan(allowance);
  await world.workAll();
});

/** The night's jobs. */
async function night(day: string): Promise<void> {
  world.app.clock.set(`${day}T03:12:00+08:00`);
  await syncDirectory(world.app.deps);
  world.app.passRealTime({ seconds: 6 });
  world.app.clock.set(`${day}T03:42:30+08:00`);
  await scheduler(
    world.app.deps,
    crontab(world.app.deps).filter(({ name }) => name === "price-months"),
  ).tick();
  await world.workAll();
}
const partsOf = async (period: string) =>
  (await readMonthState("xiaoli", period)).stored?.lines.map(({ segment: { from, to }, amountFen }) => [
    from,
    to,
    amountFen,
  ]);
const march = [["2026-03-01", "2026-03-31", 50_000]];

it("who is deleted on the evening of 31 March is paid for March, and for no day of April", async () => {
  await night("2026-03-31");
  world.app.wecom.removeMember("xiaoli");
  await night("2026-04-01");
  await night("2026-04-02");
  expect(await partsOf("2026-03")).toEqual(march);
  expect((await partsOf("2026-04")) ?? []).toEqual([]);
});

it("who is moved on the evening of 31 March has April in one part", async () => {
  await night("2026-03-31");
  world.app.wecom.putMember({ userid: "xiaoli", department: [4] });
  await night("2026-04-01");
  await night("2026-04-02");
  expect([await partsOf("2026-03"), await partsOf("2026-04")]).toEqual([march, [["2026-04-01", "2026-04-30", 50_000]]]);
});

it("who is moved in the middle of 31 March keeps that day where they were", async () => {
  await night("2026-03-31");
  world.app.wecom.putMember({ userid: "xiaoli", department: [4] });
  world.app.clock.set("2026-03-31T15:00:00+08:00");
  await syncDirectory(world.app.deps);
  await night("2026-04-01");
  expect([await partsOf("2026-03"), await partsOf("2026-04")]).toEqual([march, [["2026-04-01", "2026-04-30", 50_000]]]);
});

it("who is deleted on the evening of 31 March is paid in March for an order of that day that is confirmed in April", async () => {
  const rate = {
    ...allowance,
    ...{ code: "rate", scope: { members: ["zhangsan"] } },
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
  await world.publishPlan(rate);
  await night("2026-03-31");
  world.app.clock.set("2026-03-31T17:00:00+08:00");
  const sale = await world.submitSale("zhangsan", "c-hongda", 15_000_000, "2026-03-31");
  world.app.wecom.removeMember("zhangsan");
  await night("2026-04-01");
  world.app.clock.set("2026-04-01T10:30:00+08:00");
  await world.confirmSale("zhaojing", sale);
  await world.workAll();
  const { stored } = await readMonthState("zhangsan", "2026-03");
  expect(stored?.lines.map(({ component, amountFen }) => [component.code, amountFen])).toEqual([["pay", 150_000]]);
  expect(await checkedLedger()).toMatchObject({ difference: null });
});
