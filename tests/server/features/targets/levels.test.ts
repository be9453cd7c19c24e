import {
  branchUnitId,
  type Company,
  companyUnitId,
  givenConfirmedSale,
  type Person,
  type Team,
} from "../../../support/given";
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
let otherB: Person;
let otherC: Person;
let otherD: Person;
beforeEach(async () => {
  now = await startTwoTeams();
  ({ company, team, other, manager, rep, second, third, fourth, otherRep, otherB, otherC, otherD } = now);
});
const { set, publish, list, givenTeams, givenProposal, wholeTeam } = targetsOf(() => now);

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

it("the first target of a month that has begun is HR's to publish, and needs no reason before it is changed", async () => {
  const level = (revision: number): Level => ({
    parentId: null,
    targets: [[companyUnitId, revision]],
  });
  const february = { ...april, period: "2026-02" };
  await set(company.hr, february, { [companyUnitId]: [1_000, 0] });
  expect(await publish(company.hr, february, [level(1)])).toMatchObject({ changedCount: 1 });
  await set(company.hr, february, { [companyUnitId]: [1_100, 2] });
  await expect(publish(company.hr, february, [level(3)])).rejects.toMatchObject({ code: "target.runningPeriod" });
  await set(company.hr, february, { [companyUnitId]: [1_000, 3] });
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
