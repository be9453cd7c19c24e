import { manufacturingGroup } from "@shared/domain/pay/plans";
import { jobActor } from "@shared/domain/actor";
import { randomUUID } from "node:crypto";
import { addApiKey } from "../../../../server/features/apiKeys";
import { syncDirectory } from "../../../../server/features/members";
import {
  branchUnitId,
  type Company,
  companyUnitId,
  departmentIdOf,
  givenConfirmedSale,
  givenPlan,
  givenTargets,
  givenTeam,
  type Person,
  prepare,
  type Team,
} from "../../../support/given";
import { stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const team = await givenTeam(company, { reps: [{}, {}, {}, {}] });
  const { manager } = team;
  const [rep, second, third, fourth] = team.reps;
  const other = await givenTeam(company, { reps: [{}, {}, {}, {}] });
  const [otherRep, otherB, otherC, otherD] = other.reps;
  await givenPlan(company, { scope: { orgUnits: [team.unitId] } });
  await givenPlan(company, { ...manufacturingGroup, scope: { orgUnits: [other.unitId] } });
  await givenTargets(company, [
    ...[rep, second, third, fourth].map((one) => [one, 30_000_000] as const),
    [otherRep, 30_000_000],
    ...[otherB, otherC, otherD].map((one) => [one, 25_000_000] as const),
  ]);
  return { team, other, manager, rep, second, third, fourth, otherRep, otherB, otherC, otherD };
});

let company: Company;
let team: Team;
let other: Team;
let manager: Person;
let rep: Person;
let second: Person;
let third: Person;
let fourth: Person;
let otherRep: Person;
let otherB: Person;
let otherC: Person;
let otherD: Person;
beforeEach(async () => {
  ({ company, team, other, manager, rep, second, third, fourth, otherRep, otherB, otherC, otherD } = await start());
});

const april = { measure: "sales.confirmed" as const, period: "2026-04" };
const march = { ...april, period: "2026-03" };
type Level = { parentId: string | null; targets: [string, number][]; remainder?: { valueFen: number; reason: string } };

const set = (by: Person, of: typeof april, values: Record<string, [valueFen: number, revision: number]>) =>
  company.as(by).call("targets.set", undefined, {
    commandId: randomUUID(),
    ...of,
    targets: Object.entries(values).map(([subjectId, [valueFen, revision]]) => ({
      subjectId,
      valueFen,
      reason: "按去年增长",
      revision,
    })),
  });
const publish = (by: Person, of: typeof april, levels: Level[], reason: string | null = null) =>
  company.as(by).call("targets.publish", undefined, {
    commandId: randomUUID(),
    ...of,
    reason,
    levels: levels.map(({ parentId, targets, remainder = null }) => ({
      parentId,
      remainder,
      targets: targets.map(([subjectId, revision]) => ({ subjectId, revision })),
    })),
  });
const list = async (by: Person, of = april) =>
  (await company.as(by).call("targets.list", of)).items.map(({ subjectId, valueFen, draft }) => [
    subjectId,
    valueFen,
    draft?.valueFen ?? null,
  ]);

/** April: 1,000 万 for the company, all of it the branch's, 600 and 400 for the teams. */
async function givenTeams(): Promise<void> {
  await set(company.hr, april, {
    [companyUnitId]: [1_000, 0],
    [branchUnitId]: [1_000, 0],
    [team.unitId]: [600, 0],
    [other.unitId]: [400, 0],
  });
  await publish(company.hr, april, [
    { parentId: null, targets: [[companyUnitId, 1]] },
    { parentId: companyUnitId, targets: [[branchUnitId, 1]] },
    {
      parentId: branchUnitId,
      targets: [
        [team.unitId, 1],
        [other.unitId, 1],
      ],
    },
  ]);
}
const givenProposal = () =>
  set(manager, april, {
    [rep.memberId]: [300, 0],
    [second.memberId]: [100, 0],
    [third.memberId]: [100, 0],
    [fourth.memberId]: [100, 0],
  });
const wholeTeam = (): [string, number][] =>
  [rep.memberId, second.memberId, third.memberId, fourth.memberId].map((id) => [id, 1]);

describe("a target", () => {
  it("counts once it is published, and not when it is proposed", async () => {
    await givenTeams();
    await givenProposal();
    expect(await list(rep)).toEqual([[rep.memberId, null, null]]);
    await publish(manager, april, [{ parentId: team.unitId, targets: wholeTeam() }]);
    expect(await list(rep)).toEqual([[rep.memberId, 300, null]]);
  });

  const refusal = async (by: Person, subjectId: string) =>
    set(by, april, { [subjectId]: [1, 0] }).then(
      () => "done",
      (error: { code: string }) => error.code,
    );

  it("is set by nobody for themselves", async () => {
    await givenTeams();
    expect(await refusal(rep, rep.memberId)).toBe("target.own");
    expect(await refusal(manager, team.unitId)).toBe("target.own");
    expect(await refusal(company.hr, company.hr.memberId)).toBe("target.own");
  });

  it("is set by no leader above their own unit or in another one", async () => {
    await givenTeams();
    expect(await refusal(manager, branchUnitId)).toBe("right.missing");
    expect(await refusal(manager, otherRep.memberId)).toBe("right.missing");
  });

  it("lets nobody find out who works here by trying to set theirs", async () => {
    expect(await refusal(manager, "nobody")).toBe("right.missing");
    expect(await refusal(company.hr, "nobody")).toBe("target.subjectUnknown");
  });

  it("of a unit whose result pays one of HR is that of others, and of finance where it pays all of HR", async () => {
    // She works in the other team, whose people are paid by the results of team, branch and company.
    company.app.wecom.putMember({ userid: company.hr.memberId, department: [departmentIdOf(other.unitId)] });
    await syncDirectory(company.app.deps);
    await expect(set(company.hr, april, { [companyUnitId]: [1_000, 0] })).rejects.toMatchObject({
      code: "target.ownPay",
    });
    await set(company.finance, april, { [companyUnitId]: [1_000, 0] });
    await publish(company.finance, april, [{ parentId: null, targets: [[companyUnitId, 1]] }]);
    await set(company.hr, april, { [rep.memberId]: [300, 0] });
    await expect(set(company.finance, april, { [rep.memberId]: [300, 1] })).rejects.toMatchObject({
      code: "right.missing",
    });

    const body = { commandId: randomUUID(), role: "hr" as const, unitId: null, lastOn: null };
    await company.as(company.hr).call("roles.grant", { memberId: second.memberId }, body);
    await set(second, april, { [companyUnitId]: [2_000, 2] });
    await expect(set(company.finance, april, { [companyUnitId]: [3_000, 3] })).rejects.toMatchObject({
      code: "right.missing",
    });
  });

  it("of a unit that pays everybody who could set it is set by HR with a note", async () => {
    for (const userid of [company.hr.memberId, company.finance.memberId])
      company.app.wecom.putMember({ userid, department: [departmentIdOf(other.unitId)] });
    await syncDirectory(company.app.deps);
    await set(company.hr, april, { [companyUnitId]: [1_000, 0], [rep.memberId]: [300, 0] });
    await publish(company.hr, april, [{ parentId: null, targets: [[companyUnitId, 1]] }]);
    const detailOf = async (action: string) =>
      (await stored("auditEntries", { action })).map(({ detail }) => detail as object);
    expect(await detailOf("targets.set")).toEqual([
      {
        subjectIds: [companyUnitId, rep.memberId],
        actorIsPaidBy: [companyUnitId],
      },
    ]);
    expect(await detailOf("targets.publish")).toMatchObject([
      { subjectIds: [companyUnitId], actorIsPaidBy: [companyUnitId] },
    ]);
  });

  it("of a list that is sent a second time is left alone", async () => {
    await givenTeams();
    await givenProposal();
    const before = [await stored("targets"), await stored("targetVersions")];
    expect(await givenProposal()).toEqual({ changedCount: 0, unchangedCount: 4 });
    expect([await stored("targets"), await stored("targetVersions")]).toEqual(before);
  });

  /** Proposes the same value with another reason, or with none. */
  const say = (reason: string | null, revision: number) => {
    const targets = [{ subjectId: rep.memberId, valueFen: 300, reason, revision }];
    return company.as(manager).call("targets.set", undefined, { commandId: randomUUID(), ...april, targets });
  };

  it("takes a reason that is said later", async () => {
    await givenProposal();
    expect(await say("老客户续约", 1)).toEqual({ changedCount: 1, unchangedCount: 0 });
  });

  it("keeps a reason that is not said again", async () => {
    await givenProposal();
    await say("老客户续约", 1);
    expect(await say(null, 2)).toEqual({ changedCount: 0, unchangedCount: 1 });
    const { items } = await company.as(manager).call("targets.list", april);
    expect(items.find(({ subjectId }) => subjectId === rep.memberId)?.draft).toMatchObject({ reason: "老客户续约" });
  });

  it("that somebody changed meanwhile is not overwritten, nor is anything else of the list", async () => {
    await givenProposal();
    await set(company.hr, april, { [second.memberId]: [150, 1] });
    await expect(set(manager, april, { [rep.memberId]: [200, 1], [second.memberId]: [120, 1] })).rejects.toMatchObject({
      code: "stale",
      problem: { fields: [{ field: "targets.1.revision", code: "stale" }] },
    });
    expect(await list(manager)).toContainEqual([rep.memberId, null, 300]);
  });

  it("shows its rep what was in force, step by step", async () => {
    await givenTeams();
    await givenProposal();
    await publish(manager, april, [{ parentId: team.unitId, targets: wholeTeam() }]);
    const history = async (by: Person) =>
      (await company.as(by).call("targets.history", { subjectId: rep.memberId, ...april })).items.map(
        ({ revision, action, valueFen, reason, by: who }) => [revision, action, valueFen, reason, who.id],
      );
    const published = [2, "publish", 300, "按去年增长", manager.memberId];
    expect(await history(manager)).toEqual([[1, "set", 300, "按去年增长", manager.memberId], published]);
    expect(await history(rep)).toEqual([published]);
    await expect(history(second)).rejects.toMatchObject({ code: "right.missing" });
  });
});

describe("a level", () => {
  it("that does not add up to the target above is not published, unless what it keeps back is named", async () => {
    await givenTeams();
    await set(manager, april, { [rep.memberId]: [300, 0], [second.memberId]: [100, 0] });
    const some: Level = {
      parentId: team.unitId,
      targets: [
        [rep.memberId, 1],
        [second.memberId, 1],
      ],
    };
    await expect(publish(manager, april, [some])).rejects.toMatchObject({
      code: "target.notAddedUp",
      problem: { unallocatedFen: 200 },
    });
    await publish(manager, april, [{ ...some, remainder: { valueFen: 200, reason: "留给新人" } }]);
    const [ofTeam] = (await company.as(company.hr).call("targets.list", april)).items.filter(
      (one) => one.subjectId === team.unitId,
    );
    expect(ofTeam?.remainder).toEqual({ valueFen: 200, reason: "留给新人" });
  });

  it("waits until the target above is in force", async () => {
    await givenProposal();
    await expect(publish(manager, april, [{ parentId: team.unitId, targets: wholeTeam() }])).rejects.toMatchObject({
      code: "target.parentUnpublished",
    });
  });

  it("holds nobody who belongs elsewhere", async () => {
    await givenTeams();
    await set(company.hr, april, { [otherRep.memberId]: [600, 0] });
    await expect(
      publish(company.hr, april, [{ parentId: team.unitId, targets: [[otherRep.memberId, 1]] }]),
    ).rejects.toMatchObject({
      code: "target.notUnderParent",
    });
  });

  it("moves together with the one above: a team's new target waits for its members' in the same step", async () => {
    await givenTeams();
    await givenProposal();
    await publish(manager, april, [{ parentId: team.unitId, targets: wholeTeam() }]);
    await set(company.hr, april, { [team.unitId]: [650, 3], [other.unitId]: [350, 2] });
    const teams: Level = {
      parentId: branchUnitId,
      targets: [
        [team.unitId, 4],
        [other.unitId, 3],
      ],
    };
    await expect(publish(company.hr, april, [teams])).rejects.toMatchObject({ code: "target.levelBelow" });
    await set(company.hr, april, { [second.memberId]: [150, 2] });
    await publish(company.hr, april, [teams, { parentId: team.unitId, targets: [[second.memberId, 3]] }]);
    expect(await list(second)).toEqual([[second.memberId, 150, null]]);
  });

  it("adds up also when its parent is changed at the same moment", async () => {
    await givenTeams();
    await givenProposal();
    await set(company.hr, april, { [team.unitId]: [650, 2], [other.unitId]: [350, 2] });
    await Promise.allSettled([
      publish(manager, april, [{ parentId: team.unitId, targets: wholeTeam() }]),
      publish(company.hr, april, [
        {
          parentId: branchUnitId,
          targets: [
            [team.unitId, 3],
            [other.unitId, 3],
          ],
        },
      ]),
    ]);
    const values = new Map((await list(company.hr)).map(([subjectId, valueFen]) => [subjectId, Number(valueFen)]));
    const members = wholeTeam().reduce((sum, [id]) => sum + (values.get(id) ?? 0), 0);
    expect(members === 0 || members === values.get(team.unitId)).toBe(true);
  });
});

describe("a target of the running month", () => {
  it("reaches the pay of those concerned when HR changes it", async () => {
    await givenConfirmedSale(company, { rep: otherRep, amountFen: 30_000_000 });
    await company.workAll();
    const totalFen = async () =>
      Object.values((await company.statement(otherRep)).totals).reduce((sum, amountFen) => sum + amountFen, 0);
    // The team stands at 30 %: its factor is 0.
    expect(await totalFen()).toBe(0);
    const others = [otherB.memberId, otherC.memberId, otherD.memberId];
    const teamOne = [rep.memberId, second.memberId, third.memberId, fourth.memberId];
    const cut = (ids: string[]) => Object.fromEntries(ids.map((id) => [id, [100_000, 2] as [number, number]]));
    await set(company.hr, march, {
      ...cut([...others, ...teamOne]),
      [team.unitId]: [400_000, 2],
      [other.unitId]: [30_300_000, 2],
    });
    await set(company.hr, march, {
      [branchUnitId]: [30_700_000, 2],
      [companyUnitId]: [30_700_000, 2],
    });
    const changed = (ids: string[]): [string, number][] => ids.map((id) => [id, 3]);
    const levels: Level[] = [
      { parentId: null, targets: changed([companyUnitId]) },
      { parentId: companyUnitId, targets: changed([branchUnitId]) },
      { parentId: branchUnitId, targets: changed([team.unitId, other.unitId]) },
      { parentId: team.unitId, targets: changed(teamOne) },
      { parentId: other.unitId, targets: changed(others) },
    ];
    await expect(publish(company.hr, march, levels)).rejects.toMatchObject({ code: "target.runningPeriod" });
    await publish(company.hr, march, levels, "展会停办,目标下调");
    await company.workAll();
    // 99 % of the team's target and 98 % of the company's are both factor 1: 30 万 × 2 %.
    expect(await totalFen()).toBe(600_000);
  });

  it("is changed by no leader", async () => {
    await set(other.manager, march, {
      [otherRep.memberId]: [29_000_000, 2],
      [otherB.memberId]: [31_000_000, 2],
    });
    const level: Level = {
      parentId: other.unitId,
      targets: [
        [otherRep.memberId, 3],
        [otherB.memberId, 3],
      ],
    };
    await expect(publish(other.manager, march, [level], "调整")).rejects.toMatchObject({
      code: "target.runningPeriod",
    });
  });
});

it("the first target of a month that has begun is HR's to publish, with the reason, as a changed one is", async () => {
  const level = (revision: number): Level => ({
    parentId: null,
    targets: [[companyUnitId, revision]],
  });
  const february = { ...april, period: "2026-02" };
  await set(company.hr, february, { [companyUnitId]: [1_000, 0] });
  await expect(publish(company.hr, february, [level(1)])).rejects.toMatchObject({ code: "target.runningPeriod" });
  expect(await publish(company.hr, february, [level(1)], "补定二月目标")).toMatchObject({ changedCount: 1 });
  await set(manager, february, { [second.memberId]: [300, 0] });
  await set(company.hr, february, {
    [branchUnitId]: [1_000, 0],
    [team.unitId]: [300, 0],
    [other.unitId]: [700, 0],
  });
  const teams: Level = {
    parentId: branchUnitId,
    targets: [team.unitId, other.unitId].map((id) => [id, 1]),
  };
  await publish(
    company.hr,
    february,
    [{ parentId: companyUnitId, targets: [[branchUnitId, 1]] }, teams],
    "补定二月目标",
  );
  const own: Level = { parentId: team.unitId, targets: [[second.memberId, 1]] };
  await expect(publish(manager, february, [own], "补定")).rejects.toMatchObject({ code: "target.runningPeriod" });
});

describe("the list of targets", () => {
  const subjects = async (by: Person) => (await list(by, march)).map(([subjectId]) => subjectId);

  it("shows reps their own", async () => {
    expect(await subjects(second)).toEqual([second.memberId]);
  });

  it("shows leaders those of their unit", async () => {
    const ofTeam = [rep, second, third, fourth].map(({ memberId }) => memberId).concat(team.unitId);
    expect(await subjects(manager)).toEqual(ofTeam);
  });

  it.each([
    ["finance", () => company.finance],
    ["HR", () => company.hr],
  ])("shows %s all: eight people, two teams, the branch and the company", async (_who, reader) => {
    expect(await subjects(reader())).toHaveLength(12);
  });
});

it("lets another system propose targets by its key, and publish none", async () => {
  const { app } = company;
  const token = await addApiKey(app.deps, {
    actor: jobActor("api-key"),
    commandId: "c1",
    name: "planning",
    scopes: ["targets.write"],
  });
  const headers = { authorization: `Bearer ${token}` };
  const targets = [{ subjectId: second.memberId, valueFen: 100, reason: null, revision: 0 }];
  const body = { commandId: randomUUID(), ...april, targets };
  expect((await app.api.send("targets.set", { body, headers })).body).toEqual({ changedCount: 1, unchangedCount: 0 });
  const levels = [{ parentId: team.unitId, remainder: null, targets: [{ subjectId: second.memberId, revision: 1 }] }];
  const answer = await app.api.send("targets.publish", {
    body: { commandId: randomUUID(), ...april, reason: null, levels },
    headers,
  });
  expect(answer.body).toMatchObject({ code: "right.missing" });
  expect((await stored("targetVersions", { targetId: `${second.memberId}:sales.confirmed:2026-04` }))[0]?.by).toEqual({
    kind: "apiKey",
    id: "planning",
  });
});

describe("a month that is over, after a team has been hung under another branch", () => {
  beforeEach(async () => {
    company.app.wecom.putDepartment({ id: 9, name: "华东", parentId: 1, leaders: [otherD.memberId] });
    company.app.wecom.putDepartment({
      id: departmentIdOf(team.unitId),
      name: team.name,
      parentId: 9,
      leaders: [manager.memberId],
    });
    company.app.clock.set("2026-04-02T03:00:00+08:00");
    await syncDirectory(company.app.deps);
    company.app.passRealTime({ seconds: 6 });
  });

  it("adds up where the team was: its level of then may be published again", async () => {
    const level: Level = { parentId: branchUnitId, targets: [] };
    expect(await publish(company.hr, march, [level], "核对")).toEqual({ changedCount: 0, unchangedCount: 0 });
    await expect(
      publish(company.hr, march, [{ parentId: "u9", targets: [[team.unitId, 1]] }], "核对"),
    ).rejects.toMatchObject({
      code: "target.notUnderParent",
    });
  });

  it("shows the team's targets and members to who was above it then, and not to who is now", async () => {
    const sees = async (by: Person, { period }: typeof april) => [
      (await list(by, { ...march, period })).some(([subjectId]) => subjectId === rep.memberId),
      await company
        .as(by)
        .call("teams.read", { unitId: team.unitId, period })
        .then(
          ({ members }) => members !== null,
          () => false,
        ),
    ];
    expect(await sees(company.finance, march)).toEqual([true, true]);
    expect(await sees(otherD, march)).toEqual([false, false]);
    expect((await sees(otherD, april))[1]).toBe(true);
  });
});
