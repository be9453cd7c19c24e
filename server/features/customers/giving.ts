import type { AnswerOf } from "@shared/contracts";
import type { MemberActor } from "@shared/domain/actor";
import type { BusinessDay } from "@shared/domain/time";
import { findMembers, findUnits, membersOfUnitsDuring, unitAndBelow } from "../members";
import { earliestOf } from "./ownership";
import type { Owners } from "./policy";

const listedMax = 100;

/**
 * From which day somebody may give a client to whom, one person of it at a time: for leaders those who belong to what they lead, for
 * administrators those of the branch in which its owner is or was. Whom they may give it to in shares, `mayAssignCustomer` says.
 * @param arrangedIds who owns it today or is to own it later
 */
export async function givingOf(
  actor: MemberActor,
  { owners, unitPaths }: Owners,
  arrangedIds: readonly string[],
  today: BusinessDay,
): Promise<NonNullable<AnswerOf<"customers.read">["giving"]>> {
  const paths = owners.map(({ memberId }) => unitPaths.get(memberId) ?? []);
  const [takers, from] = await Promise.all([readTakers(actor, paths, today), earliestOf(owners, today)]);
  // Where others are to own it, whoever does today is one to give it back to: what has not begun may be said anew.
  const [only, ...more] = arrangedIds;
  const alreadyId = more.length === 0 ? only : undefined;
  return { from, people: takers.filter(({ memberId }) => memberId !== alreadyId).slice(0, listedMax) };
}

/** To whom somebody may give clients whose owners belong there. */
export const peopleToTake = async (
  actor: MemberActor,
  paths: readonly (readonly string[])[],
  today: BusinessDay,
): Promise<Taker[]> => (await readTakers(actor, paths, today)).slice(0, listedMax);

interface Taker {
  memberId: string;
  name: string;
}

/** @param paths the units of each owner, from the team up */
async function readTakers(
  actor: MemberActor,
  paths: readonly (readonly string[])[],
  today: BusinessDay,
): Promise<Taker[]> {
  const units = await findUnits();
  const branches = paths.flatMap((path) => path.slice(1, 2));
  const tops = !actor.roles.includes("admin") ? actor.leads : branches.length > 0 ? branches : [...units.keys()];
  const below = [...new Set(tops.flatMap((unitId) => unitAndBelow(units, unitId).map((unit) => unit.unitId)))];
  const ids = await membersOfUnitsDuring(below, { from: today, to: today });
  return (
    [...(await findMembers(ids)).values()]
      // Nobody gives to themselves.
      .filter(({ memberId, active }) => active && memberId !== actor.id)
      .map(({ memberId, name }) => ({ memberId, name }))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
  );
}
