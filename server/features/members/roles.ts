import { addDays, type BusinessDay } from "@shared/domain/time";
import type { Role } from "../../http";
import type { MemberRecord } from "./memberModel";

export type Grant = MemberRecord["grants"][number];

const lastsOn = ({ fromOn, untilOn }: Grant, day: BusinessDay): boolean =>
  fromOn <= day && ((untilOn ?? null) === null || day < String(untilOn));

/** What counts of a member's grants on a day: roles of the company, and units that are led by a grant. */
export function grantedOn(grants: readonly Grant[], day: BusinessDay): { roles: Role[]; leads: string[] } {
  const lasting = grants.filter((grant) => lastsOn(grant, day));
  return {
    // A manager is one by the units that are led.
    roles: [...new Set(lasting.map(({ role }) => role))].filter((role) => role !== "manager"),
    leads: [...new Set(lasting.flatMap(({ role, unitId }) => (role === "manager" && unitId ? [unitId] : [])))],
  };
}

/** A role by an administrator, as a person reads it. */
export interface GrantedRole {
  role: Role;
  /** The unit that a manager's is of; null for the company's. */
  unitId: string | null;
  /** Null where it has no end. */
  lastOn: BusinessDay | null;
}

/** What counts on a day, each role once: where one grant follows the other, until the last of them ends. */
export function grantedWithEnds(grants: readonly Grant[], day: BusinessDay): GrantedRole[] {
  return grants
    .filter((grant) => lastsOn(grant, day))
    .map(({ role, unitId, untilOn }) => {
      const follows = (from: BusinessDay) =>
        grants.find((one) => one.role === role && (one.unitId ?? null) === (unitId ?? null) && one.fromOn === from);
      let end = untilOn ?? null;
      for (let next = end && follows(end); next; next = end && follows(end)) end = next.untilOn ?? null;
      return { role, unitId: unitId ?? null, lastOn: end && addDays(end, -1) };
    });
}

const isOver = ({ untilOn }: Pick<Grant, "untilOn">, day: BusinessDay): boolean =>
  (untilOn ?? null) !== null && String(untilOn) <= day;

/**
 * Grants of somebody who leaves, or who comes back: what was given for the time before is over and stays to be read.
 * @returns null where all are over already
 */
export function endedGrants(grants: readonly Grant[], on: BusinessDay): { grants: Grant[]; ended: Grant[] } | null {
  const ended = grants.filter((grant) => !isOver(grant, on));
  if (ended.length === 0) return null;
  return { grants: grants.map((grant) => (isOver(grant, on) ? grant : { ...grant, untilOn: on })), ended };
}

/** Roles that are not over, whenever they begin. */
export const rolesNotOver = (grants: readonly Grant[], today: BusinessDay): Role[] => [
  ...new Set(grants.filter((grant) => !isOver(grant, today)).map(({ role }) => role)),
];

/** What somebody is on a day by the directory alone. */
export function rolesByDirectory(
  places: readonly { unitId: string; part: "member" | "leader"; fromOn: BusinessDay; untilOn: BusinessDay | null }[],
  units: ReadonlyMap<string, { kind: "company" | "branch" | "team" }>,
  day: BusinessDay,
): Role[] {
  const isNow = ({ untilOn }: (typeof places)[number]) => untilOn === null || day < untilOn;
  // The newest that is not over, as `placesNow` has it, also where pay goes by it from tomorrow.
  const [belongs] = places
    .filter((place) => place.part === "member" && isNow(place))
    .sort((a, b) => (a.fromOn < b.fromOn ? 1 : -1));
  const leads = places.filter((place) => place.part === "leader" && place.fromOn <= day && isNow(place));
  const teamId = belongs && units.get(belongs.unitId)?.kind === "team" ? belongs.unitId : null;
  return rolesOf({ granted: [], teamId, leads: leads.map(({ unitId }) => unitId) });
}

/**
 * A member's roles today: what an administrator gave, and what follows from the directory: who leads a unit is a
 * manager, who belongs to a team without leading it is a rep.
 */
export function rolesOf(place: { granted: readonly Role[]; teamId: string | null; leads: readonly string[] }): Role[] {
  const roles = new Set(place.granted);
  if (place.leads.length > 0) roles.add("manager");
  if (place.teamId !== null && !place.leads.includes(place.teamId)) roles.add("rep");
  return [...roles].sort();
}
