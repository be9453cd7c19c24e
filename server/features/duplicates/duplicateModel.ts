import { type InferRawDocTypeFromSchema, model, Schema } from "mongoose";
import { sameBy } from "@shared/domain/customerSame";
import { schemaVersion } from "../../db";

const decisionSchema = new Schema(
  {
    byId: { type: String, required: true },
    byName: { type: String, required: true },
    at: { type: Date, required: true },
  },
  { _id: false, strict: "throw" },
);

/** Two clients that may be one, as the last run has found them. */
const duplicateSchema = new Schema(
  {
    /** See `pairIdOf`. */
    _id: { type: String, required: true },
    schemaVersion,
    customerIds: { type: [String], required: true },
    sameBy: { type: [{ type: String, enum: sameBy }], required: true },
    /** Units whose leaders lead all owners of both, on the day of the run. */
    unitIds: { type: [String], required: true },
    /** "different": somebody has said that they are two. It is remembered; see `findDuplicates`. */
    state: { type: String, enum: ["open", "different"], required: true },
    decision: { type: decisionSchema, default: null },
    foundOn: { type: String, required: true },
    /** The day of the last run that has found them. */
    seenOn: { type: String, required: true },
    revision: { type: Number, required: true },
  },
  { collection: "duplicates", strict: "throw", autoIndex: false, versionKey: false },
);
duplicateSchema.index({ state: 1, _id: 1 });
duplicateSchema.index({ state: 1, unitIds: 1, _id: 1 });
duplicateSchema.index({ state: 1, seenOn: 1 });
duplicateSchema.index({ state: 1, customerIds: 1 });
duplicateSchema.index({ _id: 1, revision: 1 });

export type DuplicateRecord = InferRawDocTypeFromSchema<typeof duplicateSchema>;
export const DuplicateModel = model<DuplicateRecord>(
  "Duplicate",
  duplicateSchema as unknown as Schema<DuplicateRecord>,
);
