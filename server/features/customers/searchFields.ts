import { placeKeysOf } from "@shared/domain/customerSame";
import type { Gcj02Point } from "@shared/domain/geo";
import { addressKeysOf, searchKeysOf } from "@shared/domain/customerSearch";
import type { CustomerRecord } from "./customerModel";
import { initialsOf } from "../../lib/initials";

type Named = Pick<CustomerRecord, "name" | "shortName"> & Numbered;
type Numbered = Pick<CustomerRecord, "externalIds"> & Partial<Pick<CustomerRecord, "creditCode">>;

/** What a customer is found by, from what it is called: stored with it whenever that changes. */
export async function searchFieldsOf({
  name,
  shortName,
  ...numbered
}: Named): Promise<Pick<CustomerRecord, "initials" | "searchKeys">> {
  const names = [name, shortName];
  const initials = await initialsOf(names);
  return { initials, searchKeys: searchKeysOf({ names, initials, numbers: numbersOf(numbered) }) };
}

/** Its places, with what it is found by for where they are: stored together whenever a place changes. */
export const placesSet = (
  sites: CustomerRecord["sites"],
): Pick<CustomerRecord, "sites" | "placeKeys" | "addressKeys"> => ({
  sites,
  addressKeys: addressKeysOf(sites.map(({ address }) => address)),
  placeKeys: placeKeysOf(sites.flatMap((site) => pinOf(site) ?? [])),
});

export const pinOf = ({
  latDeg,
  lngDeg,
}: Pick<CustomerRecord["sites"][number], "latDeg" | "lngDeg">): Gcj02Point | null =>
  latDeg === null || latDeg === undefined || lngDeg === null || lngDeg === undefined ? null : { latDeg, lngDeg };

/** The numbers that it is found by: what other systems call it, without naming the system, and its credit code. */
export const numbersOf = ({ externalIds, creditCode }: Numbered): string[] => [
  ...externalIds.map((key) => key.slice(key.indexOf(":") + 1)),
  ...(creditCode ? [creditCode] : []),
];
