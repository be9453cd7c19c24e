import type { AnswerOf, QueryOf } from "@shared/contracts";
import type { MemberActor } from "@shared/domain/actor";
import { pinStatuses } from "@shared/domain/customerMerge";
import type { BusinessDay } from "@shared/domain/time";
import type { Deps } from "../../deps";
import { countSeen, type CustomerRecord, customersSeen, findOwners, idsOf, pinOf, presentFound } from "../customers";
import { lastVisitDays } from "../visits";

type Page = AnswerOf<"customers.list">;

/** A page of the customers that somebody may read, as a table shows them. `audited`: to somebody who reads all by office. */
export async function listedCustomers(
  deps: Pick<Deps, "fieldKeys">,
  actor: MemberActor,
  { words, cursor }: QueryOf<"customers.list">,
  today: BusinessDay,
): Promise<{ page: Page; audited: boolean }> {
  const [{ customers, nextCursor, isCut, audited }, total] = await Promise.all([
    customersSeen(deps, actor, { words, cursor }, today),
    words === undefined && cursor === undefined ? countSeen(actor) : null,
  ]);
  const [members, visited] = await Promise.all([findOwners(customers, today), lastVisitDays(customers.flatMap(idsOf))]);
  const items = customers.map((customer) => ({
    ...presentFound(customer, members, today),
    pin: worstPin(customer),
    lastVisitOn: newestOf(idsOf(customer).flatMap((id) => visited.get(id) ?? [])),
  }));
  return { page: { items, nextCursor, ...(isCut && { isCut }), ...(total && { total }) }, audited };
}

function worstPin({ sites }: Pick<CustomerRecord, "sites">): Page["items"][number]["pin"] {
  if (sites.length === 0 || sites.some((site) => pinOf(site) === null)) return null;
  return pinStatuses.find((status) => sites.some(({ pinStatus }) => pinStatus === status)) ?? null;
}

const newestOf = (days: readonly BusinessDay[]): BusinessDay | null =>
  days.reduce<BusinessDay | null>((newest, day) => (newest === null || newest < day ? day : newest), null);
