import { verify } from "@shared/domain/pay";
import { DeliveryModel } from "../../../server/outbox/outboxModel";
import { TargetModel } from "../../../server/features/targets/targetModel";
import { startDemoWorld, type DemoWorld } from "../../support/demoWorld";
import { lookAt, stored } from "../../support/testDatabase";

let world: DemoWorld;
const today = (memberId: string) => world.as(memberId).call("today.read");
const statementOf = (id: string) => stored("statements", { _id: id });

describe("what a person sees first", () => {
  beforeEach(async () => {
    world = await startDemoWorld();
  });

  it("is what the last booking stored, and changes with what is priced, not with what is asked", async () => {
    await world.sale("xiaowang", "c-haiyue", 10_000_000);
    const before = await today("xiaowang");
    await lookAt(() => TargetModel.updateMany({ subjectId: "xiaowang" }, { $set: { valueFen: 1 } }));
    expect((await today("xiaowang")).mine).toEqual(before.mine);
    await world.sale("xiaowang", "c-haiyue", 10_000_000);
    expect((await today("xiaowang")).mine).toMatchObject({ doneFen: 20_000_000, targetFen: 1 });
  });

  it("says as of when: when the month was last priced", async () => {
    await world.sale("xiaowang", "c-haiyue", 10_000_000);
    const pricedAt = world.app.deps.clock.now().toISOString();
    world.app.clock.advance({ minutes: 40 });
    expect((await today("xiaowang")).asOf).toBe(pricedAt);
    expect((await world.statement("xiaowang")).asOf).toBe(pricedAt);
  });

  it("has gained nothing on a day without a sale, though yesterday had one", async () => {
    await world.sale("xiaowang", "c-haiyue", 10_000_000);
    expect((await today("xiaowang")).mine?.todayGain).toMatchObject({ salesFen: 10_000_000 });
    world.app.clock.advance({ days: 1 });
    expect((await today("xiaowang")).mine).toMatchObject({ doneFen: 10_000_000, todayGain: null });
  });

  it("shows the same money as 收入, after every sale", async () => {
    for (const amountFen of [10_000_000, 15_000_000, 2_345_678]) {
      await world.sale("xiaowang", "c-haiyue", amountFen);
      const [day, month] = await Promise.all([today("xiaowang"), world.statement("xiaowang")]);
      expect(day.mine?.totals).toEqual(month.totals);
      expect(day.asOf).toBe(month.asOf);
    }
  });

  it("on the first day of a month is what plans say of an empty month, and a worker stores it", async () => {
    await world.sale("xiaowang", "c-haiyue", 10_000_000);
    world.app.clock.advance({ days: 6 });
    expect(await today("xiaowang")).toMatchObject({ period: "2026-04", mine: { doneFen: 0, ordersCount: 0 } });
    expect(await statementOf("xiaowang:2026-04")).toHaveLength(0);
    await world.workDue();
    expect(await statementOf("xiaowang:2026-04")).toMatchObject([{ revision: 1 }]);
    expect((await today("xiaowang")).mine).toMatchObject({ doneFen: 0 });
  });

  it("asks for a month once, however often it is looked at before the worker comes", async () => {
    await Promise.all([today("xiaowang"), today("xiaowang"), world.statement("xiaowang")]);
    await today("xiaowang");
    const asked = (await stored("events")).filter(({ cause }) => String(cause).startsWith("firstLook:"));
    expect(asked).toHaveLength(1);
  });

  it("asks again for a month whose pricing was given up", async () => {
    await today("xiaowang");
    await lookAt(() => DeliveryModel.updateMany({}, { $set: { state: "dead" } }));
    world.app.passRealTime({ seconds: 61 });
    await today("xiaowang");
    await world.workDue();
    expect(await statementOf("xiaowang:2026-03")).toMatchObject([{ revision: 1 }]);
  });

  it("is nothing of pay for somebody who is not paid by results, before and after it was stored", async () => {
    expect((await today("linjing")).mine).toBeNull();
    await world.workDue();
    expect((await today("linjing")).mine).toBeNull();
    expect(await statementOf("linjing:2026-03")).toHaveLength(1);
  });
});

describe("a page of 收入 that is kept", () => {
  beforeEach(async () => {
    world = await startDemoWorld();
    await world.sale("xiaowang", "c-haiyue", 10_000_000);
  });

  const commissionOf = async () => {
    const { lines } = await world.statement("xiaowang");
    return lines.find((line) => line.kind === "提成")?.lineId ?? "";
  };

  it("is made anew when something was booked", async () => {
    expect((await world.statement("xiaowang")).lines.filter((line) => line.kind === "提成")).toHaveLength(1);
    const { saleId } = await world.sale("xiaowang", "c-yuelian", 5_000_000);
    expect((await world.statement("xiaowang")).lines.map((line) => line.saleId)).toContain(saleId);
  });

  it("is read in the reader's language at once", async () => {
    expect((await world.statement("xiaowang")).lines[0]?.sentence).toMatch(/[一-龥]/);
    const { revision } = (await world.app.me("xiaowang")).member;
    const body = { commandId: world.newId(), revision, language: "en" as const };
    await world.as("xiaowang").call("me.setLanguage", undefined, body);
    expect((await world.statement("xiaowang")).lines[0]?.sentence).toMatch(/at 1\.5%/);
  });

  it("computes on the phone to what it says, also when the team has moved since", async () => {
    const lineId = await commissionOf();
    await world.sale("xiaoli", "c-nanyue", 30_000_000);
    const opened = await world.as("xiaowang").call("statements.line", { period: "2026-03", lineId });
    expect(verify(opened.receipt)).toMatchObject({ agrees: true });
    await world.workAll();
    const again = await world.as("xiaowang").call("statements.line", { period: "2026-03", lineId });
    expect(verify(again.receipt)).toMatchObject({ agrees: true });
  });

  it("is nobody else's", async () => {
    const lineId = await commissionOf();
    await world.as("xiaowang").call("statements.line", { period: "2026-03", lineId });
    await expect(world.as("xiaoli").call("statements.line", { period: "2026-03", lineId })).rejects.toMatchObject({
      code: "statement.lineUnknown",
    });
  });
});
