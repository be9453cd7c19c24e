import { randomUUID } from "node:crypto";
import { manufacturingGroup } from "@shared/domain/pay/plans";
import {
  branchUnitId,
  type Company,
  companyUnitId,
  givenPlan,
  givenTargets,
  givenTeam,
  type Person,
  prepare,
  type Team,
} from "../../../support/given";

export interface TwoTeams {
  company: Company;
  team: Team;
  other: Team;
  manager: Person;
  rep: Person;
  second: Person;
  third: Person;
  fourth: Person;
  otherRep: Person;
  otherB: Person;
  otherC: Person;
  otherD: Person;
}

/** Two teams of four with March's targets: one is paid by own sales, the other by the results of team and company. */
export const startTwoTeams: (options?: { now?: string }) => Promise<TwoTeams> = prepare(async (company) => {
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

export const april = { measure: "sales.confirmed" as const, period: "2026-04" };
export const march = { ...april, period: "2026-03" };

export interface Level {
  parentId: string | null;
  targets: [string, number][];
  remainder?: { valueFen: number; reason: string };
}

/** What people do with targets. @param now the running test's company */
export function targetsOf(now: () => TwoTeams) {
  const set = (by: Person, of: typeof april, values: Record<string, [valueFen: number, revision: number]>) =>
    now()
      .company.as(by)
      .call("targets.set", undefined, {
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
    now()
      .company.as(by)
      .call("targets.publish", undefined, {
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
    (await now().company.as(by).call("targets.list", of)).items.map(({ subjectId, valueFen, draft }) => [
      subjectId,
      valueFen,
      draft?.valueFen ?? null,
    ]);

  /** April: 1,000 万 for the company, all of it the branch's, 600 and 400 for the teams. */
  async function givenTeams(): Promise<void> {
    const { company, team, other } = now();
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

  /** What the manager proposes for the four of the first team. */
  const givenProposal = () => {
    const { manager, rep, second, third, fourth } = now();
    return set(manager, april, {
      [rep.memberId]: [300, 0],
      [second.memberId]: [100, 0],
      [third.memberId]: [100, 0],
      [fourth.memberId]: [100, 0],
    });
  };

  const wholeTeam = () => now().team.reps.map(({ memberId }): [string, number] => [memberId, 1]);

  return { set, publish, list, givenTeams, givenProposal, wholeTeam };
}
