import { type BusinessDay, monthOf } from "@shared/domain/time";
import type { MemberActor } from "../../http";
import { standsInFor } from "../absences";
import { findUnitsEver, treeOf, unitAndAbove, unitSpansOf } from "../members";

type Person = Pick<MemberActor, "id" | "roles" | "leads">;
type OfSomebody = { memberId: string; on: BusinessDay };

/** Leaders of the unit in which its rep was on its day, or of one above it, and auditors; an own one needs no office. */
export function mayReadVisit(person: Person, visit: OfSomebody, unitPath: readonly string[]): boolean {
  return person.id === visit.memberId || person.roles.includes("auditor") || leadsVisit(person, unitPath);
}

export const leadsVisit = (person: Pick<Person, "leads">, unitPath: readonly string[]): boolean =>
  unitPath.some((unitId) => person.leads.includes(unitId));

/** Who decides in the place of a leader who is away reads what that leader does as a leader, and no longer than they are away. */
export const mayReadVisitInsteadOf = (
  leader: Pick<Person, "id" | "leads">,
  visit: OfSomebody,
  unitPath: readonly string[],
): boolean => leader.id !== visit.memberId && leadsVisit(leader, unitPath);

/** The unit in which a visit's rep was on its day, and all above it as the tree was in that month; none outside the teams. */
async function unitPathOfVisit({ memberId, on }: OfSomebody): Promise<string[]> {
  const [units, spans] = await Promise.all([findUnitsEver(), unitSpansOf(memberId)]);
  const span = spans.find(({ fromOn, untilOn }) => fromOn <= on && (untilOn === null || on < untilOn));
  return span ? unitAndAbove(treeOf(units, monthOf(on)), span.unitId).map(({ unitId }) => unitId) : [];
}

/**
 * By which right somebody opens a visit; null: by none. `leads`: as a leader of its rep, or in the place of one.
 * @param today on which somebody may be in another's place
 */
export async function rightToVisit(
  person: Person,
  visit: OfSomebody,
  today: BusinessDay,
): Promise<{ leads: boolean } | null> {
  if (person.id === visit.memberId) return { leads: false };
  const unitPath = await unitPathOfVisit(visit);
  if (leadsVisit(person, unitPath)) return { leads: true };
  const leaders = await standsInFor(person, today);
  if (leaders.some((leader) => mayReadVisitInsteadOf(leader, visit, unitPath))) return { leads: true };
  return mayReadVisit(person, visit, unitPath) ? { leads: false } : null;
}
