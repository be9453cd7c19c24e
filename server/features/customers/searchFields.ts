import { placeKeysOf } from "@shared/domain/customerSame";
import type { Gcj02Point } from "@shared/domain/geo";
import { addressKeysOf, searchForm, searchKeysOf } from "@shared/domain/customerSearch";
import type { CustomerRecord } from "./customerModel";
import { initialsOf, lettersOf } from "../../lib/initials";

type Named = Pick<CustomerRecord, "name" | "shortName"> & Numbered;
type Numbered = Pick<CustomerRecord, "externalIds"> & Partial<Pick<CustomerRecord, "creditCode">>;

/** What a customer is found and put in order by, from what it is called: stored with it whenever that changes. */
export const nameFieldsOf = async ({
  _id,
  ...named
}: Named & Pick<CustomerRecord, "_id">): Promise<Pick<CustomerRecord, "initials" | "searchKeys" | "sortKey">> => ({
  ...(await searchFieldsOf(named)),
  sortKey: await sortKeyOf(_id, named.name),
});

/** What it is found by. */
export async function searchFieldsOf({
  name,
  shortName,
  ...numbered
}: Named): Promise<Pick<CustomerRecord, "initials" | "searchKeys">> {
  const names = [name, shortName];
  const initials = await initialsOf(names);
  return { initials, searchKeys: searchKeysOf({ names, initials, numbers: numbersOf(numbered) }) };
}

/** So much of a name puts it in order; it goes into cursors. */
const sortLettersMax = 60;

/**
 * Where a client stands in lists: by its name as it is read, 2 号 before 10 号. Two of one name have their order as well, so that a page goes on
 * where the last one ended.
 */
export async function sortKeyOf(customerId: string, name: string): Promise<string> {
  const letters = (await lettersOf(searchForm(name))).replace(/ü/g, "v").replace(/[^a-z0-9]/g, "");
  return `${letters.replace(/\d+/g, (digits) => digits.padStart(6, "0")).slice(0, sortLettersMax)}:${customerId}`;
}

/** The place in that order that a cursor names; none for what versions without an order gave, so that a list begins anew. */
export const placeInOrder = (cursor: string | undefined): string | undefined =>
  cursor?.includes(":") ? cursor : undefined;

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
