import type { mongo } from "mongoose";
import { placesSet } from "../features/customers";
import { changeEach } from "./changeEach";
import type { Migration } from "./migration";

interface OldCustomer extends mongo.Document {
  sites: Parameters<typeof placesSet>[0];
  placeKeys?: string[];
}

/** Nobody was told that there is a client within 100 m of the one that is added. */
export const customersAreFoundByPlace: Migration = {
  number: 16,
  name: "customers-are-found-by-place",
  up: (context) =>
    changeEach<OldCustomer>(context, "customers", ({ sites, placeKeys }) =>
      placeKeys === undefined ? { $set: { placeKeys: placesSet(sites).placeKeys } } : null,
    ),
};
