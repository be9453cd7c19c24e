import { internetCompany } from "@shared/domain/pay/plans";
import { givenBranch, type Company, givenPlan } from "../../../support/given";
import { flat, type PlanCompany, planDesk, startPlanCompany } from "./givenPlans";

let company: Company;
let team: PlanCompany["team"];
let rep: PlanCompany["rep"];
let colleague: PlanCompany["colleague"];
let byTiers: PlanCompany["byTiers"];
beforeEach(async () => {
  ({ company, team, rep, colleague, byTiers } = await startPlanCompany());
});
const { draft, move, stateOf } = planDesk(() => company);

describe("a plan that is as near to somebody as another one", () => {
  const conflictOf = (more: object) => ({
    code: "plan.faulty",
    problem: { faults: [{ path: "scope", code: "scope.conflict", ...more }] },
  });

  it("is refused with the other plan, the people and the days", async () => {
    await draft(company.hr, { ...flat, scope: { orgUnits: [team.unitId] } });
    await expect(move("submit", company.hr, 1)).rejects.toMatchObject(
      conflictOf({
        planIds: ["flat-internet@1"],
        ...{ membersCount: 3, memberNames: ["陈浩", "小李", "小王"], fromOn: "2026-04-01", toOn: null },
      }),
    );
  });

  it("stays a draft", async () => {
    await draft(company.hr, { ...flat, scope: { orgUnits: [team.unitId] } });
    await expect(move("submit", company.hr, 1)).rejects.toMatchObject({ status: 422 });
    expect((await stateOf())[0]).toBe("draft");
  });

  it("is refused for no more people and days than are in both", async () => {
    await draft(company.hr, { ...flat, validTo: "2026-04-30", scope: { members: [rep.memberId, byTiers.memberId] } });
    await expect(move("submit", company.hr, 1)).rejects.toMatchObject(
      conflictOf({ membersCount: 1, memberNames: ["王磊"], fromOn: "2026-04-01", toOn: "2026-04-30" }),
    );
  });

  it("is refused where nobody is in their unit yet: whoever joins would be paid by neither", async () => {
    const unit = await givenBranch(company, { name: "华东" });
    await givenPlan(company, {
      ...internetCompany,
      code: "other",
      validFrom: "2026-04-01",
      scope: { orgUnits: [unit.unitId] },
    });
    await draft(company.hr, { ...flat, scope: { orgUnits: [unit.unitId] } });
    await expect(move("submit", company.hr, 1)).rejects.toMatchObject(
      conflictOf({ planIds: ["other@1"], membersCount: 0, unitNames: ["华东"], fromOn: "2026-04-01", toOn: null }),
    );
  });

  it("goes into force once the other one has left them", async () => {
    const left = { ...internetCompany, version: 2, validFrom: "2026-04-01", scope: { members: [colleague.memberId] } };
    await givenPlan(company, left);
    await draft(company.hr, { ...flat, scope: { orgUnits: [team.unitId] } });
    await move("submit", company.hr, 1);
    expect(await move("publish", company.finance, 2)).toMatchObject({ state: "published" });
  });
});
