import { nameFieldsOf } from "../features/members";
import { changeEach } from "./changeEach";
import type { Migration } from "./migration";

interface OldMember {
  _id: string;
  name: string;
  sortKey?: string;
}

/** Members are listed by the letters of their names, and found by a part of them or by their initials. */
export const membersAreFound: Migration = {
  number: 23,
  name: "members-are-found",
  up: (context) =>
    changeEach<OldMember>(context, "members", async ({ _id, name, sortKey }) =>
      sortKey ? null : { $set: { ...(await nameFieldsOf(_id, name)) } },
    ),
};
