import type { AnswerOf, QueryOf } from "@shared/contracts";
import type { MemberActor } from "@shared/domain/actor";
import type { BusinessDay } from "@shared/domain/time";
import type { Deps } from "../../deps";
import { countSeen, customersSeen, findOwners, idsOf, presentFound, worstPin } from "../customers";
import { lastVisitDays } from "../visits";

type Page = AnswerOf<"customers.list">;

/** A page of the customers that somebody may read, as a table shows them. `audited`: to somebody who reads all by office. */
export async function listedCustomers(
  deps: Pick<Deps, "fieldKeys">,
  actor: MemberActor,
  { words, cursor, grade, pin }: QueryOf<"customers.list">,
  today: BusinessDay,
): Promise<{ page: Page; audited: boolean }> {
  const { customers, nextCursor, isCut, audited } = await customersSeen(
    deps,
    actor,
    { words, cursor, grade, pin, byOwner: true },
    today,
  );
  const isFirst = words === undefined && cursor === undefined;
  const [members, visited, total] = await Promise.all([
    findOwners(customers, today),
    lastVisitDays(customers.flatMap(idsOf)),
    // A page of all of them says itself how many there are.
    isFirst && nextCursor !== null ? countSeen(actor, { grade, pin }, today) : null,
  ]);
  const known = isFirst && nextCursor === null ? { count: customers.length, isAtLeast: false } : total;
  const items = customers.map((customer) => ({
    ...presentFound(customer, members, today),
    pin: worstPin(customer),
    lastVisitOn: newestOf(idsOf(customer).flatMap((id) => visited.get(id) ?? [])),
  }));
  return { page: { items, nextCursor, ...(isCut && { isCut }), ...(known && { total: known }) }, audited };
}

const newestOf = (days: readonly BusinessDay[]): BusinessDay | null =>
  days.reduce<BusinessDay | null>((newest, day) => (newest === null || newest < day ? day : newest), null);
