import { randomUUID } from "node:crypto";
import type { Plan } from "@shared/domain/pay";
import { internetCompany, teamPool } from "@shared/domain/pay/plans";
import { presentPlanDetail } from "../../../../server/features/plans/presentPlan";
import { findVersion } from "../../../../server/features/plans/planVersions";
import { stored } from "../../../support/testDatabase";
import { type Person, type Company, givenConfirmedSale, givenPlan, companyUnitId } from "../../../support/given";
import { flat, type PlanCompany, planDesk, planId, startPlanCompany } from "./givenPlans";

let company: Company;
let team: PlanCompany["team"];
let ofHr: PlanCompany["ofHr"];
let rep: PlanCompany["rep"];
let colleague: PlanCompany["colleague"];
let otherRep: PlanCompany["otherRep"];
let mover: PlanCompany["mover"];
beforeEach(async () => {
  ({ company, team, ofHr, rep, colleague, otherRep, mover } = await startPlanCompany());
});
const { draft, move, sendBack, stateOf } = planDesk(() => company);

describe("a plan", () => {
  it("keeps the steps in which one person of HR wrote it and another published it", async () => {
    await draft();
    await move("submit", company.hr, 1);
    expect(await move("publish", company.finance, 2)).toEqual({ planId, state: "published", revision: 3 });
    expect(await stateOf()).toEqual([
      "published",
      3,
      [`draft ${company.hr.memberId}`, `submit ${company.hr.memberId}`, `publish ${company.finance.memberId}`],
    ]);
  });

  it("is not published by who wrote it, nor by who submitted what another wrote", async () => {
    await draft(company.finance);
    await move("submit", company.hr, 1);
    await expect(move("publish", company.hr, 2)).rejects.toMatchObject({ code: "plan.secondPerson" });
    await expect(move("publish", company.finance, 2)).rejects.toMatchObject({ code: "plan.secondPerson" });
    await expect(move("publish", team.manager, 2)).rejects.toMatchObject({ code: "right.missing" });
  });

  describe("that pays one of HR", () => {
    const role = (name: "hr", { memberId }: Person, verb: "grant" | "revoke" = "grant") => {
      const body = { commandId: randomUUID(), role: name, unitId: null };
      return verb === "grant"
        ? company.as(company.hr).call("roles.grant", { memberId }, { ...body, lastOn: null })
        : company.as(company.hr).call("roles.revoke", { memberId }, body);
    };
    const publishedBy = async () => {
      const [entry] = await stored("auditEntries", { action: "plans.publish", subject: `plan:${planId}` });
      return [(entry?.actor as { id: string }).id, entry?.detail as object | undefined];
    };
    /** 周敏's own department; whoever of it was on no plan is on this one from April. */
    beforeEach(async () => {
      await role("hr", mover);
      await draft(mover, { ...flat, scope: { orgUnits: [ofHr.unitId] } });
      await move("submit", mover, 1);
    });

    it("says in the audit that who submits it or sends it back is paid by it", async () => {
      await sendBack(company.hr, 2);
      await move("submit", company.hr, 3);
      const entries = [
        ...(await stored("auditEntries", { action: "plans.sendBack", subject: `plan:${planId}` })),
        ...(await stored("auditEntries", { action: "plans.submit", subject: `plan:${planId}` })),
      ].filter(({ actor }) => (actor as { id: string }).id === company.hr.memberId);
      expect(entries.map(({ detail }) => detail as object)).toEqual([
        { reason: "比例写高了", actorIsPaidByIt: true },
        { actorIsPaidByIt: true },
      ]);
    });

    it("is published by another one of HR, whom it does not pay", async () => {
      await expect(move("publish", company.hr, 2)).rejects.toMatchObject({ code: "plan.ownPay" });
      await move("publish", company.finance, 2);
      expect(await publishedBy()).toEqual([company.finance.memberId, undefined]);
    });

    it("is not published by her either where she is on it only once a plan of her own has ended", async () => {
      const own = { ...internetCompany, code: "own", scope: { members: [company.hr.memberId] }, validTo: "2026-04-10" };
      await givenPlan(company, { ...own, validFrom: "2026-01-01" });
      await sendBack(company.finance, 2);
      await draft(mover, { ...flat, validFrom: "2026-04-05", scope: { orgUnits: [ofHr.unitId] } }, 3);
      await move("submit", mover, 4);
      await expect(move("publish", company.hr, 5)).rejects.toMatchObject({ code: "plan.ownPay" });
    });

    it("is published by finance, where there is nobody else of HR", async () => {
      await role("hr", company.finance, "revoke");
      await expect(move("publish", company.hr, 2)).rejects.toMatchObject({ code: "plan.ownPay" });
      await move("publish", company.finance, 2);
      expect(await publishedBy()).toEqual([company.finance.memberId, undefined]);
    });

    it("is sent back by finance, where there is nobody else of HR, and by nobody of finance where there is", async () => {
      await role("hr", company.finance, "revoke");
      await sendBack(company.finance, 2);
      await role("hr", team.manager, "grant");
      await move("submit", company.hr, 3);
      await expect(sendBack(company.finance, 4)).rejects.toMatchObject({ code: "right.missing" });
    });

    it("and all others who could is published by one of HR with a note", async () => {
      await role("hr", company.finance, "revoke");
      await sendBack(company.hr, 2);
      await draft(mover, { ...flat, scope: { orgUnits: [companyUnitId] } }, 3);
      await move("submit", mover, 4);
      await expect(move("publish", company.finance, 5)).rejects.toMatchObject({ code: "plan.ownPay" });
      await move("publish", company.hr, 5);
      expect(await publishedBy()).toEqual([company.hr.memberId, { actorIsPaidByIt: true }]);
    });
  });

  it("goes to review again when it is corrected for the reason given", async () => {
    await draft();
    await move("submit", company.hr, 1);
    await expect(draft(company.hr, { ...flat, name: "改名" }, 2)).rejects.toMatchObject({ code: "plan.notDraft" });
    await sendBack(company.finance, 2);
    await draft(company.hr, { ...flat, name: "按比例提成二稿" }, 3);
    await move("submit", company.hr, 4);
    expect((await stateOf()).slice(0, 2)).toEqual(["inReview", 5]);
  });

  it("does not go to review with what nobody hands to the engine yet", async () => {
    const [component] = flat.components;
    const inputs = flat.inputs.map((input) => ({ ...input, period: "quarter" }));
    await draft(company.hr, { ...flat, inputs, components: [{ ...component, period: "quarter", settle: "toDate" }] });
    await expect(move("submit", company.hr, 1)).rejects.toMatchObject({
      code: "plan.faulty",
      problem: { fields: [{ field: `components.${component?.code}.settle`, code: "notSupplied" }] },
    });
  });

  it("does not go to review with what is paid by the week, whose first days nobody looks up yet", async () => {
    const [component] = flat.components;
    await draft(company.hr, { ...flat, components: [{ ...component, period: "week" }] });
    await expect(move("submit", company.hr, 1)).rejects.toMatchObject({
      code: "plan.faulty",
      problem: { fields: [{ field: `components.${component?.code}.period`, code: "notSupplied" }] },
    });
  });

  it("has the parts of the plan that it extends, its differences named", async () => {
    const leavesOut = internetCompany.examples.map(({ name }) => `examples.${name}`);
    await draft(company.hr, { ...flat, extends: `${internetCompany.code}@1`, leavesOut });
    const { plan } = await company.as(company.hr).call("plans.read", { planId });
    const [own] = flat.components;
    expect(plan.rules.components.map(({ code }) => code)).toEqual([
      ...new Set([...internetCompany.components.map(({ code }) => code), own?.code]),
    ]);
    expect(plan.rules.differs).toContainEqual(expect.objectContaining({ own: expect.any(String) as string }));
  });

  it("does not go to review where the plan that it extends was never published", async () => {
    await draft(company.hr, { ...flat, extends: "nobody@1" });
    await expect(move("submit", company.hr, 1)).rejects.toMatchObject({
      code: "plan.faulty",
      problem: { fields: [{ field: "extends", code: "extends.unresolved" }] },
    });
    expect((await stateOf())[0]).toBe("draft");
  });

  it("does not go to review with faults, a failing example or nobody in its scope", async () => {
    const [component] = flat.components;
    const faulty = {
      ...flat,
      scope: { orgUnits: ["u99"] },
      components: [{ ...component, amount: "个人业绩 × 3%" }],
    };
    await draft(company.hr, faulty);
    await expect(move("submit", company.hr, 1)).rejects.toMatchObject({
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
    await expect(draft(company.hr, { ...internetCompany, name: "改" }, 3)).rejects.toMatchObject({
      code: "plan.published",
    });
    await expect(move("publish", company.finance, 3, id)).rejects.toMatchObject({ code: "plan.published" });
    expect(await stored("plans", { _id: id })).toEqual([before]);
  });

  it("has version numbers without a gap, one of them under way", async () => {
    await expect(draft(company.hr, { ...flat, version: 2 })).rejects.toMatchObject({ code: "plan.versionGap" });
    await draft();
    await expect(draft(company.hr, { ...flat, version: 2 })).rejects.toMatchObject({ code: "plan.versionGap" });
  });

  it("that is drafted a second time as it is stays as it is", async () => {
    await draft();
    expect(await draft(company.finance)).toMatchObject({ revision: 1 });
  });

  it("is not overwritten by an older reading", async () => {
    await draft();
    await draft(company.finance, { ...flat, name: "新名字" }, 1);
    await expect(draft(company.hr, { ...flat, name: "旧名字" }, 1)).rejects.toMatchObject({ code: "stale" });
  });
});

it("is refused where it would begin before the version that it follows", async () => {
  await givenPlan(company, {
    ...internetCompany,
    code: "next",
    validFrom: "2026-06-01",
    scope: { members: [company.hr.memberId] },
  });
  await draft(company.hr, {
    ...internetCompany,
    code: "next",
    version: 2,
    validFrom: "2026-05-01",
    scope: { members: [company.hr.memberId] },
  });
  const submitted = company
    .as(company.hr.memberId)
    .call("plans.submit", { planId: "next@2" }, { commandId: randomUUID(), revision: 1 });
  await expect(submitted).rejects.toMatchObject({
    code: "plan.faulty",
    problem: { fields: [{ field: "validFrom", code: "version.beginsEarlier" }] },
  });
});

it("pays by the next version whom that names alone", async () => {
  const next: Plan = { ...internetCompany, version: 2, validFrom: "2026-04-01", scope: { members: [rep.memberId] } };
  await givenPlan(company, next);
  company.app.clock.set("2026-04-02T09:00:00+08:00");
  const plansOf = async (person: Person) => (await company.statement(person, "2026-04")).lines.length;
  await givenConfirmedSale(company, { rep, amountFen: 10_000_000, signedOn: "2026-04-01" });
  await givenConfirmedSale(company, { rep: colleague, amountFen: 10_000_000, signedOn: "2026-04-01" });
  expect([(await plansOf(rep)) > 0, await plansOf(colleague)]).toEqual([true, 0]);
});

describe("a campaign", () => {
  const campaign: Plan = {
    ...internetCompany,
    ...{ code: "spring", name: "春季活动", layer: "campaign", validFrom: "2026-04-01", validTo: "2026-04-10" },
    scope: { orgUnits: [companyUnitId] },
    inputs: [],
    tables: [],
    components: [
      {
        code: "each-order",
        name: "每单奖励",
        kind: "奖励",
        grain: "event",
        on: "sale",
        amount: "100元",
        refund: "saleMonth",
      },
    ],
    stacking: [],
    examples: [{ name: "一单", given: {}, expect: { "each-order": "100元" } }],
  };
  const linesOn = async (day: string) => {
    company.app.clock.set(`${day}T09:00:00+08:00`);
    await givenConfirmedSale(company, { rep, amountFen: 10_000_000, signedOn: day });
    const { lines } = await company.statement(rep, "2026-04");
    return lines.map(({ lineId, amountFen }) => [lineId.replace(/:.*/, ""), amountFen]);
  };

  it("pays beside the own plan", async () => {
    await givenPlan(company, campaign);
    const lines = await linesOn("2026-04-02");
    expect(lines).toContainEqual(["spring.each-order", 10_000]);
    expect(lines.length).toBeGreaterThan(1);
  });

  it("pays nothing for what is signed after its last day", async () => {
    await givenPlan(company, campaign);
    expect(await linesOn("2026-04-11")).not.toContainEqual(["spring.each-order", 10_000]);
  });

  it("begins on no day that has begun", async () => {
    company.app.clock.set("2026-04-02T09:00:00+08:00");
    await draft(company.hr, campaign);
    await expect(move("submit", company.hr, 1, "spring@1")).rejects.toMatchObject({ code: "plan.insidePeriod" });
  });
});

describe("a published plan", () => {
  const published = { planId: "flat-internet@1" };
  const listAs = (person: Person) => company.as(person).call("plans.list", { state: "published" });

  it.each([
    ["HR", () => company.hr],
    ["finance", () => company.finance],
  ])("is listed for %s", async (_who, reader) => {
    expect((await listAs(reader())).items.map(({ planId: id }) => id)).toContain(published.planId);
  });

  it("is listed for no rep", async () => {
    await expect(listAs(rep)).rejects.toMatchObject({ code: "right.missing" });
  });

  it("is read by those it is for without names of others", async () => {
    const { plan } = await company.as(rep).call("plans.read", published);
    expect([plan.rules.scope, plan.steps]).toEqual([{}, []]);
  });

  it("is read by them without what others are paid", async () => {
    const record = await findVersion(published.planId);
    const components = teamPool.components.map((component) => ({
      ...component,
      pool: { give: "total", by: "fixed", weights: { [otherRep.memberId]: "2" } },
    }));
    const plan = {
      ...teamPool,
      components,
      extends: "x@1",
      differs: [{ path: "components.a", parent: "1%", own: "2%" }],
    };
    const { rules } = presentPlanDetail({ ...record, plan }, { all: false, names: new Map() });
    expect(rules.components).toMatchObject([{ pool: { by: "fixed" } }, { pool: { by: "fixed" } }]);
    expect(JSON.stringify(rules)).not.toMatch(new RegExp(`${otherRep.memberId}|differs`));
  });

  it("is not read by those it is not for", async () => {
    const reading = company.as(otherRep).call("plans.read", published);
    await expect(reading).rejects.toMatchObject({ code: "right.missing" });
  });
});
