import { searchKeysOf } from "@shared/domain/customerSearch";
import type { CustomerRecord } from "./customerModel";
import { initialsOf } from "./initials";

type Named = Pick<CustomerRecord, "name" | "shortName" | "externalIds">;

/** What a customer is found by, from what it is called: stored with it whenever that changes. */
export async function searchFieldsOf({
  name,
  shortName,
  externalIds,
}: Named): Promise<Pick<CustomerRecord, "initials" | "searchKeys">> {
  const names = [name, shortName];
  const initials = await initialsOf(names);
  return { initials, searchKeys: searchKeysOf({ names, initials, numbers: numbersOf(externalIds) }) };
}

/** What other systems call it, without naming the system. */
export const numbersOf = (externalIds: readonly string[]): string[] =>
  externalIds.map((key) => key.slice(key.indexOf(":") + 1));
