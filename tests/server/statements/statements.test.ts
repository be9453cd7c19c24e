import { startDemoWorld, type DemoWorld } from "../../support/demoWorld";
import { verify } from "@shared/domain/pay";

let world: DemoWorld;
beforeEach(async () => {
  world = await startDemoWorld();
});

it("pays 小王 1,500.00 for 10 万 and takes him from 60 % to 75 %", async () => {
  await world.sale("xiaowang", "c-haiyue", 40_000_000, "2026-03-20");
  const before = await world.as("xiaowang").call("today.read");
  expect(before.mine).toMatchObject({ doneFen: 40_000_000, targetFen: 66_666_667 });
  const { saleId } = await world.sale("xiaowang", "c-haiyue", 10_000_000);

  const today = await world.as("xiaowang").call("today.read");
  expect(today.mine).toMatchObject({
    doneFen: 50_000_000,
    todayGain: { salesFen: 50_000_000, commissionFen: 750_000 },
  });
  const month = await world.statement("xiaowang");
  const line = month.lines.find((one) => one.saleId === saleId && one.kind === "提成");
  expect(line).toMatchObject({ amountFen: 150_000, customerName: "海岳机械", status: "earned" });
  expect(line?.sentence).toContain("1,500.00");
});

it("opens a line to the formula, the sale, the visit and the check-in, and to a receipt that computes the same", async () => {
  await world.consent("xiaowang");
  const visit = await world.visit("xiaowang", "c-haiyue");
  const { saleId } = await world.sale("xiaowang", "c-haiyue", 10_000_000);
  const month = await world.statement("xiaowang");
  const lineId = month.lines.find((one) => one.saleId === saleId && one.kind === "提成")?.lineId ?? "";
  const opened = await world.as("xiaowang").call("statements.line", { period: "2026-03", lineId });
  expect(opened.formula.map((part) => part.text).join("")).toContain("1,500.00");
  expect(opened.sales).toMatchObject([
    { saleId, allocatedFen: 150_000, footsteps: [{ visitId: visit.visitId, checkIn: { verdict: "inside" } }] },
  ]);
  expect(opened.plan.code).toBe("flat-internet");
  expect(verify(opened.receipt).agrees).toBe(true);
});

it("pays the reward for a first order of 1 万 once, and not for one fen less", async () => {
  await world.sale("xiaowang", "c-yuanda", 999_999);
  await world.sale("xiaowang", "c-haiyue", 1_000_000);
  await world.sale("xiaowang", "c-haiyue", 1_000_000);
  const rewards = (await world.statement("xiaowang")).lines.filter((line) => line.componentCode === "new-customer");
  expect(rewards.map((line) => line.amountFen).sort()).toEqual([0, 50_000]);
  expect(rewards.find((line) => line.amountFen > 0)?.status).toBe("payable");
});

it("shows nobody the pay of others", async () => {
  await world.sale("xiaowang", "c-haiyue", 10_000_000);
  expect((await world.statement("chenhao")).lines).toEqual([]);
});

it("has no statement for a month that has not begun", async () => {
  await expect(world.statement("xiaowang", "2026-04")).rejects.toMatchObject({ code: "period.invalid" });
});

it("pays an order signed last month and confirmed in this one", async () => {
  const { saleId } = await world.sale("xiaowang", "c-haiyue", 10_000_000, "2026-02-27");
  const line = (await world.statement("xiaowang")).lines.find((one) => one.saleId === saleId && one.kind === "提成");
  expect(line?.amountFen).toBe(150_000);
});

it("shows the same money on 今日 and 收入 while the team's factor is on its way", async () => {
  await world.sale("zhangsan", "c-hongda", 30_000_000);
  await world.sale("wangfang", "c-qiming", 170_000_000);
  const today = await world.as("zhangsan").call("today.read");
  expect(today.mine?.totals).toEqual((await world.statement("zhangsan")).totals);
});
