import { internetCompany } from "@shared/domain/pay/plans";
import { syncDirectory } from "../../../server/features/members";
import type { DemoWorld } from "../../support/demoWorld";
import { flat, planDesk, startPlanWorld } from "./givenPlans";

let world: DemoWorld;
beforeEach(async () => {
  world = await startPlanWorld();
});
const { draft, move, stateOf } = planDesk(() => world);

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
