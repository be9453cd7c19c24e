import { randomUUID } from "node:crypto";
import { syncDirectory } from "../../../../server/features/members";
import {
  branchUnitId,
  type Company,
  companyUnitId,
  departmentIdOf,
  givenTargets,
  givenTeam,
  type Person,
  prepare,
  type Team,
} from "../../../support/given";
import { stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const team = await givenTeam(company, { reps: [{}, {}] });
  const [rep, leaver] = team.reps;
  const dissolved = await givenTeam(company, { reps: [{}] });
  await givenTargets(company, [
    [rep, 90_000_000],
    [leaver, 50_000_000],
    [dissolved.reps[0], 100_000_000],
  ]);
  return { team, rep, leaver, dissolved };
});

let company: Company;
let team: Team;
let rep: Person;
let leaver: Person;
let dissolved: Team;

const of = (period: string) => ({ measure: "sales.confirmed" as const, period });

const set = (period: string, values: Record<string, [valueFen: number, revision: number]>) =>
  company.as(company.hr).call("targets.set", undefined, {
    commandId: randomUUID(),
    ...of(period),
    targets: Object.entries(values).map(([subjectId, [valueFen, revision]]) => ({
      ...{ subjectId, valueFen, revision },
      reason: "按去年增长",
    })),
  });

const publish = (period: string, levels: [parentId: string | null, targets: Record<string, number>][]) =>
  company.as(company.hr).call("targets.publish", undefined, {
    commandId: randomUUID(),
    ...of(period),
    reason: "团队合并",
    levels: levels.map(([parentId, targets]) => ({
      ...{ parentId, remainder: null },
      targets: Object.entries(targets).map(([subjectId, revision]) => ({ subjectId, revision })),
    })),
  });

const list = async (by: Person, period: string) =>
  Object.fromEntries(
    (await company.as(by).call("targets.list", of(period))).items.map(({ subjectId, valueFen }) => [
      subjectId,
      valueFen,
    ]),
  );

/** On 26 March a team is dissolved: its people go to the other. Both have targets in April of 600 and 400, the branch 1,000. */
beforeEach(async () => {
  ({ company, team, rep, leaver, dissolved } = await start());
  await set("2026-04", {
    [companyUnitId]: [1_000, 0],
    [branchUnitId]: [1_000, 0],
    [team.unitId]: [600, 0],
    [dissolved.unitId]: [400, 0],
  });
  await publish("2026-04", [
    [null, { [companyUnitId]: 1 }],
    [companyUnitId, { [branchUnitId]: 1 }],
    [branchUnitId, { [team.unitId]: 1, [dissolved.unitId]: 1 }],
  ]);
  const { members, departments } = company.app.wecom.world;
  const [gone, stays] = [departmentIdOf(dissolved.unitId), departmentIdOf(team.unitId)];
  for (const { userid, department } of members)
    if (department.includes(gone)) company.app.wecom.putMember({ userid, department: [stays] });
  const at = departments.findIndex(({ id }) => id === gone);
  departments.splice(at, 1);
  company.app.passRealTime({ seconds: 6 });
  await syncDirectory(company.app.deps);
  expect(await stored("orgUnits", { _id: dissolved.unitId })).toMatchObject([{ state: "gone" }]);
});

it("a team that was dissolved in March has no part in April's level, whatever had been planned for it", async () => {
  await set("2026-04", { [team.unitId]: [1_000, 2] });
  await publish("2026-04", [[branchUnitId, { [team.unitId]: 3 }]]);
  expect(await list(company.hr, "2026-04")).toEqual({
    [companyUnitId]: 1_000,
    [branchUnitId]: 1_000,
    [team.unitId]: 1_000,
  });
});

it("a rep who left in March has no target in April either", async () => {
  await set("2026-04", { [rep.memberId]: [300, 0], [leaver.memberId]: [300, 0] });
  expect(await list(company.hr, "2026-04")).toHaveProperty(leaver.memberId);
  company.app.wecom.removeMember(leaver.memberId);
  company.app.passRealTime({ seconds: 6 });
  await syncDirectory(company.app.deps);
  expect(await list(company.hr, "2026-04")).not.toHaveProperty(leaver.memberId);
  expect(await list(company.hr, "2026-03")).toHaveProperty(leaver.memberId);
});

it("a rep who left in March is given no new target for April", async () => {
  await set("2026-04", { [leaver.memberId]: [300, 0] });
  company.app.wecom.removeMember(leaver.memberId);
  company.app.passRealTime({ seconds: 6 });
  await syncDirectory(company.app.deps);
  const setting = set("2026-04", { [leaver.memberId]: [200, 1] });
  await expect(setting).rejects.toMatchObject({ code: "target.subjectUnknown" });
});

it("takes no more targets for the time after it", async () => {
  const setting = set("2026-04", { [dissolved.unitId]: [500, 2] });
  await expect(setting).rejects.toMatchObject({ code: "target.subjectUnknown" });
});

it("has its part in the month in which it still had people", async () => {
  // What givenTargets has published: each is at revision 2 by that.
  const [ofTeam, ofDissolved] = [140_000_000, 100_000_000];
  const both = ofTeam + ofDissolved;
  await set("2026-03", { [team.unitId]: [both, 2] });
  await expect(publish("2026-03", [[branchUnitId, { [team.unitId]: 3 }]])).rejects.toMatchObject({
    code: "target.notAddedUp",
    problem: {
      detail: expect.stringMatching(
        new RegExp(`in force already, and counted: .*${dissolved.unitId} ${ofDissolved} fen$`),
      ) as string,
      parentId: branchUnitId,
      unallocatedFen: -ofDissolved,
      counted: [
        { subjectId: team.unitId, valueFen: both, isListed: true },
        { subjectId: dissolved.unitId, valueFen: ofDissolved, isListed: false },
      ],
    },
  });
});
