import type { BusinessDay } from "@shared/domain/time";
import {
  findUnits,
  leadersOfUnit,
  membersOfUnit,
  readSessionMember,
  syncDirectory,
  unitAndAbove,
  unitAndBelow,
  unitOfMember,
  unitSpansOf,
} from "../../../../server/features/members";
import { countWrites } from "../../../support/failingWrites";
import { freshWorld } from "../../../../server/dev/wecom";
import type { WecomUser } from "../../../../server/integrations/wecom";
import { startTestApp, type TestApp } from "../../../support/startTestApp";
import { stored } from "../../../support/testDatabase";

const today: BusinessDay = "2026-03-26";
let app: TestApp;
beforeEach(async () => {
  app = await startTestApp({ people: false });
});

const sync = () => syncDirectory(app.deps);
/** A sync on another day, as the job of that night does it. */
const syncOn = (at: string) => {
  app.clock.set(at);
  return sync();
};

/** A company of so few people that half of them are no crowd. */
const smallCompany = (trusted: string[]) => {
  const world = freshWorld(trusted);
  return { ...world, members: world.members.slice(0, 3) };
};

it("of a small company does not sign everybody out when nobody is seen any more", async () => {
  app = await startTestApp({ people: false, world: smallCompany });
  expect((await sync()).people).toBe(3);
  for (const { userid } of app.wecom.world.members) app.wecom.putMember({ userid, status: 5 });
  await expect(sync()).rejects.toThrow("the directory lacks 3 of 3 members");
});

describe("the first reading of the directory", () => {
  it("finds the company, its branch and its teams", async () => {
    await sync();
    const units = [...(await findUnits()).values()].map(({ unitId, name, kind, parentId }) => [
      unitId,
      name,
      kind,
      parentId,
    ]);
    expect(units.sort()).toEqual([
      ["u1", "制造集团", "company", null],
      ["u2", "华南分公司", "branch", "u1"],
      ["u3", "华南直销一队", "team", "u2"],
      ["u4", "华南直销二队", "team", "u2"],
      ["u5", "财务部", "branch", "u1"],
      ["u6", "人力行政部", "branch", "u1"],
    ]);
  });

  it("makes reps of those in a team, a manager of who leads one, and nothing of the others", async () => {
    await sync();
    const roles = async (memberId: string) => (await readSessionMember(memberId, today))?.roles;
    expect(await roles("xiaowang")).toEqual(["rep"]);
    expect(await roles("chenhao")).toEqual(["manager"]);
    expect(await roles("linjing")).toEqual([]);
    expect((await readSessionMember("chenhao", today))?.leads).toEqual(["u3"]);
  });

  it("takes what it finds as having been so before, so that facts of earlier in the month count", async () => {
    await sync();
    expect(await unitOfMember("xiaowang", "2026-03-01")).toBe("u3");
  });

  it("does so too when it was broken off half way", async () => {
    app.wecom.failNext({ path: "user/list", errcode: 60011, times: 1 });
    await sync().catch(() => undefined);
    await sync();
    expect(await unitOfMember("zhangsan", "2026-03-01")).toBe("u4");
  });

  it("changes nothing when it is read again, also twice at once", async () => {
    await sync();
    const before = [
      await stored("members"),
      await stored("memberships"),
      await stored("orgUnits"),
      await stored("auditEntries"),
    ];
    expect(await Promise.all([sync(), sync()])).toEqual([
      { people: 0, units: 0 },
      { people: 0, units: 0 },
    ]);
    expect([
      await stored("members"),
      await stored("memberships"),
      await stored("orgUnits"),
      await stored("auditEntries"),
    ]).toEqual(before);
  });
});

describe("later readings", () => {
  beforeEach(sync);

  it("move somebody at once in what they may do, and for pay at the end of the day", async () => {
    app.wecom.putMember({ userid: "xiaoli", department: [4] });
    await syncOn("2026-03-30T08:00:00+08:00");
    expect((await readSessionMember("xiaoli", "2026-03-30"))?.teamId).toBe("u4");
    expect(await unitOfMember("xiaoli", "2026-03-30")).toBe("u3");
    expect(await unitOfMember("xiaoli", "2026-03-31")).toBe("u4");
    expect(await membersOfUnit("u3", "2026-03-31")).not.toContain("xiaoli");
  });

  it("keep somebody selling whose team is dissolved today", async () => {
    const { departments } = app.wecom.world;
    departments.splice(
      departments.findIndex(({ id }) => id === 4),
      1,
    );
    for (const { userid, department } of app.wecom.world.members)
      if (department?.includes(4)) app.wecom.putMember({ userid, department: [3] });
    await syncOn("2026-03-30T08:00:00+08:00");
    expect(await unitOfMember("zhangsan", "2026-03-30")).toBe("u4");
    expect(await readSessionMember("zhangsan", "2026-03-30")).toMatchObject({ teamId: "u3", roles: ["rep"] });
  });

  it("leave one place to each day, however often somebody goes and comes back on it", async () => {
    for (const status of [5, 1, 5, 1] as const) {
      app.wecom.putMember({ userid: "xiaoli", status });
      await syncOn("2026-03-30T08:00:00+08:00");
    }
    app.wecom.putMember({ userid: "xiaoli", department: [4] });
    await syncOn("2026-03-30T09:00:00+08:00");
    expect(await unitSpansOf("xiaoli")).toEqual([
      { unitId: "u3", fromOn: "2000-01-01", untilOn: "2026-03-31" },
      { unitId: "u4", fromOn: "2026-03-31", untilOn: null },
    ]);
  });

  it("count nothing for a place that was left on the day it began", async () => {
    app.wecom.putMember({ userid: "xiaoli", department: [4] });
    await syncOn("2026-03-30T08:00:00+08:00");
    app.wecom.putMember({ userid: "xiaoli", department: [3] });
    await syncOn("2026-03-30T09:00:00+08:00");
    expect(await unitOfMember("xiaoli", "2026-03-30")).toBe("u3");
    expect((await stored("memberships", { memberId: "xiaoli" })).map(({ unitId }) => unitId as string)).toEqual([
      "u3",
      "u3",
    ]);
  });

  it("are each one command, which is answered as before when it is run again", async () => {
    const run = "directory-sync@2026-03-30T03:12";
    app.wecom.putMember({ userid: "wanglei", status: 5 });
    expect(await syncDirectory(app.deps, run)).toEqual({ people: 1, units: 0 });
    app.wecom.putMember({ userid: "liuyang", status: 5 });
    app.wecom.failNext({ path: "user/list", errcode: 60011, times: 1 });
    expect(await syncDirectory(app.deps, run)).toEqual({ people: 1, units: 0 });
    expect(await readSessionMember("liuyang", today)).not.toBeNull();
    await expect(sync()).rejects.toThrow();
    expect(await sync()).toEqual({ people: 1, units: 0 });
  });

  it("do what is left where the same run was broken off among its people", async () => {
    for (let n = 0; n < 30; n += 1) app.wecom.putMember({ userid: `new${n}`, name: `新${n}`, department: [3] });
    const run = "directory-sync@2026-03-30T03:12";
    // 25 people share a transaction, whose writes go together: this one is of the five others.
    await countWrites(() => syncDirectory(app.deps, run), { at: 4, when: "before" });
    // The lease of who has died runs out.
    app.passRealTime({ seconds: 10 });
    expect(await syncDirectory(app.deps, run)).toEqual({ people: 5, units: 0 });
  });

  it("come to one and the same end where two processes do the same run at once", async () => {
    app.wecom.putMember({ userid: "wanglei", status: 5 });
    const both = () => syncDirectory(app.deps, "directory-sync@2026-03-30T03:12");
    expect(await Promise.all([both(), both()])).toEqual([
      { people: 1, units: 0 },
      { people: 1, units: 0 },
    ]);
    expect(await stored("auditEntries", { subject: "member:wanglei", action: "member.left" })).toHaveLength(1);
  });

  it("write nothing more once another has taken over, since their list is the older one", async () => {
    let answer: (users: WecomUser[]) => void = () => undefined;
    const stuck: Promise<WecomUser[]> = new Promise((resolve) => (answer = resolve));
    let asked: () => void = () => undefined;
    const hasAsked: Promise<void> = new Promise((resolve) => (asked = resolve));
    const listUsers = () => {
      asked();
      return stuck;
    };
    const before = await app.deps.wecom.listUsers();
    const slow = syncDirectory({ ...app.deps, wecom: { ...app.deps.wecom, listUsers } }, "start:slow");
    slow.catch(() => undefined);
    // Whoever asks has read the lease as its own; one that is only written could still be lost and waited for.
    await hasAsked;
    // The process stands still for longer than its lease, while somebody moves and another process reads it.
    app.wecom.putMember({ userid: "xiaoli", department: [4] });
    app.passRealTime({ seconds: 10 });
    expect(await syncDirectory(app.deps, "start:other")).toEqual({ people: 1, units: 0 });
    answer(before);
    await expect(slow).rejects.toThrow(/another process has taken over/);
    expect((await readSessionMember("xiaoli", today))?.teamId).toBe("u4");
  });

  it("have a name for everybody whom WeCom does not name", async () => {
    app.wecom.putMember({ userid: "xiaoli", name: "" });
    app.wecom.putMember({ userid: "NewComer", name: "", department: [3] });
    const [unit] = app.wecom.world.departments.filter(({ id }) => id === 3);
    app.wecom.putDepartment({ ...unit!, name: "" }); // the demo's world has department 3
    expect(await sync()).toEqual({ people: 1, units: 0 });
    expect((await readSessionMember("xiaoli", today))?.name).toBe("小李");
    expect((await readSessionMember("newcomer", today))?.name).toBe("NewComer");
    expect((await findUnits()).get("u3")?.name).toBe("华南直销一队");
  });

  it("say in the audit log which units have changed", async () => {
    const [unit] = app.wecom.world.departments.filter(({ id }) => id === 3);
    app.wecom.putDepartment({ ...unit!, name: "华南直销一部" }); // the demo's world has department 3
    await syncDirectory(app.deps, "run-2");
    expect(await stored("auditEntries", { _id: "wecom:directory:run-2" })).toMatchObject([
      { actor: { kind: "wecom", id: "directory" }, action: "directory.sync", detail: { people: 0, units: ["u3"] } },
    ]);
  });

  it("let a newcomer in from today, with an entry that says who did it", async () => {
    app.wecom.putMember({ userid: "NewComer", name: "新同事", department: [3] });
    expect(await sync()).toEqual({ people: 1, units: 0 });
    expect(await readSessionMember("newcomer", today)).toMatchObject({ name: "新同事", roles: ["rep"], teamId: "u3" });
    expect(await unitOfMember("newcomer", "2026-03-25")).toBeNull();
    expect(await stored("auditEntries", { subject: "member:newcomer" })).toMatchObject([
      { actor: { kind: "wecom", id: "directory" }, action: "member.joined", detail: { begins: ["u3:member"] } },
    ]);
  });

  it("end for somebody who leaves what is, not what was", async () => {
    app.wecom.putMember({ userid: "wanglei", status: 5 });
    await syncOn("2026-03-30T08:00:00+08:00");
    expect(await readSessionMember("wanglei", "2026-03-30")).toBeNull();
    expect(await unitOfMember("wanglei", "2026-03-30")).toBe("u3");
    expect(await unitOfMember("wanglei", "2026-03-31")).toBeNull();
  });

  it("follow a change of leader, of a name and of the tree", async () => {
    const [unit] = app.wecom.world.departments.filter(({ id }) => id === 3);
    app.wecom.putDepartment({ ...unit!, name: "华南直销一部", leaders: ["xiaowang"] }); // the demo's world has department 3
    await sync();
    expect(await leadersOfUnit("u3", today)).toEqual(["xiaowang"]);
    expect((await findUnits()).get("u3")?.name).toBe("华南直销一部");
    app.wecom.world.departments.splice(
      app.wecom.world.departments.findIndex(({ id }) => id === 5),
      1,
    );
    app.wecom.putMember({ userid: "linjing", department: [6] });
    await sync();
    expect([...(await findUnits()).keys()].sort()).toEqual(["u1", "u2", "u3", "u4", "u6"]);
  });

  it("do not sign the company out when the app's scope was narrowed by mistake", async () => {
    for (const { userid } of app.wecom.world.members) app.wecom.putMember({ userid, status: 5 });
    await expect(sync()).rejects.toThrow(/scope/);
    expect(await readSessionMember("xiaowang", today)).not.toBeNull();
  });
});

it("knows what is above and below a unit", async () => {
  await sync();
  const units = await findUnits();
  expect(unitAndAbove(units, "u3").map(({ unitId }) => unitId)).toEqual(["u3", "u2", "u1"]);
  expect(
    unitAndBelow(units, "u2")
      .map(({ unitId }) => unitId)
      .sort(),
  ).toEqual(["u2", "u3", "u4"]);
});
