import { randomUUID } from "node:crypto";
import { type BodyOf, contracts } from "@shared/contracts";
import type { Plan } from "@shared/domain/pay";
import { internetCompany, manufacturingGroup } from "@shared/domain/pay/plans";
import { beginsInsidePeriod, firstBetweenPeriods } from "@shared/domain/planVersion";
import { syncDirectory } from "../../../server/features/members";
import { type DemoWorld, startDemoWorld } from "../../support/demoWorld";
import { stored } from "../../support/testDatabase";

type PlanBody = BodyOf<"plans.draft">["plan"];

let world: DemoWorld;
beforeEach(async () => {
  world = await startDemoWorld();
  const body = { commandId: randomUUID(), role: "hr" as const, unitId: null, lastOn: null };
  await world.as("zhoumin").call("roles.grant", { memberId: "linjing" }, body);
});

/** 2 % for 小王, from 1 April. */
const flat = contracts["plans.draft"].example.body.plan;
const planId = "demo-flat@1";
const draft = (by = "zhoumin", plan: object = flat, revision = 0) =>
  // A test sends what a console would.
  world.as(by).call("plans.draft", undefined, { commandId: randomUUID(), revision, plan: plan as PlanBody });
const move = (verb: "submit" | "publish", by: string, revision: number, id = planId) =>
  world.as(by).call(`plans.${verb}`, { planId: id }, { commandId: randomUUID(), revision });
const sendBack = (by: string, revision: number) =>
  world.as(by).call("plans.sendBack", { planId }, { commandId: randomUUID(), revision, reason: "比例写高了" });
const stateOf = async (by = "zhoumin", id = planId) => {
  const { plan } = await world.as(by).call("plans.read", { planId: id });
  return [plan.state, plan.revision, plan.steps.map(({ action, by: who }) => `${action} ${who.id}`)];
};

describe("a plan", () => {
  it("is written by one person of HR and published by another, and the steps are kept", async () => {
    await draft();
    await move("submit", "zhoumin", 1);
    expect(await move("publish", "linjing", 2)).toEqual({ planId, state: "published", revision: 3 });
    expect(await stateOf()).toEqual(["published", 3, ["draft zhoumin", "submit zhoumin", "publish linjing"]]);
  });

  it("is not published by who wrote it, nor by who submitted what another wrote", async () => {
    await draft("linjing");
    await move("submit", "zhoumin", 1);
    await expect(move("publish", "zhoumin", 2)).rejects.toMatchObject({ code: "plan.secondPerson" });
    await expect(move("publish", "linjing", 2)).rejects.toMatchObject({ code: "plan.secondPerson" });
    await expect(move("publish", "chenhao", 2)).rejects.toMatchObject({ code: "right.missing" });
  });

  describe("that pays one of HR", () => {
    const role = (name: "hr", memberId: string, verb: "grant" | "revoke" = "grant") => {
      const body = { commandId: randomUUID(), role: name, unitId: null };
      return verb === "grant"
        ? world.as("zhoumin").call("roles.grant", { memberId }, { ...body, lastOn: null })
        : world.as("zhoumin").call("roles.revoke", { memberId }, body);
    };
    const publishedBy = async () => {
      const [entry] = await stored("auditEntries", { action: "plans.publish", subject: `plan:${planId}` });
      return [(entry?.actor as { id: string }).id, entry?.detail as object | undefined];
    };
    /** 周敏's own department; whoever of it was on no plan is on this one from April. */
    beforeEach(async () => {
      await role("hr", "sunwei");
      await draft("sunwei", { ...flat, scope: { orgUnits: ["u6"] } });
      await move("submit", "sunwei", 1);
    });

    it("says in the audit that who submits it or sends it back is paid by it", async () => {
      await sendBack("zhoumin", 2);
      await move("submit", "zhoumin", 3);
      const entries = [
        ...(await stored("auditEntries", { action: "plans.sendBack", subject: `plan:${planId}` })),
        ...(await stored("auditEntries", { action: "plans.submit", subject: `plan:${planId}` })),
      ].filter(({ actor }) => (actor as { id: string }).id === "zhoumin");
      expect(entries.map(({ detail }) => detail as object)).toEqual([
        { reason: "比例写高了", actorIsPaidByIt: true },
        { actorIsPaidByIt: true },
      ]);
    });

    it("is published by another one of HR, whom it does not pay", async () => {
      await expect(move("publish", "zhoumin", 2)).rejects.toMatchObject({ code: "plan.ownPay" });
      await move("publish", "linjing", 2);
      expect(await publishedBy()).toEqual(["linjing", undefined]);
    });

    it("is not published by her either where she is on it only once a plan of her own has ended", async () => {
      const own = { ...internetCompany, code: "own", scope: { members: ["zhoumin"] }, validTo: "2026-04-10" };
      await world.publishPlan({ ...own, validFrom: "2026-01-01" });
      await sendBack("linjing", 2);
      await draft("sunwei", { ...flat, validFrom: "2026-04-05", scope: { orgUnits: ["u6"] } }, 3);
      await move("submit", "sunwei", 4);
      await expect(move("publish", "zhoumin", 5)).rejects.toMatchObject({ code: "plan.ownPay" });
    });

    it("is published by finance, where there is nobody else of HR", async () => {
      await role("hr", "linjing", "revoke");
      await expect(move("publish", "zhoumin", 2)).rejects.toMatchObject({ code: "plan.ownPay" });
      await move("publish", "linjing", 2);
      expect(await publishedBy()).toEqual(["linjing", undefined]);
    });

    it("is sent back by finance, where there is nobody else of HR, and by nobody of finance where there is", async () => {
      await role("hr", "linjing", "revoke");
      await sendBack("linjing", 2);
      await role("hr", "chenhao", "grant");
      await move("submit", "zhoumin", 3);
      await expect(sendBack("linjing", 4)).rejects.toMatchObject({ code: "right.missing" });
    });

    it("and all others who could is published by one of HR all the same, and that is noted", async () => {
      await role("hr", "linjing", "revoke");
      await sendBack("zhoumin", 2);
      await draft("sunwei", { ...flat, scope: { orgUnits: ["u1"] } }, 3);
      await move("submit", "sunwei", 4);
      await expect(move("publish", "linjing", 5)).rejects.toMatchObject({ code: "plan.ownPay" });
      await move("publish", "zhoumin", 5);
      expect(await publishedBy()).toEqual(["zhoumin", { actorIsPaidByIt: true }]);
    });
  });

  it("goes back with the reason, is corrected, and goes to review again", async () => {
    await draft();
    await move("submit", "zhoumin", 1);
    await expect(draft("zhoumin", { ...flat, name: "改名" }, 2)).rejects.toMatchObject({ code: "plan.notDraft" });
    await sendBack("linjing", 2);
    await draft("zhoumin", { ...flat, name: "按比例提成二稿" }, 3);
    await move("submit", "zhoumin", 4);
    expect((await stateOf()).slice(0, 2)).toEqual(["inReview", 5]);
  });

  it("does not go to review with faults, a failing example or nobody in its scope, and says which", async () => {
    const [component] = flat.components;
    const faulty = {
      ...flat,
      scope: { orgUnits: ["u99"] },
      components: [{ ...component, amount: "个人业绩 × 3%" }],
    };
    await draft("zhoumin", faulty);
    await expect(move("submit", "zhoumin", 1)).rejects.toMatchObject({
      code: "plan.faulty",
      problem: {
        fields: [
          { field: "examples.10万", code: "example.failed" },
          { field: "scope.orgUnits", code: "unit.unknown" },
        ],
      },
    });
    expect((await stateOf())[0]).toBe("draft");
  });

  it("never changes once it is published", async () => {
    const id = "flat-internet@1";
    const [before] = await stored("plans", { _id: id });
    await expect(draft("zhoumin", { ...internetCompany, name: "改" }, 3)).rejects.toMatchObject({
      code: "plan.published",
    });
    await expect(move("publish", "linjing", 3, id)).rejects.toMatchObject({ code: "plan.published" });
    expect(await stored("plans", { _id: id })).toEqual([before]);
  });

  it("has version numbers without a gap, one of them under way", async () => {
    await expect(draft("zhoumin", { ...flat, version: 2 })).rejects.toMatchObject({ code: "plan.versionGap" });
    await draft();
    await expect(draft("zhoumin", { ...flat, version: 2 })).rejects.toMatchObject({ code: "plan.versionGap" });
  });

  it("that is drafted a second time as it is, stays as it is; an older reading overwrites nothing", async () => {
    await draft();
    expect(await draft("linjing")).toMatchObject({ revision: 1 });
    await draft("linjing", { ...flat, name: "新名字" }, 1);
    await expect(draft("zhoumin", { ...flat, name: "旧名字" }, 1)).rejects.toMatchObject({ code: "stale" });
  });
});

describe("the first day of a version", () => {
  const month: Plan = { ...manufacturingGroup, validFrom: "2026-04-01" };
  const quarterly = month.components.map((component) =>
    component.grain === "period" ? { ...component, period: "quarter" as const } : component,
  );
  it.each<[string, Plan, boolean]>([
    ["the first of next month", month, false],
    ["a day inside a month", { ...month, validFrom: "2026-04-02" }, true],
    ["the first of this month", { ...month, validFrom: "2026-03-01" }, true],
    ["the first of a quarter, of quarterly pay", { ...month, components: quarterly }, false],
    [
      "the first of a month inside it, of quarterly pay",
      { ...month, components: quarterly, validFrom: "2026-05-01" },
      true,
    ],
    ["any day to come, of pay by the event", { ...month, components: [], validFrom: "2026-04-17" }, false],
    ["tomorrow, of pay by the event", { ...month, components: [], validFrom: "2026-03-27" }, false],
    ["today, of pay by the event", { ...month, components: [], validFrom: "2026-03-26" }, true],
    ["yesterday, of pay by the event", { ...month, components: [], validFrom: "2026-03-25" }, true],
  ])("%s", (_name, plan, inside) => {
    expect(beginsInsidePeriod(plan, "2026-03-26")).toBe(inside);
  });

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

  it.each([
    ["2026-04-15", [], "2026-04-15"],
    ["2026-04-01", month.components, "2026-04-01"],
    ["2026-04-02", month.components, "2026-05-01"],
    ["2026-05-01", [...month.components, ...quarterly], "2026-07-01"],
  ])("from %s on is, between the periods of what pays, at the earliest %j %s", (day, components, first) => {
    expect(firstBetweenPeriods(day, components)).toBe(first);
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

describe("a plan that is as near to somebody as another one", () => {
  const conflictOf = (more: object) => ({
    code: "plan.faulty",
    problem: { faults: [{ path: "scope", code: "scope.conflict", ...more }] },
  });

  it("does not go to review: the other plan, the people and the days are named", async () => {
    await draft("zhoumin", { ...flat, scope: { orgUnits: ["u3"] } });
    await expect(move("submit", "zhoumin", 1)).rejects.toMatchObject(
      conflictOf({
        planIds: ["flat-internet@1"],
        ...{ membersCount: 3, memberNames: ["陈浩", "小李", "小王"], fromOn: "2026-04-01", toOn: null },
      }),
    );
    expect((await stateOf())[0]).toBe("draft");
  });

  it("is refused for those who are named in both, and for the days that both last", async () => {
    await draft("zhoumin", { ...flat, validTo: "2026-04-30", scope: { members: ["xiaowang", "wanglei"] } });
    await expect(move("submit", "zhoumin", 1)).rejects.toMatchObject(
      conflictOf({ membersCount: 1, memberNames: ["王磊"], fromOn: "2026-04-01", toOn: "2026-04-30" }),
    );
  });

  it("is refused where nobody is in their unit yet: whoever joins would be paid by neither", async () => {
    world.app.wecom.putDepartment({ id: 7, name: "销售三组", parentId: 2, leaders: [] });
    await syncDirectory(world.app.deps);
    await world.publishPlan({
      ...internetCompany,
      code: "other",
      validFrom: "2026-04-01",
      scope: { orgUnits: ["u7"] },
    });
    await draft("zhoumin", { ...flat, scope: { orgUnits: ["u7"] } });
    await expect(move("submit", "zhoumin", 1)).rejects.toMatchObject(
      conflictOf({ planIds: ["other@1"], membersCount: 0, unitNames: ["销售三组"], fromOn: "2026-04-01", toOn: null }),
    );
  });

  it("goes into force once the other one has left them", async () => {
    const left = { ...internetCompany, version: 2, validFrom: "2026-04-01", scope: { members: ["xiaoli"] } };
    await world.publishPlan(left);
    await draft("zhoumin", { ...flat, scope: { orgUnits: ["u3"] } });
    await move("submit", "zhoumin", 1);
    expect(await move("publish", "linjing", 2)).toMatchObject({ state: "published" });
  });
});

it("is refused where it would begin before the version that it follows", async () => {
  await world.publishPlan({
    ...internetCompany,
    code: "next",
    validFrom: "2026-06-01",
    scope: { members: ["zhoumin"] },
  });
  await draft("zhoumin", {
    ...internetCompany,
    code: "next",
    version: 2,
    validFrom: "2026-05-01",
    scope: { members: ["zhoumin"] },
  });
  const submitted = world
    .as("zhoumin")
    .call("plans.submit", { planId: "next@2" }, { commandId: randomUUID(), revision: 1 });
  await expect(submitted).rejects.toMatchObject({
    code: "plan.faulty",
    problem: { fields: [{ field: "validFrom", code: "version.beginsEarlier" }] },
  });
});

it("reaches the people of a next version, and those whom it leaves out", async () => {
  const next: Plan = { ...internetCompany, version: 2, validFrom: "2026-04-01", scope: { members: ["xiaowang"] } };
  await world.publishPlan(next);
  world.app.clock.set("2026-04-02T09:00:00+08:00");
  const plansOf = async (memberId: string) => (await world.statement(memberId, "2026-04")).lines.length;
  await world.sale("xiaowang", "c-haiyue", 10_000_000, "2026-04-01");
  await world.sale("xiaoli", "c-nanyue", 10_000_000, "2026-04-01");
  expect([(await plansOf("xiaowang")) > 0, await plansOf("xiaoli")]).toEqual([true, 0]);
});

it("is listed for HR and finance alone, and read by those it is for without names of others", async () => {
  const list = await world.as("linjing").call("plans.list", { state: "published" });
  expect(list.items.map((plan) => plan.planId)).toContain("flat-internet@1");
  await expect(world.as("xiaowang").call("plans.list", { state: "published" })).rejects.toMatchObject({
    code: "right.missing",
  });
  const { plan } = await world.as("xiaowang").call("plans.read", { planId: "flat-internet@1" });
  expect([plan.rules.scope, plan.steps]).toEqual([{}, []]);
  await expect(world.as("zhangsan").call("plans.read", { planId: "flat-internet@1" })).rejects.toMatchObject({
    code: "right.missing",
  });
});
