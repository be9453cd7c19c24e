import { type CustomerRecord, idsOf } from "../customers";
import type { LastVisit } from "../visits";

/** The newest visit at a customer, under whichever of its ids. @param visits by the id that each was recorded under */
export function lastVisitAt(
  customer: Pick<CustomerRecord, "_id" | "mergedIds">,
  visits: ReadonlyMap<string, LastVisit>,
): LastVisit | null {
  const found = idsOf(customer).flatMap((id) => visits.get(id) ?? []);
  return found.reduce<LastVisit | null>(
    (newest, visit) => (newest === null || (newest.on ?? "") < (visit.on ?? "") ? visit : newest),
    null,
  );
}
