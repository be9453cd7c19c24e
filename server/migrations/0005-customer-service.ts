import type { mongo } from "mongoose";
import { changeEach } from "./changeEach";
import type { Migration } from "./migration";

interface OldCustomer extends mongo.Document {
  owners: { memberId: string }[];
  servedByIds: string[];
  coServedByIds?: string[];
}

/** Who serves a customer beside its owners was known only from all who serve it; other systems' ids were not kept. */
export const customerService: Migration = {
  number: 5,
  name: "customer-service",
  up: (context) =>
    changeEach<OldCustomer>(context, "customers", ({ owners, servedByIds, coServedByIds }) => {
      if (coServedByIds !== undefined) return null;
      const ownerIds = owners.map(({ memberId }) => memberId);
      const beside = servedByIds.filter((memberId) => !ownerIds.includes(memberId));
      return { $set: { coServedByIds: beside, externalIds: [], nextOwnersOn: null } };
    }),
};
