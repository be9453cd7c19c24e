import type { mongo } from "mongoose";
import { changeEach } from "./changeEach";
import type { Migration } from "./migration";

interface OldProposal extends mongo.Document {
  state: string;
  to?: object | null;
  from?: object | null;
}

/** Where somebody stood who proposed a pin was kept for ever, decided or not; the place's own facts stood there twice. */
export const positionsOfPinsGo: Migration = {
  number: 19,
  name: "positions-of-pins-go",
  up: (context) =>
    changeEach<OldProposal>(context, "pinProposals", ({ state, to, from }) =>
      from === undefined && (state === "open" || (to ?? null) === null)
        ? null
        : { $unset: { from: "", address: "", radiusM: "" }, ...(state !== "open" && { $set: { to: null } }) },
    ),
};
