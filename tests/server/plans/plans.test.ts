import { randomUUID } from "node:crypto";
import type { Plan } from "@shared/domain/pay";
import { internetCompany } from "@shared/domain/pay/plans";
import type { DemoWorld } from "../../support/demoWorld";
import { stored } from "../../support/testDatabase";
import { flat, planDesk, planId, startPlanWorld } from "./givenPlans";

let world: DemoWorld;
beforeEach(async () => {
  world = await startPlanWorld();
});
const { draft, move, sendBack, stateOf } = planDesk(() => world);

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
