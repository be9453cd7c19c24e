import type { mongo } from "mongoose";
import { changeEach } from "./changeEach";
import type { Migration } from "./migration";

interface OldMember extends mongo.Document {
  grantedRoles: string[];
  grants?: unknown[];
}

/** Roles that an administrator gave had no days and no giver; the set-up had given them all. A manager was one of no unit. */
export const roleGrants: Migration = {
  number: 9,
  name: "role-grants",
  up: (context) =>
    changeEach<OldMember>(context, "members", ({ grantedRoles, grants }) => {
      if (grants !== undefined) return null;
      const by = { kind: "job", id: "setup" };
      const given = grantedRoles.map((role) => ({ role, unitId: null, fromOn: "2000-01-01", untilOn: null, by }));
      return { $set: { grants: given } };
    }),
};
