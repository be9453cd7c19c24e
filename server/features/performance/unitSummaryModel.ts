import { type InferSchemaType, Schema, model } from "mongoose";
import { schemaVersion } from "../../db";

/** A unit's month: the sum of its members' or its child units' summaries, recomputed as a whole. */
const unitSummarySchema = new Schema(
  {
    /** `<unit>:<period>`. */
    _id: { type: String, required: true },
    schemaVersion,
    unitId: { type: String, required: true },
    period: { type: String, required: true },
    /** `<parent unit>:<period>`; `none` for the company. */
    parentMonth: { type: String, required: true },
    /** Sum by measure code. */
    sums: { type: Schema.Types.Mixed, required: true },
    computedAt: { type: Date, required: true },
    revision: { type: Number, required: true },
  },
  { collection: "unitSummaries", strict: "throw", autoIndex: false, versionKey: false, minimize: false },
);
unitSummarySchema.index({ parentMonth: 1 });
unitSummarySchema.index({ _id: 1, revision: 1 });

export type UnitSummaryRecord = InferSchemaType<typeof unitSummarySchema>;
export const UnitSummaryModel = model("UnitSummary", unitSummarySchema);
