import { randomUUID } from "node:crypto";
import { jobActor, type Role } from "@shared/domain/actor";
import { grantRole, syncDirectory } from "../../../server/features/members";
import { branchUnitId, type Company, departmentIdOf, type Person } from "./company";
import { atTime, longAgo } from "./prepare";

export interface Team<Reps extends readonly Person[] = readonly Person[]> {
  unitId: string;
  name: string;
  manager: Person;
  reps: Reps;
}

/** Somebody of a sales team. */
export interface TeamMember extends Person {
  team: Team;
}

type Named = Partial<Person>;
const since = (day: string) => `${day}T03:00:00+08:00`;

/** A branch without teams. */
export async function givenBranch(company: Company, { name = "", joinedOn }: Since & { name?: string } = {}) {
  const unitId = newUnitId(company);
  const branch = { unitId, name: name || `分公司${company.next("branch")}` };
  company.app.wecom.putDepartment({ id: departmentIdOf(unitId), name: branch.name, parentId: 1, leaders: [] });
  await readDirectory(company, joinedOn);
  return branch;
}

interface Since {
  /** The first day there; without one they have been there for long. */
  joinedOn?: string;
}

/**
 * A sales team with its manager and reps, and a group in WeCom with a robot.
 * @param reps one for each, with what matters of them: `[{}, { name: "小王" }]`
 */
export async function givenTeam<const Reps extends readonly Named[] = []>(
  company: Company,
  given: Since & { name?: string; parentId?: string; manager?: Named; reps?: Reps } = {},
): Promise<Team<{ [Index in keyof Reps]: Person }>> {
  const unitId = newUnitId(company);
  const name = given.name ?? `销售${company.next("team")}队`;
  const manager = named(company, "manager", "经理", given.manager);
  const reps = (given.reps ?? []).map((rep) => named(company, "rep", "销售", rep));
  const { wecom } = company.app;
  const id = departmentIdOf(unitId);
  const parentId = departmentIdOf(given.parentId ?? branchUnitId);
  wecom.putDepartment({ id, name, parentId, leaders: [manager.memberId] });
  // The app knows its robots from its start on: of a team that a test adds later it has none.
  wecom.world.robots.push({ key: randomUUID(), name, departmentId: id, state: "active" });
  for (const person of [manager, ...reps]) putMember(company, person, unitId);
  await readDirectory(company, given.joinedOn);
  // One for each of `given.reps`, which `map` does not tell.
  return { unitId, name, manager, reps: reps as { [Index in keyof Reps]: Person } };
}

/** A rep, in a team of its own unless one is said. */
export async function givenRep(company: Company, given: Named & Since & { team?: Team } = {}): Promise<TeamMember> {
  const team = given.team ?? (await givenTeam(company));
  const rep = named(company, "rep", "销售", given);
  putMember(company, rep, team.unitId);
  await readDirectory(company, given.joinedOn);
  return { ...rep, team };
}

/** Somebody outside the sales teams, with the roles that an administrator has given. */
export async function givenMember(
  company: Company,
  given: Named & Since & { roles?: Role[]; unitId?: string } = {},
): Promise<Person> {
  const member = named(company, "member", "同事", given);
  putMember(company, member, given.unitId ?? "u1");
  await readDirectory(company, given.joinedOn);
  for (const role of given.roles ?? []) await givenRole(company, member, role, given);
  return member;
}

export async function givenRole(company: Company, { memberId }: Person, role: Role, { joinedOn }: Since = {}) {
  const then = atTime(company.app.deps, joinedOn === undefined ? longAgo : since(joinedOn));
  const body = { commandId: company.newId(), role, unitId: null, lastOn: null };
  await grantRole(then, { actor: jobActor("setup"), memberId, body, isSetUp: true });
  forgetPeople(company);
}

/**
 * Puts somebody into another unit. Without a day it is read now, and for pay counts from the next day on.
 * @param joinedOn the first day there
 */
export async function move(
  company: Company,
  { memberId }: Person,
  { unitId }: { unitId: string },
  { joinedOn }: Since = {},
): Promise<void> {
  company.app.wecom.putMember({ userid: memberId, department: [departmentIdOf(unitId)] });
  await syncDirectory(joinedOn === undefined ? company.app.deps : atTime(company.app.deps, since(joinedOn)));
  forgetPeople(company);
}

const newUnitId = (company: Company): string => `u${company.next("unit") + 2}`;

function named(company: Company, kind: string, title: string, { memberId, name }: Named = {}): Person {
  const count = company.next(kind);
  return { memberId: memberId ?? `${kind}${count}`, name: name ?? `${title}${count}` };
}

function putMember(company: Company, { memberId, name }: Person, unitId: string): void {
  company.app.wecom.putMember({ userid: memberId, name, department: [departmentIdOf(unitId)] });
}

async function readDirectory(company: Company, joinedOn?: string): Promise<void> {
  await syncDirectory(atTime(company.app.deps, joinedOn === undefined ? longAgo : since(joinedOn)));
  forgetPeople(company);
}

/** What the app has looked up about people and units is older than it believes. */
const forgetPeople = (company: Company) => company.app.passRealTime({ seconds: 6 });
