import { model, Schema, type InferSchemaType } from "mongoose";
import { schemaVersion } from "../../db";

/** A place in the company's tree, as the directory shows it. */
const orgUnitSchema = new Schema(
  {
    /** `u<departmentId>` */
    _id: { type: String, required: true },
    name: { type: String, required: true },
    /** Set at first sight by the place in the tree; an administrator may change it, the directory does not. */
    kind: { type: String, enum: ["company", "branch", "team"], required: true },
    parentId: { type: String, required: false, default: null },
    state: { type: String, enum: ["active", "gone"], required: true },
    revision: { type: Number, required: true },
    schemaVersion,
  },
  { collection: "orgUnits", strict: "throw", autoIndex: false, versionKey: false },
);
orgUnitSchema.index({ _id: 1, revision: 1 });

export type OrgUnitRecord = InferSchemaType<typeof orgUnitSchema>;
export const OrgUnitModel = model("OrgUnit", orgUnitSchema);
