import { randomUUID } from "node:crypto";
import { syncDirectory } from "../../../../server/features/members";
import {
  branchUnitId,
  type Company,
  companyUnitId,
  givenBranch,
  givenMember,
  type Person,
  type Team,
} from "../../../support/given";
import { april, march, startTwoTeams, targetsOf, type TwoTeams } from "./twoTeams";

let now: TwoTeams;
let company: Company;
let team: Team;
let other: Team;
let manager: Person;
let rep: Person;
let second: Person;
beforeEach(async () => {
  now = await startTwoTeams();
  ({ company, team, other, manager, rep, second } = now);
});
const { set, givenTeams, givenProposal } = targetsOf(() => now);

const level = (by: Person, unitId?: string, of = april) =>
  company.as(by).call("targets.level", { ...of, ...(unitId && { unitId }) });
const carryOver = (by: Person, unitId: string | null) =>
  company.as(by).call("targets.carryOver", undefined, { commandId: randomUUID(), ...april, unitId });
type Level = Awaited<ReturnType<typeof level>>;
const publish = (by: Person, { publication }: Level, reason: string | null = null, of = april) => {
  const levels = publication.levels.map(({ parentId, remainder, targets }) => ({
    parentId,
    remainder,
    targets: targets.map(({ subjectId, revision }) => ({ subjectId, revision })),
  }));
  return company.as(by).call("targets.publish", undefined, { commandId: randomUUID(), ...of, reason, levels });
};
const proposals = ({ rows }: Level) => rows.flatMap(({ subjectId, draft }) => (draft ? [subjectId] : []));

describe("the sheet of a month's targets", () => {
  it("begins for HR above the company and for a leader with the own team, each with last month's values", async () => {
    const top = await level(company.hr);
    expect(top).toMatchObject({ parent: null, path: [], rows: [{ subjectId: companyUnitId, maySet: true }] });
    const own = await level(manager);
    expect(own).toMatchObject({
      hasBegun: false,
      path: [{ unitId: team.unitId, name: team.name }],
      parent: { subjectId: team.unitId, lastFen: 120_000_000, valueFen: null, maySet: false },
    });
    expect(own.rows.find(({ subjectId }) => subjectId === rep.memberId)).toMatchObject({
      name: rep.name,
      lastFen: 30_000_000,
      valueFen: null,
      draft: null,
      maySet: true,
    });
    // Nobody sets their own.
    expect(own.rows.find(({ subjectId }) => subjectId === manager.memberId)?.maySet).toBe(false);
  });

  it("names an office, and people of one, last and as what sells nothing, as long as nobody plans anything for it", async () => {
    const { unitId: officeId } = await givenBranch(company, { name: "财务部" });
    const rowsOf = async () =>
      (await level(company.hr, companyUnitId)).rows.map(({ subjectId, sellsNothing = false }) => [
        subjectId,
        sellsNothing,
      ]);
    expect(await rowsOf()).toEqual([
      [branchUnitId, false],
      [officeId, true],
      ...[company.hr, company.finance].map(({ memberId }) => [memberId, true]),
    ]);
    await set(company.hr, april, { [officeId]: [100, 0] });
    expect((await rowsOf()).find(([id]) => id === officeId)).toEqual([officeId, false]);
    const sellers = (await level(company.hr, team.unitId)).rows;
    expect(sellers.filter(({ sellsNothing }) => sellsNothing)).toEqual([]);
  });

  it("is no other leader's, and no rep's", async () => {
    await expect(level(now.other.manager, team.unitId)).rejects.toMatchObject({ code: "right.missing" });
    await expect(level(rep)).rejects.toMatchObject({ code: "right.missing" });
    await expect(carryOver(rep, null)).rejects.toMatchObject({ code: "right.missing" });
  });

  it("takes last month's targets over for the whole company with one tap, which are then published as they stand", async () => {
    expect((await level(company.hr)).carriedCount).toBe(12);
    expect(await carryOver(company.hr, null)).toMatchObject({ changedCount: 12 });
    expect(await carryOver(company.hr, null)).toMatchObject({ changedCount: 0 });
    const top = await level(company.hr);
    expect(top.carriedCount).toBe(0);
    expect(top.publication).toMatchObject({ may: true, peopleCount: 10, isWhole: true });
    const selling = [team, other].flatMap(({ manager: leader, reps }) => [leader, ...reps]);
    expect(top.publication.peopleNames).toEqual(selling.map(({ name }) => name).sort());
    expect(top.publication.levels.map(({ parentId, restFen }) => [parentId, restFen])).toEqual([
      [null, 0],
      [companyUnitId, 0],
      [branchUnitId, 0],
      [team.unitId, 0],
      [other.unitId, 0],
    ]);
    expect(await publish(company.hr, top)).toMatchObject({ changedCount: 12 });
    const done = await level(company.hr, team.unitId);
    expect(done.parent).toMatchObject({ valueFen: 120_000_000, leftFen: 0, keptFen: 0 });
    expect(done.publication.levels).toEqual([]);
  });

  it("takes over no target of somebody who has left: the team's remainder says so", async () => {
    const { app } = company;
    app.wecom.putMember({ userid: rep.memberId, status: 5 });
    app.clock.set("2026-04-03T03:00:00+08:00");
    app.passRealTime({ seconds: 6 });
    await syncDirectory(app.deps);
    app.passRealTime({ seconds: 6 });
    expect((await level(company.hr)).carriedCount).toBe(11);
    expect(await carryOver(company.hr, null)).toMatchObject({ changedCount: 11 });
    const seen = await level(company.hr, team.unitId);
    expect(proposals(seen)).not.toContain(rep.memberId);
    expect(seen.parent?.leftFen).toBe(30_000_000);
  });

  it("leaves alone what somebody has proposed", async () => {
    await set(manager, april, { [rep.memberId]: [300, 0] });
    await carryOver(company.hr, team.unitId);
    const { rows } = await level(company.hr, team.unitId);
    expect(rows.find(({ subjectId }) => subjectId === rep.memberId)?.draft?.valueFen).toBe(300);
    expect(rows.find(({ subjectId }) => subjectId === second.memberId)?.draft?.valueFen).toBe(30_000_000);
  });

  it("says what a level still lacks, and shows proposals to nobody who does not set them", async () => {
    await givenTeams();
    await set(manager, april, { [rep.memberId]: [300, 0] });
    const own = await level(manager);
    expect(own.parent?.leftFen).toBe(300);
    expect(own.publication.levels).toMatchObject([{ parentId: team.unitId, parentFen: 600, restFen: 300 }]);
    expect(proposals(await level(company.finance, team.unitId))).toEqual([]);
    expect((await level(company.finance, team.unitId)).publication.levels).toEqual([]);
  });

  it("holds the level below, which is in force, where the target above is proposed anew", async () => {
    await givenTeams();
    await givenProposal();
    await publish(manager, await level(manager));
    await set(company.hr, april, { [team.unitId]: [700, 3] });
    const { publication } = await level(company.hr, branchUnitId);
    expect(publication.levels).toMatchObject([
      { parentId: branchUnitId, restFen: -100 },
      { parentId: team.unitId, parentFen: 700, restFen: 100, targets: [] },
    ]);
  });

  it("hangs below a unit on that unit's target in force, and not on one that is proposed above it", async () => {
    await set(company.hr, april, { [companyUnitId]: [1000, 0], [branchUnitId]: [1000, 0], [team.unitId]: [1000, 0] });
    expect((await level(company.hr, branchUnitId)).publication.levels[0]).toMatchObject({
      parentId: branchUnitId,
      parentFen: null,
    });
    expect((await level(company.hr)).publication.levels.slice(0, 2)).toMatchObject([
      { parentId: null },
      { parentId: companyUnitId, parentFen: 1000, restFen: 0 },
    ]);
  });

  it("lists people in one order, whoever of them has a target by now", async () => {
    const order = async () => (await level(company.hr, team.unitId)).rows.map(({ subjectId }) => subjectId);
    const before = await order();
    await set(company.hr, april, { [manager.memberId]: [1000, 0] });
    expect(await order()).toEqual(before);
  });

  it("of a month that has begun is published by HR alone", async () => {
    await set(manager, march, { [rep.memberId]: [20_000_000, 2], [second.memberId]: [40_000_000, 2] });
    const own = await level(manager, undefined, march);
    expect(own).toMatchObject({ hasBegun: true, publication: { may: false } });
    const seen = await level(company.hr, team.unitId, march);
    expect(seen.publication).toMatchObject({ may: true, peopleCount: 2 });
    expect(await publish(company.hr, seen, "两人换了客户", march)).toMatchObject({ changedCount: 2 });
  });

  it("of a company without HR is finance's", async () => {
    const admin = await givenMember(company, { roles: ["admin"] });
    const body = { commandId: randomUUID(), role: "hr" as const, unitId: null };
    await company.as(admin).call("roles.revoke", { memberId: company.hr.memberId }, body);
    expect(await carryOver(company.finance, null)).toMatchObject({ changedCount: 12 });
  });
});
