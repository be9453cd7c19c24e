import type { mongo } from "mongoose";
import { changeEach } from "./changeEach";
import type { Migration } from "./migration";

interface OldNotice extends mongo.Document {
  bodyHash?: string | null;
}

/** Nobody read it, and whoever has the database could try out what a message said that is deleted. */
export const messagesKeepNoHash: Migration = {
  number: 18,
  name: "messages-keep-no-hash",
  up: (context) =>
    changeEach<OldNotice>(context, "notices", ({ bodyHash }) =>
      bodyHash === undefined ? null : { $unset: { bodyHash: "" } },
    ),
};
