import { addDays, type BusinessDay, businessDayOf } from "@shared/domain/time";
import { placesVisited } from "../checkIns";
import { type CustomerRecord, findThemselves, idsOf, servingSince } from "../customers";
import { findMembers } from "../members";

/** So long a visit of somebody else is worth a word to whoever goes there next. */
const otherDays = 30;

export interface OtherThere {
  memberId: string;
  byName: string;
  on: BusinessDay;
}

/**
 * Who else than the reader was last at each of these customers, within 30 days; those at whom nobody was are left out. Whoever serves a
 * customer sees by its history who else does: it is asked for these alone. Nobody checks in where they do not serve, so that those who
 * do are whose days are read: one read, however many customers there are.
 */
export async function othersThere(
  readerId: string,
  customers: readonly CustomerRecord[],
  now: Date,
): Promise<Map<string, OtherThere>> {
  const today = businessDayOf(now);
  const since = addDays(today, -otherDays);
  const days = Array.from({ length: otherDays + 1 }, (_, n) => addDays(since, n));
  const become = await findThemselves(customers.flatMap(({ mergedIds }) => mergedIds ?? []));
  const serving = new Set([...customers, ...become].flatMap((customer) => servingSince(customer, since)));
  serving.delete(readerId);
  // Check-ins are kept under each of a customer's ids.
  const customerOf = new Map(customers.flatMap((customer) => idsOf(customer).map((id) => [id, customer._id] as const)));
  const last = new Map<string, { memberId: string; on: BusinessDay }>();
  for (const { customerId, memberId, on } of await placesVisited([...serving], days)) {
    const id = customerOf.get(customerId);
    if (id !== undefined && (last.get(id)?.on ?? "") < on) last.set(id, { memberId, on });
  }
  const members = await findMembers([...last.values()].map(({ memberId }) => memberId));
  return new Map(
    [...last].map(([id, { memberId, on }]) => [id, { memberId, byName: members.get(memberId)?.name ?? memberId, on }]),
  );
}
