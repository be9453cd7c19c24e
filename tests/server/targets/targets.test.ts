import { jobActor } from "@shared/domain/actor";
import { randomUUID } from "node:crypto";
import { addApiKey } from "../../../server/features/apiKeys";
import { syncDirectory } from "../../../server/features/members";
import { type DemoWorld, startDemoWorld } from "../../support/demoWorld";
import { stored } from "../../support/testDatabase";

let world: DemoWorld;
beforeEach(async () => {
  world = await startDemoWorld();
});

const april = { measure: "sales.confirmed" as const, period: "2026-04" };
const march = { ...april, period: "2026-03" };
type Level = { parentId: string | null; targets: [string, number][]; remainder?: { valueFen: number; reason: string } };

const set = (by: string, of: typeof april, values: Record<string, [valueFen: number, revision: number]>) =>
  world.as(by).call("targets.set", undefined, {
    commandId: randomUUID(),
    ...of,
    targets: Object.entries(values).map(([subjectId, [valueFen, revision]]) => ({
      subjectId,
      valueFen,
      reason: "按去年增长",
      revision,
    })),
  });
const publish = (by: string, of: typeof april, levels: Level[], reason: string | null = null) =>
  world.as(by).call("targets.publish", undefined, {
    commandId: randomUUID(),
    ...of,
    reason,
    levels: levels.map(({ parentId, targets, remainder = null }) => ({
      parentId,
      remainder,
      targets: targets.map(([subjectId, revision]) => ({ subjectId, revision })),
    })),
  });
const list = async (by: string, of = april) =>
  (await world.as(by).call("targets.list", of)).items.map(({ subjectId, valueFen, draft }) => [
    subjectId,
    valueFen,
    draft?.valueFen ?? null,
  ]);

/** April: 1,000 万 for the company, all of it the branch's, 600 and 400 for the teams. */
async function givenTeams(): Promise<void> {
  await set("zhoumin", april, { u1: [1_000, 0], u2: [1_000, 0], u3: [600, 0], u4: [400, 0] });
  await publish("zhoumin", april, [
    { parentId: null, targets: [["u1", 1]] },
    { parentId: "u1", targets: [["u2", 1]] },
    {
      parentId: "u2",
      targets: [
        ["u3", 1],
        ["u4", 1],
      ],
    },
  ]);
}
const givenProposal = () =>
  set("chenhao", april, { xiaowang: [300, 0], xiaoli: [100, 0], wanglei: [100, 0], liuyang: [100, 0] });
const wholeTeam: [string, number][] = ["xiaowang", "xiaoli", "wanglei", "liuyang"].map((id) => [id, 1]);

describe("a target", () => {
  it("counts once it is published, and not when it is proposed", async () => {
    await givenTeams();
    await givenProposal();
    expect(await list("xiaowang")).toEqual([["xiaowang", null, null]]);
    await publish("chenhao", april, [{ parentId: "u3", targets: wholeTeam }]);
    expect(await list("xiaowang")).toEqual([["xiaowang", 300, null]]);
  });

  it("is set by nobody for themselves, and by no leader above their own unit or in another one", async () => {
    await givenTeams();
    const refusal = async (by: string, subjectId: string) =>
      set(by, april, { [subjectId]: [1, 0] }).then(
        () => "done",
        (error: { code: string }) => error.code,
      );
    expect(await refusal("xiaowang", "xiaowang")).toBe("target.own");
    expect(await refusal("chenhao", "u3")).toBe("target.own");
    expect(await refusal("zhoumin", "zhoumin")).toBe("target.own");
    expect(await refusal("chenhao", "u2")).toBe("right.missing");
    expect(await refusal("chenhao", "zhangsan")).toBe("right.missing");
    // Whoever may not set it does not learn whether there is such a person.
    expect(await refusal("chenhao", "nobody")).toBe("right.missing");
    expect(await refusal("zhoumin", "nobody")).toBe("target.subjectUnknown");
  });

  it("of a unit whose result pays one of HR is that of others, and of finance where it pays all of HR", async () => {
    // 周敏 works in team 2, whose people are paid by the results of team, branch and company.
    world.app.wecom.putMember({ userid: "zhoumin", department: [4] });
    await syncDirectory(world.app.deps);
    await expect(set("zhoumin", april, { u1: [1_000, 0] })).rejects.toMatchObject({ code: "target.ownPay" });
    await set("linjing", april, { u1: [1_000, 0] });
    await publish("linjing", april, [{ parentId: null, targets: [["u1", 1]] }]);
    await set("zhoumin", april, { xiaowang: [300, 0] });
    await expect(set("linjing", april, { xiaowang: [300, 1] })).rejects.toMatchObject({ code: "right.missing" });

    const body = { commandId: randomUUID(), role: "hr" as const, unitId: null, lastOn: null };
    await world.as("zhoumin").call("roles.grant", { memberId: "xiaoli" }, body);
    await set("xiaoli", april, { u1: [2_000, 2] });
    await expect(set("linjing", april, { u1: [3_000, 3] })).rejects.toMatchObject({ code: "right.missing" });
  });

  it("of a unit that pays everybody who could set it is set by HR all the same, and that is noted", async () => {
    for (const userid of ["zhoumin", "linjing"]) world.app.wecom.putMember({ userid, department: [4] });
    await syncDirectory(world.app.deps);
    await set("zhoumin", april, { u1: [1_000, 0], xiaowang: [300, 0] });
    await publish("zhoumin", april, [{ parentId: null, targets: [["u1", 1]] }]);
    const detailOf = async (action: string) =>
      (await stored("auditEntries", { action })).map(({ detail }) => detail as object);
    expect(await detailOf("targets.set")).toEqual([{ subjectIds: ["u1", "xiaowang"], actorIsPaidBy: ["u1"] }]);
    expect(await detailOf("targets.publish")).toMatchObject([{ subjectIds: ["u1"], actorIsPaidBy: ["u1"] }]);
  });

  it("of a list that is sent a second time is left alone", async () => {
    await givenTeams();
    await givenProposal();
    const before = [await stored("targets"), await stored("targetVersions")];
    expect(await givenProposal()).toEqual({ changedCount: 0, unchangedCount: 4 });
    expect([await stored("targets"), await stored("targetVersions")]).toEqual(before);
  });

  it("takes a reason that is said later, and keeps the one that is not said again", async () => {
    await givenProposal();
    const say = (reason: string | null, revision: number) => {
      const targets = [{ subjectId: "xiaowang", valueFen: 300, reason, revision }];
      return world.as("chenhao").call("targets.set", undefined, { commandId: randomUUID(), ...april, targets });
    };
    expect(await say("老客户续约", 1)).toEqual({ changedCount: 1, unchangedCount: 0 });
    expect(await say(null, 2)).toEqual({ changedCount: 0, unchangedCount: 1 });
    const { items } = await world.as("chenhao").call("targets.list", april);
    expect(items.find(({ subjectId }) => subjectId === "xiaowang")?.draft).toMatchObject({ reason: "老客户续约" });
  });

  it("that somebody changed meanwhile is not overwritten, nor is anything else of the list", async () => {
    await givenProposal();
    await set("zhoumin", april, { xiaoli: [150, 1] });
    await expect(set("chenhao", april, { xiaowang: [200, 1], xiaoli: [120, 1] })).rejects.toMatchObject({
      code: "stale",
      problem: { fields: [{ field: "targets.1.revision", code: "stale" }] },
    });
    expect(await list("chenhao")).toContainEqual(["xiaowang", null, 300]);
  });

  it("keeps every step of how it came to be, and shows its rep what was in force", async () => {
    await givenTeams();
    await givenProposal();
    await publish("chenhao", april, [{ parentId: "u3", targets: wholeTeam }]);
    const history = async (by: string) =>
      (await world.as(by).call("targets.history", { subjectId: "xiaowang", ...april })).items.map(
        ({ revision, action, valueFen, reason, by: who }) => [revision, action, valueFen, reason, who.id],
      );
    const published = [2, "publish", 300, "按去年增长", "chenhao"];
    expect(await history("chenhao")).toEqual([[1, "set", 300, "按去年增长", "chenhao"], published]);
    expect(await history("xiaowang")).toEqual([published]);
    await expect(history("xiaoli")).rejects.toMatchObject({ code: "right.missing" });
  });
});

describe("a level", () => {
  it("that does not add up to the target above is not published, unless what it keeps back is named", async () => {
    await givenTeams();
    await set("chenhao", april, { xiaowang: [300, 0], xiaoli: [100, 0] });
    const some: Level = {
      parentId: "u3",
      targets: [
        ["xiaowang", 1],
        ["xiaoli", 1],
      ],
    };
    await expect(publish("chenhao", april, [some])).rejects.toMatchObject({
      code: "target.notAddedUp",
      problem: { unallocatedFen: 200 },
    });
    await publish("chenhao", april, [{ ...some, remainder: { valueFen: 200, reason: "留给新人" } }]);
    const [team] = (await world.as("zhoumin").call("targets.list", april)).items.filter(
      (one) => one.subjectId === "u3",
    );
    expect(team?.remainder).toEqual({ valueFen: 200, reason: "留给新人" });
  });

  it("waits until the target above is in force", async () => {
    await givenProposal();
    await expect(publish("chenhao", april, [{ parentId: "u3", targets: wholeTeam }])).rejects.toMatchObject({
      code: "target.parentUnpublished",
    });
  });

  it("holds nobody who belongs elsewhere", async () => {
    await givenTeams();
    await set("zhoumin", april, { zhangsan: [600, 0] });
    await expect(publish("zhoumin", april, [{ parentId: "u3", targets: [["zhangsan", 1]] }])).rejects.toMatchObject({
      code: "target.notUnderParent",
    });
  });

  it("moves together with the one above: a team's new target waits for its members' in the same step", async () => {
    await givenTeams();
    await givenProposal();
    await publish("chenhao", april, [{ parentId: "u3", targets: wholeTeam }]);
    await set("zhoumin", april, { u3: [650, 3], u4: [350, 2] });
    const teams: Level = {
      parentId: "u2",
      targets: [
        ["u3", 4],
        ["u4", 3],
      ],
    };
    await expect(publish("zhoumin", april, [teams])).rejects.toMatchObject({ code: "target.levelBelow" });
    await set("zhoumin", april, { xiaoli: [150, 2] });
    await publish("zhoumin", april, [teams, { parentId: "u3", targets: [["xiaoli", 3]] }]);
    expect(await list("xiaoli")).toEqual([["xiaoli", 150, null]]);
  });

  it("adds up also when its parent is changed at the same moment", async () => {
    await givenTeams();
    await givenProposal();
    await set("zhoumin", april, { u3: [650, 2], u4: [350, 2] });
    await Promise.allSettled([
      publish("chenhao", april, [{ parentId: "u3", targets: wholeTeam }]),
      publish("zhoumin", april, [
        {
          parentId: "u2",
          targets: [
            ["u3", 3],
            ["u4", 3],
          ],
        },
      ]),
    ]);
    const values = new Map((await list("zhoumin")).map(([subjectId, valueFen]) => [subjectId, Number(valueFen)]));
    const members = wholeTeam.reduce((sum, [id]) => sum + (values.get(id) ?? 0), 0);
    expect(members === 0 || members === values.get("u3")).toBe(true);
  });
});

describe("a target of the running month", () => {
  it("is changed by HR alone, who says why, and reaches the pay of those concerned", async () => {
    await world.sale("zhangsan", "c-hongda", 30_000_000);
    await world.workAll();
    const totalFen = async () =>
      Object.values((await world.statement("zhangsan")).totals).reduce((sum, amountFen) => sum + amountFen, 0);
    // The team stands at 30 %: its factor is 0.
    expect(await totalFen()).toBe(0);
    const others = ["lisi", "wangfang", "sunwei"];
    const teamOne = ["xiaowang", "xiaoli", "wanglei", "liuyang"];
    const cut = (ids: string[]) => Object.fromEntries(ids.map((id) => [id, [100_000, 2] as [number, number]]));
    await set("zhoumin", march, { ...cut([...others, ...teamOne]), u3: [400_000, 2], u4: [30_300_000, 2] });
    await set("zhoumin", march, { u2: [30_700_000, 2], u1: [30_700_000, 2] });
    const changed = (ids: string[]): [string, number][] => ids.map((id) => [id, 3]);
    const levels: Level[] = [
      { parentId: null, targets: changed(["u1"]) },
      { parentId: "u1", targets: changed(["u2"]) },
      { parentId: "u2", targets: changed(["u3", "u4"]) },
      { parentId: "u3", targets: changed(teamOne) },
      { parentId: "u4", targets: changed(others) },
    ];
    await expect(publish("zhoumin", march, levels)).rejects.toMatchObject({ code: "target.runningPeriod" });
    await publish("zhoumin", march, levels, "展会停办,目标下调");
    await world.workAll();
    // 99 % of the team's target and 98 % of the company's are both factor 1: 30 万 × 2 %.
    expect(await totalFen()).toBe(600_000);
  });

  it("is changed by no leader", async () => {
    await set("zhaojing", march, { zhangsan: [29_000_000, 2], lisi: [31_000_000, 2] });
    const level: Level = {
      parentId: "u4",
      targets: [
        ["zhangsan", 3],
        ["lisi", 3],
      ],
    };
    await expect(publish("zhaojing", march, [level], "调整")).rejects.toMatchObject({ code: "target.runningPeriod" });
  });
});

it("the first target of a month that has begun is HR's to publish, with the reason, as a changed one is", async () => {
  const level = (revision: number): Level => ({ parentId: null, targets: [["u1", revision]] });
  const february = { ...april, period: "2026-02" };
  await set("zhoumin", february, { u1: [1_000, 0] });
  await expect(publish("zhoumin", february, [level(1)])).rejects.toMatchObject({ code: "target.runningPeriod" });
  expect(await publish("zhoumin", february, [level(1)], "补定二月目标")).toMatchObject({ changedCount: 1 });
  await set("chenhao", february, { xiaoli: [300, 0] });
  await set("zhoumin", february, { u2: [1_000, 0], u3: [300, 0], u4: [700, 0] });
  const teams: Level = { parentId: "u2", targets: ["u3", "u4"].map((id) => [id, 1]) };
  await publish("zhoumin", february, [{ parentId: "u1", targets: [["u2", 1]] }, teams], "补定二月目标");
  const own: Level = { parentId: "u3", targets: [["xiaoli", 1]] };
  await expect(publish("chenhao", february, [own], "补定")).rejects.toMatchObject({ code: "target.runningPeriod" });
});

describe("the list of targets", () => {
  it("shows reps their own, leaders their unit, finance and HR all, others none but their own", async () => {
    const subjects = async (by: string) => (await list(by, march)).map(([subjectId]) => subjectId);
    expect(await subjects("xiaoli")).toEqual(["xiaoli"]);
    expect(await subjects("chenhao")).toEqual(["liuyang", "u3", "wanglei", "xiaoli", "xiaowang"]);
    expect(await subjects("linjing")).toHaveLength(12);
    expect(await subjects("zhoumin")).toHaveLength(12);
  });
});

it("lets another system propose targets by its key, and publish none", async () => {
  const { app } = world;
  const token = await addApiKey(app.deps, {
    actor: jobActor("api-key"),
    commandId: "c1",
    name: "planning",
    scopes: ["targets.write"],
  });
  const headers = { authorization: `Bearer ${token}` };
  const targets = [{ subjectId: "xiaoli", valueFen: 100, reason: null, revision: 0 }];
  const body = { commandId: randomUUID(), ...april, targets };
  expect((await app.api.send("targets.set", { body, headers })).body).toEqual({ changedCount: 1, unchangedCount: 0 });
  const levels = [{ parentId: "u3", remainder: null, targets: [{ subjectId: "xiaoli", revision: 1 }] }];
  const answer = await app.api.send("targets.publish", {
    body: { commandId: randomUUID(), ...april, reason: null, levels },
    headers,
  });
  expect(answer.body).toMatchObject({ code: "right.missing" });
  expect((await stored("targetVersions", { targetId: "xiaoli:sales.confirmed:2026-04" }))[0]?.by).toEqual({
    kind: "apiKey",
    id: "planning",
  });
});

describe("a month that is over, after a team has been hung under another branch", () => {
  beforeEach(async () => {
    world.app.wecom.putDepartment({ id: 9, name: "华东", parentId: 1, leaders: ["sunwei"] });
    world.app.wecom.putDepartment({ id: 3, name: "华南直销一队", parentId: 9, leaders: ["chenhao"] });
    world.app.clock.set("2026-04-02T03:00:00+08:00");
    await syncDirectory(world.app.deps);
    world.app.passRealTime({ seconds: 6 });
  });

  it("adds up where the team was: its level of then may be published again", async () => {
    const level: Level = { parentId: "u2", targets: [] };
    expect(await publish("zhoumin", march, [level], "核对")).toEqual({ changedCount: 0, unchangedCount: 0 });
    await expect(publish("zhoumin", march, [{ parentId: "u9", targets: [["u3", 1]] }], "核对")).rejects.toMatchObject({
      code: "target.notUnderParent",
    });
  });

  it("shows the team's targets and members to who was above it then, and not to who is now", async () => {
    const sees = async (by: string, { period }: typeof april) => [
      (await list(by, { ...march, period })).some(([subjectId]) => subjectId === "xiaowang"),
      await world
        .as(by)
        .call("teams.read", { unitId: "u3", period })
        .then(
          ({ members }) => members !== null,
          () => false,
        ),
    ];
    expect(await sees("linjing", march)).toEqual([true, true]);
    expect(await sees("sunwei", march)).toEqual([false, false]);
    expect((await sees("sunwei", april))[1]).toBe(true);
  });
});
