import { type InferRawDocTypeFromSchema, Schema, model } from "mongoose";
import { schemaVersion } from "../../db";

/** The check of a plan's version, of its rules as they were last checked: one document for each version, however often it was written. */
const planCheckSchema = new Schema(
  {
    /** The version's. */
    _id: { type: String, required: true },
    schemaVersion,
    /** Of the rules that are checked. */
    rulesHash: { type: String, required: true },
    /** The long work that was asked for last; null where it was made without one. */
    taskId: { type: String, default: null },
    /** As the engine gives it; null as long as it is under way. */
    report: { type: Schema.Types.Mixed, default: null },
    /** Business time. */
    checkedAt: { type: Date, default: null },
    revision: { type: Number, required: true },
  },
  { collection: "planChecks", strict: "throw", autoIndex: false, versionKey: false, minimize: false },
);
planCheckSchema.index({ _id: 1, revision: 1 });
planCheckSchema.index({ _id: 1, taskId: 1 });

export type PlanCheckRecord = InferRawDocTypeFromSchema<typeof planCheckSchema>;
export const PlanCheckModel = model<PlanCheckRecord>(
  "PlanCheck",
  planCheckSchema as unknown as Schema<PlanCheckRecord>,
);
