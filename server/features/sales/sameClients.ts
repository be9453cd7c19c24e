import type { AnswerOf } from "@shared/contracts";
import { businessDayOf } from "@shared/domain/time";
import type { Deps } from "../../deps";
import type { MemberActor } from "../../http";
import { placesOf } from "../absences";
import { mayReadCustomer } from "../customers";
import { mayDecideOn, openPairsOf } from "../duplicates";
import { findMembers } from "../members";

type ToLookAt = NonNullable<AnswerOf<"sales.read">["toLookAt"]>;

/**
 * Clients that a sale's client may be: of those whom the reader may neither read nor decide on, only how many there are.
 * @param customerIds all ids of the sale's client
 */
export async function sameClientsOf(
  { clock }: Pick<Deps, "clock">,
  reader: MemberActor,
  customerIds: readonly string[],
): Promise<ToLookAt["sameClients"]> {
  const on = businessDayOf(clock.now());
  const [people, { standing, unitPaths }] = await Promise.all([placesOf(reader, on), openPairsOf(customerIds, on)]);
  const others = standing.map((pair) => {
    const side = customerIds.includes(pair.customers[0]._id) ? 1 : 0;
    const [customer, owners] = [pair.customers[side], pair.present[side]];
    const mayDecide = mayDecideOn(people, pair, unitPaths);
    const isSeen = mayDecide || mayReadCustomer(reader, { owners, unitPaths }, customer.servedByIds);
    return { pair, customer, owners, mayDecide, isSeen };
  });
  const seen = others.filter(({ isSeen }) => isSeen);
  const members = await findMembers([...new Set(seen.flatMap(({ owners }) => owners.map(({ memberId }) => memberId)))]);
  return {
    shown: seen.map(({ pair: { pair }, customer, owners }) => ({
      customerId: customer._id,
      shortName: customer.shortName,
      ownerNames: owners.flatMap(({ memberId }) => members.get(memberId)?.name ?? []),
      sameBy: [...pair.sameBy],
    })),
    hiddenCount: others.length - seen.length,
    mayMerge: others.some(({ mayDecide }) => mayDecide),
  };
}
