import type { ClientSession } from "mongoose";
import { takesAt } from "@shared/domain/period";
import { claimKey, ownerOfKey, releaseKey } from "../../db";
import type { VisitFact } from "@shared/domain/pay";
import { findCustomer, idsOf } from "../customers";
import { bookedInOf, standingOf } from "../periods";
import { type BookingDeps, firstOrderFactIdOf, newestFactOf } from "../statements";
import { visitIdOfFact } from "./visitFact";
import { VisitModel, type VisitRecord } from "./visitModel";

export interface FirstVisit {
  /** Of two that are first in the same moment one is; the other is decided again. */
  claim(session: ClientSession): Promise<void>;
}

type At = Pick<VisitRecord, "_id" | "customerId" | "on">;

const keyOf = (customerId: string) => `firstVisit:${customerId}`;

/**
 * Whether a visit that begins to count is one to a new client: none counts there yet, whoever made it and by whatever id the client was known,
 * and nothing was ordered before its day. It is the one that counted first, also where one of an earlier day comes to count later.
 * @param insteadOf the one of the same day there in whose place it counts from now on: where that was the first, this one is, whoever has
 *   been there since
 * @returns null where it is not
 */
export async function firstVisitOf(visit: At, insteadOf: VisitFact | null = null): Promise<FirstVisit | null> {
  const customer = await findCustomer(visit.customerId);
  const ids = idsOf(customer);
  const inherits = insteadOf?.newCustomer === true;
  const insteadOfId = insteadOf && visitIdOfFact(insteadOf.id);
  if (!inherits && (await countingAt(ids, insteadOfId)).length > 0) return null;
  const key = keyOf(customer._id);
  const [isOld, heldBy] = await Promise.all([inherits ? false : orderedBefore(ids, visit), ownerOfKey(key)]);
  if (isOld) return null;
  // Held by one that counts no more, or by a client that stands for itself again: the visits themselves say so, the key decides between two at once.
  return {
    claim: async (session) => {
      if (heldBy !== null) await releaseKey(key, session, heldBy);
      await claimKey(key, visit._id, session);
    },
  };
}

/**
 * The visit that is the first at its client once another one counts no more; null where there is none, or where its month takes nothing any
 * more: what was closed stays as it is.
 */
export async function nextFirstVisit(deps: BookingDeps, gone: VisitRecord): Promise<VisitRecord | null> {
  const ids = idsOf(await findCustomer(gone.customerId));
  const [next] = await countingAt(ids, gone._id);
  if (!next || (await orderedBefore(ids, next))) return null;
  const bookedIn = await bookedInOf(deps, { countsOn: next.on, recordedAt: next.completeAt ?? next.recordedAt });
  return takesAt(await standingOf(deps, bookedIn), deps.clock.now()) ? next : null;
}

/** The first one or two of each id, the first of all first: enough to know whether another than one counts. */
async function countingAt(customerIds: readonly string[], withoutId: string | null): Promise<VisitRecord[]> {
  const found = await Promise.all(
    customerIds.map((customerId) =>
      VisitModel.find({ customerId, effective: true })
        .sort({ customerId: 1, effective: 1, on: 1 })
        .limit(2)
        .lean<VisitRecord[]>(),
    ),
  );
  return found
    .flat()
    .filter(({ _id }) => _id !== withoutId)
    .sort((a, b) => (`${a.on} ${a.recordedAt.toISOString()}` < `${b.on} ${b.recordedAt.toISOString()}` ? -1 : 1));
}

async function orderedBefore(customerIds: readonly string[], { on }: Pick<At, "on">): Promise<boolean> {
  const orders = await Promise.all(customerIds.map((customerId) => newestFactOf(firstOrderFactIdOf(customerId), 1)));
  return orders.some((order) => order !== null && order.on < on);
}
