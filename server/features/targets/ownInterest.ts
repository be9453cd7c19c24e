import type { Actor } from "@shared/domain/actor";
import type { BusinessDay, Period } from "@shared/domain/time";
import { findOfficers, unitSpansOfAll } from "../members";
import { assign, disinterested, readOrganisationSnapshot, unitsUsed } from "../plans";
import type { Interest } from "./policy";

/**
 * What somebody's own pay has to do with targets of a period: the units whose results it depends on, and, of officers, the
 * targets that they decide on. Nothing is read for those who decide on none.
 */
export async function readInterest(actor: Actor, period: Period, today: BusinessDay): Promise<Interest> {
  if (actor.kind !== "member") return { paidBy: new Set(), decides: () => false };
  const isOfficer = officerRoles.some((role) => actor.roles.includes(role));
  if (!isOfficer && actor.leads.length === 0) return { paidBy: new Set(), decides: () => false };
  const officers = isOfficer ? await findOfficers(officerRoles, today) : [];
  const memberIds = [...new Set([actor.id, ...officers.map(({ memberId }) => memberId)])];
  const [snapshot, spans] = await Promise.all([readOrganisationSnapshot(), unitSpansOfAll(memberIds)]);
  const paidBy = new Map(
    memberIds.map((memberId) => {
      const assignments = assign(memberId, spans.get(memberId) ?? [], period, snapshot);
      return [memberId, new Set(unitsUsed(assignments, period).keys())];
    }),
  );
  const isPaidBy = (memberId: string, unitId: string) => paidBy.get(memberId)?.has(unitId) === true;
  const candidatesFor = (subjectId: string) =>
    officers.map(({ memberId, roles }) => ({
      memberId,
      isHr: roles.includes("hr"),
      isPaidByIt: isPaidBy(memberId, subjectId),
    }));
  return {
    paidBy: paidBy.get(actor.id) ?? new Set(),
    decides: (subjectId) => disinterested(candidatesFor(subjectId)).some(({ memberId }) => memberId === actor.id),
  };
}

const officerRoles = ["hr", "finance", "admin"] as const;
