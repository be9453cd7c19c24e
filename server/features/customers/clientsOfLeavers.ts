import { ownersOn } from "@shared/domain/customer";
import type { BusinessDay } from "@shared/domain/time";
import { findLeaverIds, findOfficers, leadersOfUnits } from "../members";
import { CustomerModel, type CustomerRecord } from "./customerModel";
import { readOwners, spansOf } from "./ownership";

const readMax = 500;

/** A client all of whose owners have left, and those who may give it to somebody and are told. */
export interface ClientLeft {
  customerId: string;
  shortName: string;
  /** Leaders of the nearest unit above who was its owner last that has any; where none has, administrators. */
  deciderIds: string[];
}

/** Clients that nobody looks after because their owners have left, by id. */
export async function clientsOfLeavers(today: BusinessDay): Promise<ClientLeft[]> {
  const leaverIds = await findLeaverIds();
  if (leaverIds.length === 0) return [];
  const served = await CustomerModel.find({ servedByIds: { $in: leaverIds } })
    .sort({ _id: 1 })
    .limit(readMax)
    .lean<CustomerRecord[]>();
  const left = new Set(leaverIds);
  const clients = served
    .map((customer) => ({ customer, owners: ownersOn(spansOf(customer), today) }))
    .filter(({ customer, owners }) => !customer.merged && owners.every(({ memberId }) => left.has(memberId)))
    .filter(({ owners }) => owners.length > 0);
  if (clients.length === 0) return [];
  const { unitPaths } = await readOwners(
    clients.flatMap(({ owners }) => owners),
    today,
  );
  const [leaders, admins] = await Promise.all([
    leadersOfUnits([...new Set([...unitPaths.values()].flat())], today),
    findOfficers(["admin"], today),
  ]);
  const adminIds = admins.map(({ memberId }) => memberId).sort();
  return clients.map(({ customer: { _id: customerId, shortName }, owners }) => {
    const path = owners.flatMap(({ memberId }) => unitPaths.get(memberId) ?? []);
    const nearest = path.map((unitId) => leaders.get(unitId) ?? []).find((ids) => ids.length > 0);
    return { customerId, shortName, deciderIds: nearest ?? adminIds };
  });
}
