import type { mongo } from "mongoose";
import { placesSet } from "../features/customers";
import { changeEach } from "./changeEach";
import type { Migration } from "./migration";

interface OldCustomer extends mongo.Document {
  sites: Parameters<typeof placesSet>[0];
  addressKeys?: string[];
  merged?: object | null;
}

/** Leaders did not find by its address what its rep found by it. */
export const customersAreFoundByAddress: Migration = {
  number: 20,
  name: "customers-are-found-by-address",
  up: (context) =>
    changeEach<OldCustomer>(context, "customers", ({ sites, addressKeys, merged }) => {
      const isFound = (addressKeys ?? []).length > 0;
      // What has become another is found at the other.
      return isFound || merged || sites.length === 0 ? null : { $set: { addressKeys: placesSet(sites).addressKeys } };
    }),
};
