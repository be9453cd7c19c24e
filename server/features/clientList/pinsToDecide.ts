import type { AnswerOf } from "@shared/contracts";
import { pinDistances } from "@shared/domain/pin";
import type { MemberActor } from "../../http";
import { findCheckIns } from "../checkIns";
import { findPlace, presentProposal, proposalsToDecide } from "../customers";
import { visitsAtCustomer } from "../visits";

/** So many of the last visits to a client are looked at. */
const visitsMax = 20;

/**
 * What this reader may decide on, each with how far from it people have stood at that place when they wrote a visit down: of all of them
 * together, so that it says of nobody where they were.
 * @returns with whom a look has to be noted: where each of them stood is a look at a person, what was typed in says nothing of anybody
 */
export async function pinsToDecide(
  actor: MemberActor,
  cursor: string | undefined,
  at: Date,
): Promise<AnswerOf<"pins.list"> & { stood: Map<string, string[]> }> {
  const { proposals, next } = await proposalsToDecide(actor, cursor, at);
  const stood = new Map<string, string[]>();
  for (const { source, memberId, _id } of proposals)
    if (source !== "typed") stood.set(memberId, [...(stood.get(memberId) ?? []), _id]);
  const places = await Promise.all(proposals.map(({ customerId, siteId }) => findPlace(customerId, siteId)));
  const customerIds = [...new Set(places.map(({ customer }) => customer._id))];
  const visits = await Promise.all(customerIds.map((id) => visitsAtCustomer(id, { at, id: null }, visitsMax)));
  const checkIns = await findCheckIns(visits.flat().map(({ checkInId }) => checkInId));
  const items = proposals.flatMap((proposal, n) => {
    const { customer, site } = places[n] ?? {};
    const view = site && presentProposal(proposal, site);
    if (!customer || !view) return [];
    const fixes = checkIns
      .filter(
        ({ _id, customerId, siteId }) =>
          customerId === customer._id && siteId === site.siteId && _id !== proposal.checkInId,
      )
      .map(({ fix }) => (fix ? { ...fix, accuracyM: fix.accuracyM ?? null } : null));
    return [{ ...view, stoodAt: pinDistances(view.to, fixes) }];
  });
  return { items, nextCursor: next, stood };
}
