import { randomUUID } from "node:crypto";
import type { AnswerOf } from "@shared/contracts";
import { type Plan } from "@shared/domain/pay";
import { withOneExample } from "@shared/domain/pay/check";
import { internetCompany } from "@shared/domain/pay/plans";
import {
  type Company,
  givenCompany,
  givenMember,
  givenTargets,
  givenTeam,
  type Person,
  givenPlanCheck,
} from "../../../support/given";
import { roundTripsOf } from "../../../support/roundTrips";

/** A company of which only the directory has been read, and an administrator who holds no other office. */
async function begun(): Promise<{ company: Company; admin: Person }> {
  const company = await givenCompany({ now: "2026-03-26T09:00:00+08:00" });
  const admin = await givenMember(company, { name: "周敏", roles: ["admin"] });
  const without = { unitId: null, commandId: randomUUID() };
  await company.as(admin).call("roles.revoke", { memberId: company.hr.memberId }, { ...without, role: "hr" });
  await company
    .as(admin)
    .call("roles.revoke", { memberId: company.hr.memberId }, { ...without, commandId: randomUUID(), role: "admin" });
  await company
    .as(admin)
    .call(
      "roles.revoke",
      { memberId: company.finance.memberId },
      { ...without, commandId: randomUUID(), role: "finance" },
    );
  company.app.passRealTime({ seconds: 6 });
  return { company, admin };
}

const stepOf = ({ steps }: AnswerOf<"setup.read">, wanted: string) => steps.find(({ step }) => step === wanted);
const read = (company: Company, who: Person) => company.as(who).call("setup.read");
const grant = (company: Company, by: Person, to: Person, role: "hr" | "finance") =>
  company
    .as(by)
    .call("roles.grant", { memberId: to.memberId }, { commandId: randomUUID(), role, unitId: null, lastOn: null });

const firstPlan: Plan = { ...withOneExample(internetCompany), validFrom: "2026-03-01", scope: { orgUnits: ["u1"] } };
const planId = "flat-internet@1";

async function submitted(company: Company, by: Person): Promise<void> {
  await company.as(by).call("plans.draft", undefined, { commandId: randomUUID(), revision: 0, plan: firstPlan });
  await givenPlanCheck(planId);
  await company.as(by).call("plans.submit", { planId }, { commandId: randomUUID(), revision: 1 });
}

describe("a company's first steps", () => {
  let company: Company;
  let admin: Person;
  beforeEach(async () => {
    ({ company, admin } = await begun());
  });

  it("are listed for an administrator with what is so now", async () => {
    const setup = await read(company, admin);
    expect(setup.steps.map(({ step, state }) => `${step} ${state}`)).toEqual([
      "directory done",
      "roles open",
      "units open",
      "firstDay open",
      "openings open",
      "plan open",
      "targets open",
      "calendar done",
      "robots open",
      "customers open",
    ]);
    expect(setup.roles).toEqual({ admin: ["周敏"], hr: [], finance: [] });
  });

  it("wait in 待办 of an administrator", async () => {
    expect((await company.as(admin).call("todos.mine")).items).toMatchObject([{ kind: "setup" }]);
  });

  it("are shown to nobody who cannot help", async () => {
    await expect(read(company, company.finance)).rejects.toMatchObject({ code: "right.missing" });
  });

  it("are done where offices are held", async () => {
    await grant(company, admin, company.hr, "hr");
    await grant(company, admin, company.finance, "finance");
    const setup = await read(company, admin);
    expect(stepOf(setup, "roles")).toMatchObject({ state: "done", byNames: [] });
    expect(setup.roles).toMatchObject({ hr: ["何敏"], finance: ["钱芳"] });
  });

  it("say which team has nobody who leads it", async () => {
    const { unitId } = await givenTeam(company, { reps: [{}] });
    expect(stepOf(await read(company, admin), "units")).toMatchObject({ state: "done" });
    company.app.wecom.putDepartment({ id: Number(unitId.slice(1)), name: "销售1队", parentId: 2, leaders: [] });
    await givenTeam(company, { name: "二队", reps: [{}] });
    const setup = await read(company, admin);
    expect(stepOf(setup, "units")).toMatchObject({ state: "open" });
    expect(setup.units.teams.map(({ name, leaderNames }) => `${name} ${leaderNames.length}`)).toContain("销售1队 0");
  });

  it("are read with as many questions however many teams there are", async () => {
    await givenTeam(company, { reps: [{}] });
    const questions = async () => (await roundTripsOf(() => read(company, admin))).length;
    await questions();
    const ofOne = await questions();
    for (let n = 0; n < 4; n += 1) await givenTeam(company, { reps: [{}] });
    await questions();
    expect(await questions()).toBe(ofOne);
  });

  it("are an administrator's to begin with a plan, which HR publishes", async () => {
    const { reps } = await givenTeam(company, { reps: [{}] });
    await grant(company, admin, company.hr, "hr");
    await submitted(company, admin);
    const waiting = await read(company, admin);
    expect(stepOf(waiting, "plan")).toMatchObject({ state: "waiting", mayI: false, byNames: ["何敏"] });
    expect(waiting.plan.version).toMatchObject({ planId, isMine: true, mayPublish: false });
    expect((await read(company, company.hr)).plan.version).toMatchObject({ mayPublish: true, authorNames: ["周敏"] });
    await company.as(company.hr).call("plans.publish", { planId }, { commandId: randomUUID(), revision: 2 });
    expect(stepOf(await read(company, admin), "plan")).toMatchObject({ state: "done" });
    expect((await company.statement(reps[0])).lines).toEqual([]);
  });

  it("let nobody publish the plan that they wrote", async () => {
    await grant(company, admin, company.hr, "hr");
    await submitted(company, admin);
    await expect(
      company.as(admin).call("plans.publish", { planId }, { commandId: randomUUID(), revision: 2 }),
    ).rejects.toMatchObject({ code: "plan.secondPerson" });
  });

  it("leave plans to HR once there is one", async () => {
    await grant(company, admin, company.hr, "hr");
    await submitted(company, admin);
    await company.as(company.hr).call("plans.publish", { planId }, { commandId: randomUUID(), revision: 2 });
    const next = { commandId: randomUUID(), revision: 0, plan: { ...firstPlan, code: "another" } };
    await expect(company.as(admin).call("plans.draft", undefined, next)).rejects.toMatchObject({
      code: "right.missing",
    });
  });

  it("give an administrator back why the plan was sent back", async () => {
    await grant(company, admin, company.hr, "hr");
    await submitted(company, admin);
    const reason = "比例写高了";
    await company.as(company.hr).call("plans.sendBack", { planId }, { commandId: randomUUID(), revision: 2, reason });
    expect((await read(company, admin)).plan.version).toMatchObject({ state: "draft", reason, isMine: true });
    expect((await company.as(admin).call("plans.read", { planId })).plan.rules.name).toBe(internetCompany.name);
  });

  const kinds = async () => (await company.as(admin).call("todos.mine")).items.map(({ kind }) => kind);

  it("wait in 待办 while one is the administrator's to do, though the plan is with somebody", async () => {
    await grant(company, admin, company.hr, "hr");
    await grant(company, admin, company.finance, "finance");
    await submitted(company, admin);
    expect(stepOf(await read(company, admin), "units")).toMatchObject({ state: "open" });
    expect(await kinds()).toContain("setup");
  });

  it("wait in 待办 again where the plan has come back", async () => {
    await givenTeam(company, { reps: [{}] });
    await grant(company, admin, company.hr, "hr");
    await grant(company, admin, company.finance, "finance");
    await submitted(company, admin);
    const sent = { commandId: randomUUID(), revision: 2, reason: "比例写高了" };
    await company.as(company.hr).call("plans.sendBack", { planId }, sent);
    expect(await kinds()).toContain("setup");
  });

  it("have read the directory once people are known, though WeCom does not answer now", async () => {
    const looks = () => company.as(admin).call("office.rows", { tab: "health" });
    await looks();
    company.app.passRealTime({ seconds: 30 });
    company.app.wecom.failNext({ path: "department/get", errcode: 60020, times: 10 });
    await looks();
    expect(await read(company, admin)).toMatchObject({ directory: { fault: "address" } });
    expect(stepOf(await read(company, admin), "directory")).toMatchObject({ state: "done" });
  });

  it("are told of the month from which plans pay", async () => {
    await company.as(admin).call("plans.setFirstPayingDay", undefined, {
      ...{ commandId: company.newId(), revision: 0, firstPayingOn: "2026-04-01" },
    });
    expect(stepOf(await read(company, admin), "firstDay")).toMatchObject({ state: "done", mayI: true, byNames: [] });
  });

  it("that finance cannot take are told with who takes them", async () => {
    await grant(company, admin, company.finance, "finance");
    const openings = await company.as(company.finance).call("openings.list");
    expect(openings).toMatchObject({ payingOn: null, setterNames: [admin.name] });
  });

  it("count a team's targets", async () => {
    const { reps } = await givenTeam(company, { reps: [{}] });
    await grant(company, admin, company.hr, "hr");
    expect((await read(company, company.hr)).targets).toMatchObject({ withCount: 0, teamsCount: 1 });
    await givenTargets(company, [[reps[0], 30_000_000]]);
    const setup = await read(company, company.hr);
    expect(setup.targets).toMatchObject({ period: "2026-03", withCount: 1 });
    expect(setup.steps.map(({ step }) => step)).toEqual(["firstDay", "openings", "plan", "targets", "calendar"]);
  });
});

describe("trying a team's robot", () => {
  it("says a line in its group, once", async () => {
    const { company, admin } = await begun();
    const { unitId } = await givenTeam(company);
    const commandId = randomUUID();
    expect(await company.as(admin).call("setup.testRobot", { unitId }, { commandId })).toEqual({
      unitId,
      sent: false,
      errcode: null,
    });
  });
});
