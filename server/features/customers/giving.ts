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
  const units = await findUnits();
  const path = owners.flatMap(({ memberId }) => unitPaths.get(memberId) ?? []);
  const isOfAll = actor.roles.includes("admin");
  const all = [...units.keys()];
  const tops = isOfAll ? (path.length > 0 ? path.slice(1, 2) : all) : actor.leads;
  const below = [...new Set(tops.flatMap((unitId) => unitAndBelow(units, unitId).map((unit) => unit.unitId)))];
  const [ids, from] = await Promise.all([
    membersOfUnitsDuring(below, { from: today, to: today }),
    earliestOf(owners, today),
  ]);
  // Where others are to own it, whoever does today is one to give it back to: what has not begun may be said anew.
  const [only, ...more] = arrangedIds;
  const alreadyId = more.length === 0 ? only : undefined;
  const people = [...(await findMembers(ids)).values()]
    // Whose it is already, and the actor: nobody gives to themselves.
    .filter(({ memberId, active }) => active && memberId !== actor.id && memberId !== alreadyId)
    .map(({ memberId, name }) => ({ memberId, name }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return { from, people: people.slice(0, listedMax) };
}
