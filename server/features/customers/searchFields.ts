import { placeKeysOf } from "@shared/domain/customerSame";
import type { Gcj02Point } from "@shared/domain/geo";
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

/** Its places, with what it is found by for being near one: stored together whenever a place changes. */
export const placesSet = (sites: CustomerRecord["sites"]): Pick<CustomerRecord, "sites" | "placeKeys"> => ({
  sites,
  placeKeys: placeKeysOf(sites.flatMap((site) => pinOf(site) ?? [])),
});

export const pinOf = ({
  latDeg,
  lngDeg,
}: Pick<CustomerRecord["sites"][number], "latDeg" | "lngDeg">): Gcj02Point | null =>
  latDeg === null || latDeg === undefined || lngDeg === null || lngDeg === undefined ? null : { latDeg, lngDeg };

/** What other systems call it, without naming the system. */
export const numbersOf = (externalIds: readonly string[]): string[] =>
  externalIds.map((key) => key.slice(key.indexOf(":") + 1));
