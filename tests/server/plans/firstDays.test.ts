import { internetCompany, manufacturingGroup } from "@shared/domain/pay/plans";
import { syncDirectory } from "../../../server/features/members";
import type { DemoWorld } from "../../support/demoWorld";
import { stored } from "../../support/testDatabase";
import { flat, planDesk, startPlanWorld } from "./givenPlans";

let world: DemoWorld;
beforeEach(async () => {
  world = await startPlanWorld();
});
const { draft, move, stateOf } = planDesk(() => world);

describe("the first day of a version", () => {
  it("is not inside the month that people are being paid for", async () => {
    await draft("zhoumin", { ...flat, validFrom: "2026-03-01" });
    await expect(move("submit", "zhoumin", 1)).rejects.toMatchObject({
      code: "plan.insidePeriod",
      problem: { validFrom: "2026-03-01", membersCount: 1, memberNames: ["小王"], firstAllowedOn: "2026-04-01" },
    });
    expect((await stateOf())[0]).toBe("draft");
  });

  it("is looked at again when it is published, since days pass in review", async () => {
    await draft();
    await move("submit", "zhoumin", 1);
    world.app.clock.set("2026-04-01T09:00:00+08:00");
    await expect(move("publish", "linjing", 2)).rejects.toMatchObject({
      code: "plan.insidePeriod",
      problem: { membersCount: 1, memberNames: ["小王"], firstAllowedOn: "2026-05-01" },
    });
    expect((await stateOf())[0]).toBe("inReview");
  });

  describe("of a plan by the event that is nearer than another one", () => {
    const byTheEvent = internetCompany.components.filter(({ grain }) => grain === "event");
    const nearer = (memberId: string, validFrom: string) => ({
      ...{ ...internetCompany, code: "demo-flat", components: byTheEvent },
      ...{ scope: { members: [memberId] }, validFrom },
    });

    it("is not inside the month by which the other one pays those whom it takes over", async () => {
      await draft("zhoumin", nearer("zhangsan", "2026-04-15"));
      await expect(move("submit", "zhoumin", 1)).rejects.toMatchObject({
        code: "plan.insidePeriod",
        problem: { membersCount: 1, memberNames: ["张三"], firstAllowedOn: "2026-05-01" },
      });
    });

    it("is not inside its quarter either, and may be the first of the next one", async () => {
      const components = manufacturingGroup.components.map((component) =>
        component.grain === "period" ? { ...component, period: "quarter" as const } : component,
      );
      await world.publishPlan({
        ...{ ...manufacturingGroup, components, version: 2, validFrom: "2026-04-01" },
        ...{ scope: { orgUnits: ["u4"] } },
      });
      await draft("zhoumin", nearer("zhangsan", "2026-05-01"));
      const problem = { memberNames: ["张三"], firstAllowedOn: "2026-07-01" };
      await expect(move("submit", "zhoumin", 1)).rejects.toMatchObject({ code: "plan.insidePeriod", problem });
      await draft("zhoumin", nearer("zhangsan", "2026-07-01"), 1);
      expect(await move("submit", "zhoumin", 2)).toMatchObject({ state: "inReview" });
    });

    it("may be inside a month where the other one pays by the event, too", async () => {
      await draft("zhoumin", nearer("xiaowang", "2026-04-15"));
      expect(await move("submit", "zhoumin", 1)).toMatchObject({ state: "inReview" });
    });
  });

  it("is not in a past month in which somebody of today's scope was paid by another plan", async () => {
    // 孙伟 was on the plan of team 2 until yesterday; today the department has nobody with a plan.
    world.app.clock.set("2026-04-02T09:00:00+08:00");
    world.app.wecom.putMember({ userid: "sunwei", department: [5] });
    await syncDirectory(world.app.deps);
    await draft("zhoumin", { ...flat, validFrom: "2026-03-01", scope: { members: ["sunwei"] } });
    await expect(move("submit", "zhoumin", 1)).rejects.toMatchObject({
      code: "plan.insidePeriod",
      problem: { validFrom: "2026-03-01", membersCount: 1 },
    });
  });

  it("is not in the past for those whom an older version was for and whom this one leaves out", async () => {
    const next = { ...internetCompany, version: 2, validFrom: "2026-02-01", scope: { orgUnits: ["u5"] } };
    await draft("zhoumin", next);
    await expect(move("submit", "zhoumin", 1, "flat-internet@2")).rejects.toMatchObject({ code: "plan.insidePeriod" });
  });

  it("is not today, which has begun: what has been earned since midnight stays as it was", async () => {
    await world.sale("xiaoli", "c-nanyue", 10_000_000);
    const before = (await world.statement("xiaoli")).lines;
    const byTheEvent = internetCompany.components.filter(({ grain }) => grain === "event");
    const next = { ...internetCompany, components: byTheEvent, version: 2, scope: { members: ["xiaowang"] } };
    await draft("zhoumin", { ...next, validFrom: "2026-03-26" });
    await expect(move("submit", "zhoumin", 1, "flat-internet@2")).rejects.toMatchObject({
      code: "plan.insidePeriod",
      problem: { validFrom: "2026-03-26" },
    });
    await world.workAll();
    expect((await world.statement("xiaoli")).lines).toEqual(before);
  });

  it("may be, where nobody concerned has had a plan: the months that they know are priced by it", async () => {
    // 孙伟 goes to a department whose people are on no plan.
    world.app.wecom.putMember({ userid: "sunwei", department: [5] });
    await syncDirectory(world.app.deps);
    world.app.clock.set("2026-03-27T09:00:00+08:00");
    await draft("zhoumin", { ...flat, validFrom: "2026-03-27", scope: { orgUnits: ["u5"] } });
    await move("submit", "zhoumin", 1);
    expect(await move("publish", "linjing", 2)).toMatchObject({ state: "published" });
    await world.workAll();
    expect(await stored("events")).toEqual([]);
    const [month] = await stored("statements", { _id: "sunwei:2026-03" });
    expect((month?.plansUsed as { code: string }[]).map(({ code }) => code)).toContain("demo-flat");
  });
});
