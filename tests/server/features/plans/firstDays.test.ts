import type { Tranche } from "@shared/domain/pay";
import { internetCompany, manufacturingGroup } from "@shared/domain/pay/plans";
import { syncDirectory } from "../../../../server/features/members";
import { stored } from "../../../support/testDatabase";
import { type Person, departmentIdOf, type Company, givenConfirmedSale, givenPlan } from "../../../support/given";
import { flat, type PlanCompany, planDesk, startPlanCompany } from "./givenPlans";

let company: Company;
let other: PlanCompany["other"];
let withoutPlan: PlanCompany["withoutPlan"];
let rep: PlanCompany["rep"];
let colleague: PlanCompany["colleague"];
let otherRep: PlanCompany["otherRep"];
let mover: PlanCompany["mover"];
beforeEach(async () => {
  ({ company, other, withoutPlan, rep, colleague, otherRep, mover } = await startPlanCompany());
});
const { draft, move, stateOf } = planDesk(() => company);

describe("the first day of a version", () => {
  it("is not inside the month that people are being paid for", async () => {
    await draft(company.hr, { ...flat, validFrom: "2026-03-01" });
    await expect(move("submit", company.hr, 1)).rejects.toMatchObject({
      code: "plan.insidePeriod",
      problem: { validFrom: "2026-03-01", membersCount: 1, memberNames: ["小王"], firstAllowedOn: "2026-04-01" },
    });
    expect((await stateOf())[0]).toBe("draft");
  });

  it("is looked at again when it is published, since days pass in review", async () => {
    await draft();
    await move("submit", company.hr, 1);
    company.app.clock.set("2026-04-01T09:00:00+08:00");
    await expect(move("publish", company.finance, 2)).rejects.toMatchObject({
      code: "plan.insidePeriod",
      problem: { membersCount: 1, memberNames: ["小王"], firstAllowedOn: "2026-05-01" },
    });
    expect((await stateOf())[0]).toBe("inReview");
  });

  describe("of a plan by the event that is nearer than another one", () => {
    const byTheEvent = internetCompany.components.filter(({ grain }) => grain === "event");
    const nearer = ({ memberId }: Person, validFrom: string) => ({
      ...{ ...internetCompany, code: "demo-flat", components: byTheEvent },
      ...{ scope: { members: [memberId] }, validFrom },
    });

    it("is not inside the month by which the other one pays those whom it takes over", async () => {
      await draft(company.hr, nearer(otherRep, "2026-04-15"));
      await expect(move("submit", company.hr, 1)).rejects.toMatchObject({
        code: "plan.insidePeriod",
        problem: { membersCount: 1, memberNames: ["张三"], firstAllowedOn: "2026-05-01" },
      });
    });

    it("is the first of the next quarter at the earliest", async () => {
      // Of a quarter no order is in the month's book that its money could release.
      const atTheClose: Tranche[] = [{ share: "1", when: "earned", due: "次月5日" }];
      const components = manufacturingGroup.components.map((component) =>
        component.grain === "period" ? { ...component, period: "quarter" as const, pay: atTheClose } : component,
      );
      await givenPlan(company, {
        ...{ ...manufacturingGroup, components, version: 2, validFrom: "2026-04-01" },
        ...{ scope: { orgUnits: [other.unitId] } },
      });
      await draft(company.hr, nearer(otherRep, "2026-05-01"));
      const problem = { memberNames: ["张三"], firstAllowedOn: "2026-07-01" };
      await expect(move("submit", company.hr, 1)).rejects.toMatchObject({ code: "plan.insidePeriod", problem });
      await draft(company.hr, nearer(otherRep, "2026-07-01"), 1);
      expect(await move("submit", company.hr, 2)).toMatchObject({ state: "inReview" });
    });

    it("may be inside a month where the other one pays by the event, too", async () => {
      await draft(company.hr, nearer(rep, "2026-04-15"));
      expect(await move("submit", company.hr, 1)).toMatchObject({ state: "inReview" });
    });
  });

  it("is not in a past month in which somebody of today's scope was paid by another plan", async () => {
    // 孙伟 was on the plan of team 2 until yesterday; today the department has nobody with a plan.
    company.app.clock.set("2026-04-02T09:00:00+08:00");
    company.app.wecom.putMember({ userid: mover.memberId, department: [departmentIdOf(withoutPlan.unitId)] });
    await syncDirectory(company.app.deps);
    await draft(company.hr, { ...flat, validFrom: "2026-03-01", scope: { members: [mover.memberId] } });
    await expect(move("submit", company.hr, 1)).rejects.toMatchObject({
      code: "plan.insidePeriod",
      problem: { validFrom: "2026-03-01", membersCount: 1 },
    });
  });

  it("is not in the past for those whom an older version was for and whom this one leaves out", async () => {
    const next = { ...internetCompany, version: 2, validFrom: "2026-02-01", scope: { orgUnits: [withoutPlan.unitId] } };
    await draft(company.hr, next);
    await expect(move("submit", company.hr, 1, "flat-internet@2")).rejects.toMatchObject({ code: "plan.insidePeriod" });
  });

  it("is not today, which has begun: what has been earned since midnight stays as it was", async () => {
    await givenConfirmedSale(company, { rep: colleague, amountFen: 10_000_000 });
    const before = (await company.statement(colleague)).lines;
    const byTheEvent = internetCompany.components.filter(({ grain }) => grain === "event");
    const next = { ...internetCompany, components: byTheEvent, version: 2, scope: { members: [rep.memberId] } };
    await draft(company.hr, { ...next, validFrom: "2026-03-26" });
    await expect(move("submit", company.hr, 1, "flat-internet@2")).rejects.toMatchObject({
      code: "plan.insidePeriod",
      problem: { validFrom: "2026-03-26" },
    });
    await company.workAll();
    expect((await company.statement(colleague)).lines).toEqual(before);
  });

  it("may be, where nobody concerned has had a plan: the months that they know are priced by it", async () => {
    // 孙伟 goes to a department whose people are on no plan.
    company.app.wecom.putMember({ userid: mover.memberId, department: [departmentIdOf(withoutPlan.unitId)] });
    await syncDirectory(company.app.deps);
    company.app.clock.set("2026-03-27T09:00:00+08:00");
    await draft(company.hr, { ...flat, validFrom: "2026-03-27", scope: { orgUnits: [withoutPlan.unitId] } });
    await move("submit", company.hr, 1);
    expect(await move("publish", company.finance, 2)).toMatchObject({ state: "published" });
    await company.workAll();
    expect(await stored("events")).toEqual([]);
    const [month] = await stored("statements", { _id: `${mover.memberId}:2026-03` });
    expect((month?.plansUsed as { code: string }[]).map(({ code }) => code)).toContain("demo-flat");
  });
});
