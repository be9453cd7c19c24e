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
} from "../../../server/features/members";
import { startTestApp, type TestApp } from "../../support/startTestApp";
import { stored } from "../../support/testDatabase";

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

  it("move somebody from the day it is seen, and leave the days before where they were", async () => {
    app.wecom.putMember({ userid: "xiaoli", department: [4] });
    await syncOn("2026-03-30T02:00:00+08:00");
    expect(await unitOfMember("xiaoli", "2026-03-29")).toBe("u3");
    expect(await unitOfMember("xiaoli", "2026-03-30")).toBe("u4");
    expect(await membersOfUnit("u3", "2026-03-30")).not.toContain("xiaoli");
  });

  it("count nothing for a place that was left on the day it began", async () => {
    app.wecom.putMember({ userid: "xiaoli", department: [4] });
    await syncOn("2026-03-30T02:00:00+08:00");
    app.wecom.putMember({ userid: "xiaoli", department: [3] });
    await syncOn("2026-03-30T09:00:00+08:00");
    expect(await unitOfMember("xiaoli", "2026-03-30")).toBe("u3");
    expect((await stored("memberships", { memberId: "xiaoli" })).map(({ unitId }) => unitId as string)).toEqual([
      "u3",
      "u3",
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

  it("end everything for somebody who leaves, and keep what was", async () => {
    app.wecom.putMember({ userid: "wanglei", status: 5 });
    await syncOn("2026-03-30T02:00:00+08:00");
    expect(await readSessionMember("wanglei", "2026-03-30")).toBeNull();
    expect(await unitOfMember("wanglei", "2026-03-29")).toBe("u3");
    expect(await unitOfMember("wanglei", "2026-03-30")).toBeNull();
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
