import type { Plan } from "@shared/domain/pay";
import { internetCompany } from "@shared/domain/pay/plans";
import { syncDirectory } from "../../../server/features/members";
import { readMonth } from "../../../server/features/statements";
import { crontab, scheduler } from "../../../server/jobs";
import { type DemoWorld, startDemoWorld } from "../../support/demoWorld";

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
  (await readMonth("xiaoli", period)).stored?.lines.map(({ segment: { from, to }, amountFen }) => [
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
