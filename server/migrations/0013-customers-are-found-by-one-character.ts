import type { mongo } from "mongoose";
import { searchFieldsOf } from "../features/customers";
import { changeEach } from "./changeEach";
import type { Migration } from "./migration";

interface OldCustomer extends mongo.Document {
  name: string;
  shortName: string;
  externalIds: string[];
  initials?: string;
  searchKeys?: string[];
}

/** Customers were found by two characters on, and 海岳股份 was another name than 海岳有限公司. */
export const customersAreFoundByOneCharacter: Migration = {
  number: 13,
  name: "customers-are-found-by-one-character",
  up: (context) =>
    changeEach<OldCustomer>(context, "customers", async (customer) => {
      const found = await searchFieldsOf(customer);
      const isSame = found.searchKeys.join("\n") === (customer.searchKeys ?? []).join("\n");
      return isSame ? null : { $set: found };
    }),
};
