import { canonicalJson, evaluate } from "@shared/domain/pay";
import {
  findUnits,
  readSessionMember,
  syncDirectory,
  unitOfMember,
  unitSpansOf,
} from "../../../../server/features/members";
import { readMonthState } from "../../../../server/features/statements";
import { freshWorld } from "../../../../server/dev/wecom";
import { afterCommits } from "../../../support/afterCommits";
import { type DemoWorld, startDemoWorld } from "../../../support/demoWorld";
import { startTestApp } from "../../../support/startTestApp";
import { stored } from "../../../support/testDatabase";

const wan = 1_000_000;
const today = "2026-03-26";
const period = "2026-03";
let world: DemoWorld;
const sync = () => syncDirectory(world.app.deps);

/** A company in which two reps have sold, and whose HR then rebuilds it in an afternoon. */
async function rebuiltCompany(): Promise<void> {
  world = await startDemoWorld({ now: "2026-03-26T10:05:00+08:00" });
  await world.sale("xiaoli", "c-nanyue", 5 * wan);
  await world.sale("zhangsan", "c-hongda", 3 * wan);
  await world.workAll();
  const { wecom } = world.app;
  // A new branch, a team that moves under it, and a new team that hangs under the one that moves.
  wecom.putDepartment({ id: 7, name: "华东分公司", parentId: 1, leaders: [] });
  wecom.putDepartment({ id: 4, name: "华南直销二队", parentId: 7, leaders: ["zhaojing"] });
  wecom.putDepartment({ id: 8, name: "华东渠道组", parentId: 4, leaders: ["xiaowang"] });
  wecom.putMember({ userid: "xiaoli", department: [8] });
  wecom.putMember({ userid: "newcomer", name: "新同事", department: [8] });
  // And a department that is closed when its last person has left it.
  wecom.putMember({ userid: "linjing", department: [6] });
  const closed = wecom.world.departments.findIndex(({ id }) => id === 5);
  wecom.world.departments.splice(closed, 1);
}

/** Who belongs to a unit that is not there. */
async function peopleOfNoUnit(): Promise<string[]> {
  const units = await findUnits();
  const lasting = (await stored("memberships")).filter(({ untilOn }) => untilOn === null);
  return lasting.filter(({ unitId }) => !units.has(String(unitId))).map(({ _id }) => String(_id));
}

const isPlannedOn = ({ assignments }: Awaited<ReturnType<typeof readMonthState>>, day: string): boolean =>
  assignments.some(({ from, to }) => from <= day && (to === null || day <= to));

/** Whose month is not what it comes to by the tree as it is now. */
async function pricedWrong(): Promise<string[]> {
  const wrong: string[] = [];
  for (const memberId of ["xiaoli", "zhangsan"]) {
    const month = await readMonthState(memberId, period);
    if (canonicalJson(month.stored) !== canonicalJson(evaluate(month.assignments, month.book))) wrong.push(memberId);
    if (!isPlannedOn(month, "2026-03-31")) wrong.push(`${memberId} has no plan`);
  }
  return wrong;
}

it("shows nobody in a unit that is not there, while a reading is being written", async () => {
  await rebuiltCompany();
  const seen: string[] = [];
  await afterCommits(sync, async (commits) => {
    await world.workAll();
    seen.push(...(await peopleOfNoUnit()).map((id) => `${commits}: ${id}`));
    const rep = await readSessionMember("xiaoli", today);
    if (rep?.teamId === null || !rep?.roles.includes("rep")) seen.push(`${commits}: xiaoli is no rep`);
    seen.push(...(await pricedWrong()).map((memberId) => `${commits}: ${memberId}`));
  });
  expect(seen).toEqual([]);
});

describe("broken off after any of its commits, with months priced before it is read again", () => {
  const places = async () => [
    await stored("memberships"),
    await stored("orgUnits"),
    (await stored("members")).map(({ _id, state, name }) => [_id, state, name].map(String)),
  ];

  it("a reading comes to the same end as in one go", async () => {
    await rebuiltCompany();
    const commits = await afterCommits(sync, async () => undefined);
    await world.workAll();
    const whole = await places();
    expect(await pricedWrong()).toEqual([]);
    for (let at = 1; at < commits; at += 1) {
      await rebuiltCompany();
      await afterCommits(sync, async () => undefined, at);
      await world.workAll();
      expect([await peopleOfNoUnit(), await pricedWrong()]).toEqual([[], []]);
      await sync();
      await world.workAll();
      expect(await places()).toEqual(whole);
      expect(await pricedWrong()).toEqual([]);
    }
  }, 60_000);

  it("the first reading still takes what it finds as having been so before, and what comes later as new", async () => {
    const smallCompany = (trusted: string[]) => {
      const all = freshWorld(trusted);
      return { ...all, members: all.members.slice(0, 3) };
    };
    const firstDays = async (breakAfter?: number) => {
      const app = await startTestApp({ people: false, world: smallCompany });
      await afterCommits(
        () => syncDirectory(app.deps),
        async () => undefined,
        breakAfter,
      );
      app.clock.set("2026-03-30T02:00:00+08:00");
      await syncDirectory(app.deps);
      app.wecom.putMember({ userid: "newcomer", name: "新同事", department: [3] });
      await syncDirectory(app.deps);
      return Promise.all(
        ["xiaowang", "newcomer"].flatMap((id) => [unitOfMember(id, "2026-03-01"), unitOfMember(id, "2026-03-30")]),
      );
    };
    const commits = 3;
    for (let at = 1; at <= commits; at += 1) expect(await firstDays(at)).toEqual(["u3", "u3", null, "u3"]);
  });
});

describe("a first reading that was broken off, with people and teams moved before it is read again", () => {
  it("has them where they are found, for as long as anybody can tell", async () => {
    const app = await startTestApp({ people: false });
    const first = () => syncDirectory(app.deps);
    await afterCommits(first, async () => undefined, 2);
    expect(await unitSpansOf("xiaowang")).toEqual([{ unitId: "u3", fromOn: "2000-01-01", untilOn: null }]);
    app.wecom.putMember({ userid: "xiaowang", department: [4] });
    app.wecom.putDepartment({ id: 4, name: "华南直销二队", parentId: 1, leaders: ["zhaojing"] });
    app.clock.set("2026-03-30T02:00:00+08:00");
    await syncDirectory(app.deps);
    expect(await unitSpansOf("xiaowang")).toEqual([{ unitId: "u4", fromOn: "2000-01-01", untilOn: null }]);
    expect((await findUnits()).get("u4")).toMatchObject({ parentId: "u1", formerParents: [] });
  });
});

it("prices every month again of those who belonged to a department three months before it is known", async () => {
  world = await startDemoWorld({ now: "2026-03-26T10:05:00+08:00" });
  const { deps, wecom, clock } = world.app;
  wecom.putDepartment({ id: 8, name: "华南渠道组", parentId: 3, leaders: [] });
  wecom.putMember({ userid: "xiaoli", department: [8] });
  const listDepartments = async () =>
    (await deps.wecom.listDepartments()).filter(({ departmentId }) => departmentId !== 8);
  await syncDirectory({ ...deps, wecom: { ...deps.wecom, listDepartments } });
  clock.set("2026-05-20T02:00:00+08:00");
  await sync();
  const events = await stored("events", { type: "unit.moved" });
  const months = events.map(({ payload }) => (payload as { period: string }).period);
  expect([...new Set(months)].sort()).toEqual(["2026-03", "2026-04", "2026-05"]);
  await world.workAll();
  expect(await pricedWrong()).not.toContain("xiaoli");
});

it("prices those again who belonged to a department before it came into the app's scope", async () => {
  world = await startDemoWorld({ now: "2026-03-26T10:05:00+08:00" });
  const { deps, wecom } = world.app;
  wecom.putDepartment({ id: 8, name: "华南渠道组", parentId: 4, leaders: [] });
  wecom.putMember({ userid: "xiaoli", department: [8] });
  const listDepartments = async () =>
    (await deps.wecom.listDepartments()).filter(({ departmentId }) => departmentId !== 8);
  await syncDirectory({ ...deps, wecom: { ...deps.wecom, listDepartments } });
  await world.workAll();
  expect(isPlannedOn(await readMonthState("xiaoli", period), "2026-03-27")).toBe(false);

  await sync();
  await world.workAll();
  expect(await pricedWrong()).not.toContain("xiaoli");
});

it("knows the department that somebody was put into while the directory was being read", async () => {
  world = await startDemoWorld();
  const { deps, wecom } = world.app;
  const listUsers = async () => {
    wecom.putDepartment({ id: 8, name: "华南渠道组", parentId: 2, leaders: [] });
    wecom.putMember({ userid: "xiaoli", department: [8] });
    return deps.wecom.listUsers();
  };
  await syncDirectory({ ...deps, wecom: { ...deps.wecom, listUsers } });
  expect((await readSessionMember("xiaoli", today))?.teamId).toBe("u8");
});
