import { type BusinessDay, monthOf } from "@shared/domain/time";
import type { MemberActor } from "../../http";
import { findUnitsEver, treeOf, unitAndAbove, unitSpansOf } from "../members";

type Person = Pick<MemberActor, "id" | "roles" | "leads">;
type OfSomebody = { memberId: string; on: BusinessDay };

/** Leaders of the unit in which its rep was on its day, or of one above it, and auditors; an own one needs no office. */
export function mayReadVisit(person: Person, visit: OfSomebody, unitPath: readonly string[]): boolean {
  return person.id === visit.memberId || person.roles.includes("auditor") || leadsVisit(person, unitPath);
}

export const leadsVisit = (person: Pick<Person, "leads">, unitPath: readonly string[]): boolean =>
  unitPath.some((unitId) => person.leads.includes(unitId));

/** The unit in which a visit's rep was on its day, and all above it as the tree was in that month; none outside the teams. */
export async function unitPathOfVisit({ memberId, on }: OfSomebody): Promise<string[]> {
  const [units, spans] = await Promise.all([findUnitsEver(), unitSpansOf(memberId)]);
  const span = spans.find(({ fromOn, untilOn }) => fromOn <= on && (untilOn === null || on < untilOn));
  return span ? unitAndAbove(treeOf(units, monthOf(on)), span.unitId).map(({ unitId }) => unitId) : [];
}

/** Whether somebody may open a visit that they see among others. */
export const mayOpenVisit = async (person: Person, visit: OfSomebody): Promise<boolean> =>
  mayReadVisit(person, visit, await unitPathOfVisit(visit));
