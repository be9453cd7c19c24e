import type { mongo } from "mongoose";
import { changeEach } from "./changeEach";
import type { Migration } from "./migration";

interface OldCustomer extends mongo.Document {
  coServedByIds?: string[];
  coService?: unknown;
}

/** Who served a customer beside its owners was known for the present alone: since when is known from now on. */
export const coServiceIsDated: Migration = {
  number: 14,
  name: "co-service-is-dated",
  up: (context) =>
    changeEach<OldCustomer>(context, "customers", ({ coService, coServedByIds = [] }) => {
      if (coService !== undefined) return null;
      return { $set: { coService: coServedByIds.map((memberId) => ({ memberId, from: null, to: null })) } };
    }),
};
