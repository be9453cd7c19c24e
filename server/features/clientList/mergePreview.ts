import type { AnswerOf } from "@shared/contracts";
import { ownersOn } from "@shared/domain/customer";
import { mergedFrom, mergeUndoUntil } from "@shared/domain/customerMerge";
import type { Deps } from "../../deps";
import { type CustomerRecord, externalIdsOf, idsOf, type MergeAsked, planMerge, spansOf } from "../customers";
import { findMembers } from "../members";
import { countSalesAt, hadFirstOrder } from "../sales";
import { countVisitsAt } from "../visits";

type Preview = AnswerOf<"customers.mergePreview">;

/** What making one of two clients would do, for whoever may do it. */
export async function mergePreview(deps: Pick<Deps, "fieldKeys">, asked: MergeAsked): Promise<Preview> {
  const { today } = asked;
  const plan = await planMerge(deps, asked);
  const { kept, other, sites, contacts, otherContacts } = plan;
  const from = mergedFrom(today);
  const owners = [kept, other].flatMap((customer) => ownersOn(spansOf(customer), today));
  const members = await findMembers([...owners.map(({ memberId }) => memberId), ...plan.coServedByIds]);
  const namesOf = (memberIds: readonly string[]) =>
    memberIds.flatMap((memberId) => {
      const member = members.get(memberId);
      return member?.active ? [member.name] : [];
    });
  const sideOf = async (customer: CustomerRecord): Promise<Preview["kept"]> => {
    const ids = idsOf(customer);
    const [visitCount, { saleCount, waitingCount }, hasFirstOrder] = await Promise.all([
      countVisitsAt(ids),
      countSalesAt(ids),
      hadFirstOrder(ids),
    ]);
    const { _id, name, shortName, grade, stage, revision } = customer;
    return {
      ...{ customerId: _id, name, shortName, grade, stage, revision },
      address: customer.sites[0]?.address ?? null,
      ownerNames: namesOf(ownersOn(spansOf(customer), today).map(({ memberId }) => memberId)),
      ...{ visitCount, saleCount, waitingCount, hasFirstOrder },
      creditCode: customer.creditCode ?? null,
    };
  };
  const [keptSide, otherSide] = await Promise.all([sideOf(kept), sideOf(other)]);
  const isAdded = (moved: typeof sites, id: string) => moved.some((one) => one.id === id && one.isAdded);
  const sharesOf = (customer: CustomerRecord) =>
    ownersOn(spansOf(customer), from)
      .map(({ memberId, share }) => `${memberId} ${share}`)
      .sort()
      .join();
  return {
    kept: keptSide,
    other: otherSide,
    sites: other.sites.map(({ siteId, name, address }) => ({ name, address, isAdded: isAdded(sites, siteId) })),
    contacts: otherContacts.map(({ contactId, name }) => ({ name, isAdded: isAdded(contacts, contactId) })),
    tags: plan.tags,
    externalIds: externalIdsOf(other),
    helperNames: namesOf(plan.coServedByIds),
    ownersFrom: from,
    areOwnersOther: sharesOf(kept) !== sharesOf(other),
    fault: plan.fault,
    undoUntil: mergeUndoUntil(today),
    opens: plan.insteadOfId === null,
  };
}
