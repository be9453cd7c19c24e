import { sortKeyOf } from "../features/customers";
import { changeEach } from "./changeEach";
import type { Migration } from "./migration";

interface OldCustomer {
  _id: string;
  name: string;
  sortKey?: string;
}

/** Clients are listed in the order of their names. */
export const customersHaveAnOrder: Migration = {
  number: 25,
  name: "customers-have-an-order",
  up: (context) =>
    changeEach<OldCustomer>(context, "customers", async ({ _id, name, sortKey }) =>
      sortKey ? null : { $set: { sortKey: await sortKeyOf(_id, name) } },
    ),
};
