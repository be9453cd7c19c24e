import type { mongo } from "mongoose";
import { searchFieldsOf } from "../features/customers";
import { changeEach } from "./changeEach";
import type { Migration } from "./migration";

interface OldCustomer extends mongo.Document {
  name: string;
  shortName: string;
  externalIds: string[];
  searchKeys?: string[];
}

/** Customers were found by those who had all of them on their phone. */
export const customersAreFound: Migration = {
  number: 12,
  name: "customers-are-found",
  up: (context) =>
    changeEach<OldCustomer>(context, "customers", async (customer) =>
      customer.searchKeys === undefined ? { $set: await searchFieldsOf(customer) } : null,
    ),
};
