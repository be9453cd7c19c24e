import { randomUUID } from "node:crypto";
import type { BodyOf } from "@shared/contracts";
import { pharmaPlan } from "../../../../server/dev/demoCompany/pharma";
import { syncDirectory } from "../../../../server/features/members";
import { readMonthState } from "../../../../server/features/statements";
import {
  branchUnitId,
  companyName,
  companyUnitId,
  type Company,
  type Customer,
  departmentIdOf,
  givenConsent,
  givenCustomer,
  givenMember,
  givenPlan,
  givenRole,
  givenTargets,
  givenTeam,
  givenVisit,
  type Person,
  prepare,
} from "../../../support/given";
import { stored } from "../../../support/testDatabase";

/** Thursday; three of the week's five days are over. */
const now = "2026-03-26T09:00:00+08:00";
const thisMonday = "2026-03-23";
const nextMonday = "2026-03-30";

const start = prepare(async (company) => {
  const { unitId, manager, reps } = await givenTeam(company, { reps: [{}] });
  const [rep] = reps;
  return {
    ...{ unitId, manager, rep },
    head: await givenMember(company, { unitId: branchUnitId }),
    customers: await Promise.all([1, 2].map(() => givenCustomer(company, { owner: rep }))),
  };
});

let company: Company;
let unitId: string;
let manager: Person;
let rep: Person;
let customers: Customer[];
beforeEach(async () => {
  ({ company, unitId, manager, rep, customers } = await start({ now }));
  await givenConsent(company, rep);
});

const set = (more: Partial<BodyOf<"visitTargets.set">> = {}, who: Person = company.hr) =>
  company.as(who).call(
    "visitTargets.set",
    { unitId },
    {
      ...{ commandId: randomUUID(), revision: 0, from: thisMonday, perWeek: 10 },
      ...more,
    },
  );
const week = () => company.as(rep).call("visits.week");
const visit = async (n: number) => {
  const customer = customers[n];
  if (!customer) throw new Error(`no customer ${n}`);
  return givenVisit(company, { rep, customer });
};

describe("a week of visits", () => {
  it("expects nothing before anything was said", async () => {
    expect(await week()).toEqual({
      from: thisMonday,
      to: "2026-03-29",
      done: 0,
      target: null,
      perWeek: null,
      workingDays: 5,
      dueByNow: 0,
      isBehind: false,
    });
  });

  it("is behind where its days brought less than was expected of them", async () => {
    await set();
    await visit(0);
    expect(await week()).toMatchObject({ done: 1, target: 10, dueByNow: 8, isBehind: true });
  });

  it("asks for less than every week where a day of it is off", async () => {
    await set();
    company.app.clock.set("2026-04-09T09:00:00+08:00");
    expect(await week()).toMatchObject({ target: 8, perWeek: 10, workingDays: 4 });
  });

  it("is not behind where they brought as much", async () => {
    await set({ perWeek: 3 });
    await visit(0);
    await visit(1);
    expect(await week()).toMatchObject({ done: 2, target: 3, isBehind: false });
  });

  it("counts what counts alone", async () => {
    await set();
    await visit(0);
    await visit(0);
    expect((await week()).done).toBe(1);
  });

  it("goes by the nearest unit of which something was said", async () => {
    await set();
    const body = { commandId: randomUUID(), revision: 0, from: thisMonday, perWeek: 20 };
    await company.as(company.hr).call("visitTargets.set", { unitId: branchUnitId }, body);
    expect((await week()).target).toBe(10);
  });
});

describe("who is told of it", () => {
  const told = async (person: Person) => {
    await company.workAll();
    const { items } = await company.as(person).call("notices.list", {});
    return items.filter(({ kind }) => kind === "visit_target").map(({ text }) => text);
  };

  it("is each rep whom it is for, with who said so and from when", async () => {
    await set();
    expect(await told(rep)).toEqual([`${company.hr.name}把你每周的有效拜访定为 10 次，3月23日起。`]);
    await set({ revision: 1, from: nextMonday, perWeek: null });
    expect((await told(rep))[0]).toBe(`${company.hr.name}取消了每周有效拜访的要求，3月30日起。`);
  });

  it("is nobody whose team something nearer was said of, and nobody where nothing changes", async () => {
    await set();
    await set({ revision: 1 });
    const body = { commandId: randomUUID(), revision: 0, from: thisMonday, perWeek: 20 };
    await company.as(company.hr).call("visitTargets.set", { unitId: branchUnitId }, body);
    expect(await told(rep)).toHaveLength(1);
  });
});

describe("who says how many visits are expected", () => {
  it("is HR, from this week on", async () => {
    expect((await set()).target).toMatchObject({ now: 10, next: null, revision: 1 });
  });

  it("is the leader, from the next week on", async () => {
    await expect(set({}, manager)).rejects.toMatchObject({ problem: { fields: [{ code: "visitTarget.from" }] } });
    const { target } = await set({ from: nextMonday }, manager);
    expect(target).toMatchObject({ now: null, next: { from: nextMonday, perWeek: 10 }, settableFrom: nextMonday });
  });

  it("is told what goes for a team of which nothing was said: what was said of the company, by its name", async () => {
    const ofCompany = { commandId: randomUUID(), revision: 0, from: thisMonday, perWeek: 8 };
    await company.as(company.hr).call("visitTargets.set", { unitId: companyUnitId }, ofCompany);
    const read = () => company.as(manager).call("visitTargets.read", { unitId });
    expect(await read()).toMatchObject({ now: 8, ofUnitName: companyName, revision: 0 });
    expect(await week()).toMatchObject({ target: 8 });
    await set({ from: nextMonday, perWeek: 5 }, manager);
    expect(await read()).toMatchObject({ now: null, next: { perWeek: 5 }, ofUnitName: null });
  });

  it.each(["2026-03-24", "2026-03-16"])("names a Monday that is to come, not %s", async (from) => {
    await expect(set({ from })).rejects.toMatchObject({ problem: { fields: [{ code: "visitTarget.from" }] } });
  });

  it("is nobody for themselves: not who sells in that unit, whatever else they are", async () => {
    await givenRole(company, rep, "hr");
    await expect(set({}, rep)).rejects.toMatchObject({ code: "right.missing" });
    expect((await company.as(rep).call("visitTargets.read", { unitId })).settableFrom).toBeNull();
  });

  it("is told where another was faster", async () => {
    await set();
    await expect(set({ perWeek: 12 })).rejects.toMatchObject({ status: 409, code: "stale" });
  });

  it("says it once, also when the tap arrives twice", async () => {
    const body = { commandId: randomUUID() };
    await Promise.all([set(body), set(body)]);
    expect(await stored("visitTargets")).toHaveLength(1);
  });
});

describe("pay that goes by the month's visits", () => {
  const pays = async (name: string) => {
    await company.workAll();
    return (await company.statement(rep)).lines.find((line) => line.name === name)?.amountFen;
  };
  beforeEach(async () => {
    await givenTargets(company, [[rep, 10_000_000]]);
    await givenPlan(company, { ...pharmaPlan(), scope: { orgUnits: [unitId] } });
  });

  it("weighs them a tenth, and follows what is expected", async () => {
    await visit(0);
    // One a week: from 23 March seven working days, which are 1.4 and so one. Nothing is sold: 3,000 by 0.1.
    await set({ perWeek: 1 });
    expect(await pays("绩效奖金")).toBe(30_000);
    // Of three a week, four by the end of the month.
    await set({ revision: 1, perWeek: 3 });
    expect(await pays("绩效奖金")).toBe(7_500);
  });

  it("follows where the team is to hang by the end of the month, as soon as that is known", async () => {
    await visit(0);
    const [was, next] = [await givenTeam(company), await givenTeam(company)];
    for (const [one, perWeek] of [
      [was, 1],
      [next, 3],
    ] as const) {
      const body = { commandId: randomUUID(), revision: 0, from: thisMonday, perWeek };
      await company.as(company.hr).call("visitTargets.set", { unitId: one.unitId }, body);
    }
    const hangBelow = async (above: string) => {
      const leaders = [manager.memberId];
      const department = { id: departmentIdOf(unitId), name: "一队", parentId: departmentIdOf(above), leaders };
      company.app.wecom.putDepartment(department);
      company.app.passRealTime({ seconds: 6 });
      await syncDirectory(company.app.deps);
      await company.workAll();
    };
    await hangBelow(was.unitId);
    expect(await pays("绩效奖金")).toBe(30_000);
    await hangBelow(next.unitId);
    expect(await pays("绩效奖金")).toBe(7_500);
  });

  it("expects of a team that is gone since what was expected of it", async () => {
    await visit(0);
    await set({ perWeek: 1 });
    expect(await pays("绩效奖金")).toBe(30_000);
    company.app.clock.advance({ hours: 24 * 6 + 1 });
    const { departments } = company.app.wecom.world;
    const stays = (await givenTeam(company)).unitId;
    for (const { userid, department } of company.app.wecom.world.members)
      if (department.includes(departmentIdOf(unitId)))
        company.app.wecom.putMember({ userid, department: [departmentIdOf(stays)] });
    departments.splice(
      departments.findIndex(({ id }) => id === departmentIdOf(unitId)),
      1,
    );
    company.app.passRealTime({ seconds: 6 });
    await syncDirectory(company.app.deps);
    expect(await stored("orgUnits", { _id: unitId })).toMatchObject([{ state: "gone" }]);
    const march = await readMonthState(rep.memberId, "2026-03");
    expect(march.book.given).toContainEqual(expect.objectContaining({ code: "visits.effective" }));
  });

  it("brings 50 for each that counts, whatever is expected", async () => {
    await set({ perWeek: 20 });
    await visit(0);
    await visit(1);
    await company.workAll();
    const { lines } = await company.statement(rep);
    expect(lines.filter(({ name }) => name === "外勤补贴").map(({ amountFen }) => amountFen)).toEqual([5_000, 5_000]);
  });
});
