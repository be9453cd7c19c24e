import type { ClientSession } from "mongoose";
import type { BodyOf } from "@shared/contracts";
import { AppError } from "@shared/errors";
import { claimKey, ownerOfKey, releaseKey } from "../../db";
import type { CustomerRecord } from "./customerModel";

/** What becomes of the numbers of other systems, each of which is a key that one customer has. */
export interface NumbersChange {
  all: string[];
  added: string[];
  removed: string[];
}

/** Null where they stay as they are. */
export function numbersChanged(
  { externalIds }: Pick<CustomerRecord, "externalIds">,
  next: BodyOf<"customers.edit">["externalIds"],
): NumbersChange | null {
  if (next === undefined) return null;
  const all = [...new Set(next.map(({ system, id }) => `${system}:${id}`))];
  const added = all.filter((key) => !externalIds.includes(key));
  const removed = externalIds.filter((key) => !all.includes(key));
  return added.length === 0 && removed.length === 0 ? null : { all, added, removed };
}

const keyOf = (externalId: string): string => `customer:${externalId}`;

/** @throws AppError "customer.numberTaken" where another has one of them */
export async function requireFree(added: readonly string[]): Promise<void> {
  const owners = await Promise.all(added.map((one) => ownerOfKey(keyOf(one))));
  const taken = added.find((_, n) => owners[n] !== null);
  if (taken !== undefined)
    throw new AppError("customer.numberTaken", `another customer is ${taken}`, { number: taken });
}

export async function moveKeys(
  { added, removed }: NumbersChange,
  customerId: string,
  session: ClientSession,
): Promise<void> {
  for (const one of removed) await releaseKey(keyOf(one), session);
  for (const one of added) await claimKey(keyOf(one), customerId, session);
}

/** Gives numbers to a customer that another has held for it. */
export async function takeKeys(
  externalIds: readonly string[],
  customerId: string,
  session: ClientSession,
): Promise<void> {
  await moveKeys({ all: [], added: [...externalIds], removed: [...externalIds] }, customerId, session);
}

/** Those of these numbers that a customer holds. */
export async function heldBy(customerId: string, externalIds: readonly string[]): Promise<string[]> {
  const owners = await Promise.all(externalIds.map((one) => ownerOfKey(keyOf(one))));
  return externalIds.filter((_, n) => owners[n] === customerId);
}
