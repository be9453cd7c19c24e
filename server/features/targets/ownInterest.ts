import type { Actor } from "@shared/domain/actor";
import type { BusinessDay, Period } from "@shared/domain/time";
import { findOfficers, type Officer, unitSpansOfAll } from "../members";
import { assign, disinterested, readOrganisationSnapshot, unitsUsed } from "../plans";
import type { Interest } from "./policy";

/**
 * What somebody's own pay has to do with targets of a period: the units whose results it depends on, and, of officers, the
 * targets that they decide on. Nothing is read for those who decide on none.
 */
export async function readInterest(actor: Actor, period: Period, today: BusinessDay): Promise<Interest> {
  if (actor.kind !== "member") return { paidBy: new Set(), decides: () => false };
  const isOfficer = mayBeDecider(actor);
  if (!isOfficer && actor.leads.length === 0) return { paidBy: new Set(), decides: () => false };
  const officers = isOfficer ? await findOfficers(officerRoles, today) : [];
  const paidBy = await readPaidBy([actor.id, ...officers.map(({ memberId }) => memberId)], period);
  return {
    paidBy: paidBy.get(actor.id) ?? new Set(),
    decides: (subjectId) => decidersOf(subjectId, officers, paidBy).includes(actor.id),
  };
}

/** Who decides on these targets for the whole company, also once the month has begun: HR, or who stands in for HR. */
export async function readDeciders(
  subjectIds: readonly string[],
  period: Period,
  today: BusinessDay,
): Promise<Map<string, string[]>> {
  const officers = await findOfficers(officerRoles, today);
  const paidBy = await readPaidBy(
    officers.map(({ memberId }) => memberId),
    period,
  );
  return new Map(subjectIds.map((subjectId) => [subjectId, decidersOf(subjectId, officers, paidBy)]));
}

const officerRoles = ["hr", "finance", "admin"] as const;

/** Whether somebody may be one of those: who is not needs no look-up. */
export const mayBeDecider = ({ roles }: Pick<Actor, "roles">): boolean =>
  officerRoles.some((role) => roles.includes(role));

function decidersOf(
  subjectId: string,
  officers: readonly Officer[],
  paidBy: ReadonlyMap<string, ReadonlySet<string>>,
): string[] {
  const candidates = officers.map(({ memberId, roles }) => ({
    memberId,
    isHr: roles.includes("hr"),
    isPaidByIt: paidBy.get(memberId)?.has(subjectId) === true,
  }));
  return disinterested(candidates).map(({ memberId }) => memberId);
}

/** The units whose results each one's pay of a period depends on. */
async function readPaidBy(memberIds: readonly string[], period: Period): Promise<Map<string, Set<string>>> {
  const ids = [...new Set(memberIds)];
  const [snapshot, spans] = await Promise.all([readOrganisationSnapshot(), unitSpansOfAll(ids)]);
  return new Map(
    ids.map((memberId) => {
      const assignments = assign(memberId, spans.get(memberId) ?? [], period, snapshot);
      return [memberId, new Set(unitsUsed(assignments, period).keys())];
    }),
  );
}
