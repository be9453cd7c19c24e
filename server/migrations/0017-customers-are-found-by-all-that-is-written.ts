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

/** Leaders did not find what reps found by the kind of company, half a word of it, or the beginning of a number. */
export const customersAreFoundByAllThatIsWritten: Migration = {
  number: 17,
  name: "customers-are-found-by-all-that-is-written",
  up: (context) =>
    changeEach<OldCustomer>(context, "customers", async (customer) => {
      const found = await searchFieldsOf(customer);
      const isSame = found.searchKeys.join("\n") === (customer.searchKeys ?? []).join("\n");
      return isSame ? null : { $set: found };
    }),
};
