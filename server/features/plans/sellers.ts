import type { Assignment } from "@shared/domain/pay";
import type { BusinessDay } from "@shared/domain/time";
import { findMembers, findUnits, findUnitsEver, leadersOfUnits, membersOfUnit } from "../members";

/** Somebody who sells, and in which team. */
export interface Seller {
  memberId: string;
  name: string;
  unitId: string;
}

/** Whom plans for units are there for on a day: those who belong to a team without leading it, by name. */
export async function sellersOn(day: BusinessDay): Promise<Seller[]> {
  const teamIds = [...(await findUnits()).values()].flatMap(({ kind, unitId }) => (kind === "team" ? [unitId] : []));
  const leaders = await leadersOfUnits(teamIds, day);
  const belonging = await Promise.all(
    teamIds.map(async (unitId) =>
      (await membersOfUnit(unitId, day))
        .filter((memberId) => !leaders.get(unitId)?.includes(memberId))
        .map((memberId) => ({ memberId, unitId })),
    ),
  );
  const members = await findMembers([...new Set(belonging.flat().map(({ memberId }) => memberId))]);
  return belonging
    .flat()
    .flatMap(({ memberId, unitId }) => {
      const member = members.get(memberId);
      return member?.active ? [{ memberId, name: member.name, unitId }] : [];
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Of somebody's assignments those of days on which they could sell: in a team, also as its leader, or named in the plan. */
export async function assignmentsOfSelling(
  memberId: string,
  assignments: readonly Assignment[],
): Promise<Assignment[]> {
  const units = await findUnitsEver();
  const isNamed = ({ versions }: Assignment) => versions.some(({ scope }) => scope.members?.includes(memberId));
  return assignments.filter((one) => (one.teamId !== null && units.get(one.teamId)?.kind === "team") || isNamed(one));
}
