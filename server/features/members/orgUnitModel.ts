import { model, Schema, type InferRawDocTypeFromSchema } from "mongoose";
import { schemaVersion } from "../../db";

const formerParentSchema = new Schema(
  {
    parentId: { type: String, default: null },
    /** The first day on which it hangs elsewhere; an older version wrote its month, `2026-04`. */
    before: { type: String, required: true },
  },
  { _id: false, strict: "throw" },
);

/** A place in the company's tree, as the directory shows it. */
const orgUnitSchema = new Schema(
  {
    /** `u<departmentId>` */
    _id: { type: String, required: true },
    name: { type: String, required: true },
    /** Set at first sight by the place in the tree; an administrator may change it, the directory does not. */
    kind: { type: String, enum: ["company", "branch", "team"], required: true },
    parentId: { type: String, required: false, default: null },
    /** Where it has hung before, the oldest first: results of a month go by the tree of that month, plans by that of the day. */
    formerParents: { type: [formerParentSchema], required: true },
    state: { type: String, enum: ["active", "gone"], required: true },
    revision: { type: Number, required: true },
    schemaVersion,
  },
  { collection: "orgUnits", strict: "throw", autoIndex: false, versionKey: false },
);
orgUnitSchema.index({ _id: 1, revision: 1 });

// The raw type: what is read with lean() and inserted is plain.
export type OrgUnitRecord = InferRawDocTypeFromSchema<typeof orgUnitSchema>;
export const OrgUnitModel = model<OrgUnitRecord>("OrgUnit", orgUnitSchema as unknown as Schema<OrgUnitRecord>);
