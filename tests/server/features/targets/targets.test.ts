import { randomUUID } from "node:crypto";
import { jobActor } from "@shared/domain/actor";
import { addApiKey } from "../../../../server/features/apiKeys";
import { syncDirectory } from "../../../../server/features/members";
import {
  branchUnitId,
  type Company,
  companyUnitId,
  departmentIdOf,
  type Person,
  type Team,
} from "../../../support/given";
import { stored } from "../../../support/testDatabase";
import { april, march, type Level, startTwoTeams, targetsOf, type TwoTeams } from "./twoTeams";

let now: TwoTeams;
let company: Company;
let team: Team;
let other: Team;
let manager: Person;
let rep: Person;
let second: Person;
let third: Person;
let fourth: Person;
let otherRep: Person;
let otherD: Person;
beforeEach(async () => {
  now = await startTwoTeams();
  ({ company, team, other, manager, rep, second, third, fourth, otherRep, otherD } = now);
});
const { set, publish, list, givenTeams, givenProposal, wholeTeam } = targetsOf(() => now);

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

  /** She works in the other team, whose people are paid by the results of team, branch and company. */
  const givenPaidHr = async () => {
    company.app.wecom.putMember({ userid: company.hr.memberId, department: [departmentIdOf(other.unitId)] });
    await syncDirectory(company.app.deps);
  };

  it("of a unit whose result pays all of HR is for finance to set", async () => {
    await givenPaidHr();
    await expect(set(company.hr, april, { [companyUnitId]: [1_000, 0] })).rejects.toMatchObject({
      code: "target.ownPay",
    });
    await set(company.finance, april, { [companyUnitId]: [1_000, 0] });
    await publish(company.finance, april, [{ parentId: null, targets: [[companyUnitId, 1]] }]);
  });

  it("of anybody else is for HR to set, also where the company's result pays all of HR", async () => {
    await givenPaidHr();
    await set(company.hr, april, { [rep.memberId]: [300, 0] });
    await expect(set(company.finance, april, { [rep.memberId]: [300, 1] })).rejects.toMatchObject({
      code: "right.missing",
    });
  });

  it("of a unit whose result pays one of HR is for another of HR to set", async () => {
    await givenPaidHr();
    const body = { commandId: randomUUID(), role: "hr" as const, unitId: null, lastOn: null };
    await company.as(company.hr).call("roles.grant", { memberId: second.memberId }, body);
    await set(second, april, { [companyUnitId]: [2_000, 0] });
    await expect(set(company.finance, april, { [companyUnitId]: [3_000, 1] })).rejects.toMatchObject({
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

  const reasonNow = async () => {
    const { items } = await company.as(manager).call("targets.list", april);
    return items.find(({ subjectId }) => subjectId === rep.memberId)?.draft?.reason;
  };

  it("takes a reason that is said later", async () => {
    await givenProposal();
    expect(await say("老客户续约", 1)).toEqual({ changedCount: 1, unchangedCount: 0 });
    expect(await reasonNow()).toBe("老客户续约");
  });

  it("keeps a reason that is not said again", async () => {
    await givenProposal();
    await say("老客户续约", 1);
    expect(await say(null, 2)).toEqual({ changedCount: 0, unchangedCount: 1 });
    expect(await reasonNow()).toBe("老客户续约");
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

describe("another system", () => {
  const proposal = async () => {
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
    return headers;
  };

  it("proposes targets by its key", async () => {
    await proposal();
    expect((await stored("targetVersions", { targetId: `${second.memberId}:sales.confirmed:2026-04` }))[0]?.by).toEqual(
      {
        kind: "apiKey",
        id: "planning",
      },
    );
  });

  it("publishes none", async () => {
    const headers = await proposal();
    const levels = [{ parentId: team.unitId, remainder: null, targets: [{ subjectId: second.memberId, revision: 1 }] }];
    const answer = await company.app.api.send("targets.publish", {
      body: { commandId: randomUUID(), ...april, reason: null, levels },
      headers,
    });
    expect(answer.body).toMatchObject({ code: "right.missing" });
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
