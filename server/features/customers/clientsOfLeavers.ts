import { ownersOn } from "@shared/domain/customer";
import type { BusinessDay } from "@shared/domain/time";
import type { MemberActor } from "../../http";
import {
  findLeaverIds,
  findOfficers,
  findUnitsEver,
  leadersOfUnits,
  membersOfUnitsDuring,
  unitAndBelow,
} from "../members";
import { CustomerModel, type CustomerRecord } from "./customerModel";
import { ownersFrom, readOwners, spansOf } from "./ownership";

const atOnce = 500;
/** Whoever is told of so many has enough to do: the rest comes up as these are given. */
const leftMax = 500;

type Left = Pick<CustomerRecord, "_id" | "shortName" | "owners" | "sortKey">;

/** A client all of whose owners have left and that nobody gets later, and those who may give it to somebody and are told. */
export interface ClientLeft {
  customerId: string;
  shortName: string;
  /** Leaders of the nearest unit above who was its owner last that has any; where none has, administrators. */
  deciderIds: string[];
}

/** Those whom a reader may be asked about. */
type Reader = Pick<MemberActor, "leads" | "roles">;

/**
 * Clients that nobody looks after because their owners have left, in the order of their names.
 * @param reader for whom it is asked: whoever leads units is asked about those of whom has been there, and the rest is not looked at
 */
export async function clientsOfLeavers(today: BusinessDay, reader?: Reader): Promise<ClientLeft[]> {
  const leaverIds = await findLeaverIds();
  const lookedAt =
    reader && !reader.roles.includes("admin") ? await ofUnits(leaverIds, reader.leads, today) : leaverIds;
  if (lookedAt.length === 0) return [];
  const clients = await withoutOwner(lookedAt, new Set(leaverIds), today);
  if (clients.length === 0) return [];
  const { unitPaths } = await readOwners(
    clients.flatMap((customer) => ownersOn(spansOf(customer), today)),
    today,
  );
  const [leaders, admins] = await Promise.all([
    leadersOfUnits([...new Set([...unitPaths.values()].flat())], today),
    findOfficers(["admin"], today),
  ]);
  const adminIds = admins.map(({ memberId }) => memberId).sort();
  return clients.map((customer) => {
    const { _id: customerId, shortName } = customer;
    const owners = ownersOn(spansOf(customer), today);
    const path = owners.flatMap(({ memberId }) => unitPaths.get(memberId) ?? []);
    const nearest = path.map((unitId) => leaders.get(unitId) ?? []).find((ids) => ids.length > 0);
    return { customerId, shortName, deciderIds: nearest ?? adminIds };
  });
}

/** Those who have ever belonged to these units or below, also to ones that are no more. */
async function ofUnits(memberIds: readonly string[], leads: readonly string[], today: BusinessDay): Promise<string[]> {
  if (memberIds.length === 0) return [];
  const units = await findUnitsEver();
  const unitIds = leads.flatMap((unitId) => unitAndBelow(units, unitId).map((unit) => unit.unitId));
  const been = new Set(await membersOfUnitsDuring([...new Set(unitIds)], { from: "0000-01-01", to: today }));
  return memberIds.filter((memberId) => been.has(memberId));
}

const fields = { shortName: 1, owners: 1, merged: 1, sortKey: 1 } as const;
type Served = Left & Pick<CustomerRecord, "merged">;

/**
 * Most that leavers have served are served by others as well, so that it is looked on behind the first ones. In one query for all leavers, whose
 * cursor moves on in the index: one that is given away meanwhile moves nobody out of sight.
 */
async function withoutOwner(
  leaverIds: readonly string[],
  left: ReadonlySet<string>,
  today: BusinessDay,
): Promise<Left[]> {
  const isLeft = (customer: Served) =>
    !customer.merged &&
    ownersOn(spansOf(customer), today).length > 0 &&
    ownersFrom(customer, today).every((memberId) => left.has(memberId));
  // Whoever was served by two of them comes once for each.
  const found = new Map<string, Left>();
  const served = CustomerModel.find({ servedByIds: { $in: [...leaverIds] } }, fields)
    .batchSize(atOnce)
    .lean<Served[]>()
    .cursor();
  for await (const customer of served) {
    if (isLeft(customer)) found.set(customer._id, customer);
    if (found.size >= leftMax) break;
  }
  return [...found.values()].sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1));
}
