import { randomUUID } from "node:crypto";
import { findUnits, leadersOfUnit, syncDirectory, unitSpansOf } from "../../../../server/features/members";
import { readMonthState } from "../../../../server/features/statements";
import { errorOfCode } from "../../../../server/integrations/wecom/wecomError";
import { type DemoWorld, startDemoWorld } from "../../../support/demoWorld";
import { startTestApp, type TestAppOptions } from "../../../support/startTestApp";
import { stored } from "../../../support/testDatabase";

const wan = 1_000_000;
let world: DemoWorld;

async function startWorld(options: TestAppOptions = {}): Promise<void> {
  world = await startDemoWorld({ now: "2026-03-26T10:05:00+08:00", ...options });
}

/** The night's reading of a day. */
async function readOn(day: string): Promise<void> {
  world.app.clock.set(`${day}T02:00:00+08:00`);
  world.app.passRealTime({ seconds: 6 });
  await syncDirectory(world.app.deps);
}

function showOnly(departments: number[]): void {
  // The demo's world has one app that logs people in, the first.
  world.app.wecom.world.agents[0]!.scope.departments = departments;
}

const people = async () =>
  (await stored("members")).map(({ _id, state, grantedRoles }) => [_id, state, grantedRoles] as unknown[]);
const units = async () =>
  (await stored("orgUnits")).map(({ _id, parentId, state }) => [_id, parentId, state] as unknown[]);

describe("a team, finance and the branch taken out of the app's visible range for a night", () => {
  beforeEach(async () => {
    await startWorld();
    const grant = { commandId: randomUUID(), role: "auditor" as const, unitId: null, lastOn: null };
    await world.as("zhoumin").call("roles.grant", { memberId: "linjing" }, grant);
  });

  it("costs nobody a role, a place or the place of a team", async () => {
    const before = [await people(), await units(), await stored("memberships")];
    showOnly([4, 6]);
    await readOn("2026-03-27");
    expect([await people(), await units(), await stored("memberships")]).toEqual(before);
    showOnly([1]);
    await readOn("2026-03-28");
    expect([await people(), await units(), await stored("memberships")]).toEqual(before);
  });

  it("costs nobody a day's pay", async () => {
    await world.sale("xiaowang", "c-haiyue", 10 * wan);
    showOnly([4, 6]);
    await readOn("2026-03-27");
    showOnly([1]);
    await readOn("2026-03-28");
    await world.sale("xiaowang", "c-haiyue", 10 * wan, "2026-03-27");
    await world.workAll();
    const { stored: month } = await readMonthState("xiaowang", "2026-03");
    const commissions = month?.lines.filter(({ component }) => component.code === "commission");
    expect(commissions?.map(({ amountFen }) => amountFen)).toEqual([150_000, 150_000]);
  });

  it("is told, with what to do", async () => {
    const told: Record<string, unknown>[] = [];
    await startWorld({ onLog: (line) => line.alarm === "directory.unanswered" && told.push(line) });
    showOnly([4, 6]);
    await readOn("2026-03-27");
    expect(told).toMatchObject([{ ids: expect.arrayContaining(["xiaowang", "linjing", "u2", "u3"]) as string[] }]);
    expect(told[0]?.msg).toMatch(/put them back into the app's visible range/);
  });
});

it("nobody has left who answers to their name, however many are on no list", async () => {
  await startWorld();
  const { wecom } = world.app.deps;
  const listed = await wecom.listUsers();
  const colleague = { ...listed[0]!, mobile: null, leadsDepartmentIds: [] }; // the demo has people
  const more = Array.from({ length: 130 }, (_, n) => ({ ...colleague, memberId: `p${n}`, name: `p${n}` }));
  const findUser = async (userId: string) => more.find(({ memberId }) => memberId === userId) ?? null;
  const sync = (missing: number) => {
    const listUsers = async () => [...listed, ...more.slice(missing)];
    return syncDirectory({ ...world.app.deps, wecom: { ...wecom, listUsers, findUser } });
  };
  await sync(0);
  expect(await sync(60)).toEqual({ people: 0, units: 0 });
});

describe("one person on no list, of whom WeCom gives no answer", () => {
  /** Both are deleted in WeCom; asked for the one, it answers something else. */
  async function readWithout(code: number, api = "user/get"): Promise<Map<unknown, unknown>> {
    const app = await startTestApp();
    const { wecom } = app.deps;
    app.wecom.removeMember("xiaowang");
    app.wecom.removeMember("linjing");
    const findUser = (userId: string) =>
      userId === "xiaowang" ? Promise.reject(errorOfCode(api, code, "")) : wecom.findUser(userId);
    await syncDirectory({ ...app.deps, wecom: { ...wecom, findUser } }).catch(() => undefined);
    return new Map((await stored("members")).map(({ _id, state }) => [_id, state]));
  }

  it.each([40003, 46004, 60011, 301002, 48002])(
    "stays, and keeps nobody else from being signed out: %s",
    async (code) => {
      const states = await readWithout(code);
      expect([states.get("xiaowang"), states.get("linjing")]).toEqual(["active", "left"]);
    },
  );

  it.each([
    ["WeCom takes no more questions for now", 45009, "user/get"],
    ["the app's token is refused", 40014, "user/get"],
    ["the app's secret is refused", 40001, "gettoken"],
  ])("ends the reading where %s", async (_why, code, api) => {
    const states = await readWithout(code, api);
    expect([states.get("xiaowang"), states.get("linjing")]).toEqual(["active", "active"]);
  });
});

describe("what WeCom does not say", () => {
  beforeEach(() => startWorld());

  /** A reading in which every department and person is told as `change` says. */
  async function readTold(change: { department?: object; user?: object }): Promise<void> {
    const { wecom } = world.app.deps;
    const listDepartments = async () =>
      (await wecom.listDepartments()).map((one) => ({ ...one, ...change.department }));
    const listUsers = async () => (await wecom.listUsers()).map((one) => ({ ...one, ...change.user }));
    await syncDirectory({ ...world.app.deps, wecom: { ...wecom, listDepartments, listUsers } });
  }

  it("takes no leader away, and where one side says it, it counts", async () => {
    await readTold({ department: { leaderIds: null }, user: { leadsDepartmentIds: null } });
    expect(await leadersOfUnit("u3", "2026-03-26")).toEqual(["chenhao"]);
    await readTold({ department: { leaderIds: null }, user: { leadsDepartmentIds: [] } });
    expect(await leadersOfUnit("u3", "2026-03-26")).toEqual([]);
    await readTold({ user: { leadsDepartmentIds: null } });
    expect(await leadersOfUnit("u3", "2026-03-26")).toEqual(["chenhao"]);
  });

  it("moves no department and nobody", async () => {
    const spans = await unitSpansOf("xiaowang");
    await readTold({ department: { parentId: undefined }, user: { mainDepartmentId: null } });
    expect((await findUnits()).get("u3")?.parentId).toBe("u2");
    expect(await unitSpansOf("xiaowang")).toEqual(spans);
  });
});

it("a new team below a branch outside the app's sight is a team, and one that was moved hangs where it went", async () => {
  await startWorld();
  const { wecom } = world.app;
  wecom.putDepartment({ id: 8, name: "华南渠道组", parentId: 2, leaders: [] });
  wecom.putDepartment({ id: 4, name: "华南直销二队", parentId: 1, leaders: ["zhaojing"] });
  showOnly([3, 4, 8, 6]);
  await readOn("2026-03-27");
  const known = await findUnits();
  expect(known.get("u8")).toMatchObject({ kind: "team", parentId: "u2" });
  expect(known.get("u4")).toMatchObject({ kind: "team", parentId: "u1" });
});
