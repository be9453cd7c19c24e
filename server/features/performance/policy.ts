import type { MemberActor } from "../../http";

type Person = Pick<MemberActor, "roles" | "teamId" | "leads">;

const overseers = ["finance", "hr", "auditor"] as const;

/** The figure of a unit: its members, its leaders, and those who see all attainment. `ancestorIds` includes the unit. */
export function mayReadUnit(person: Person, ancestorIds: readonly string[]): boolean {
  const [unitId] = ancestorIds;
  return person.teamId === unitId || mayReadUnitMembers(person, ancestorIds);
}

/** The members' figures beside it: leaders of the unit or of one above it, finance, HR and auditors. */
export function mayReadUnitMembers(person: Person, ancestorIds: readonly string[]): boolean {
  return ancestorIds.some((unitId) => person.leads.includes(unitId)) || seesAllUnits(person);
}

/** Finance, HR and auditors begin at the company. */
export const seesAllUnits = ({ roles }: Pick<Person, "roles">): boolean =>
  overseers.some((role) => roles.includes(role));
