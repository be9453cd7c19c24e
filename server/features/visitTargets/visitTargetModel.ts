import { type InferSchemaType, Schema, model } from "mongoose";
import { actorNameSchema, schemaVersion } from "../../db";

/** How many effective visits a week are expected of each rep of a unit, from a Monday on: added, and never changed. */
const visitTargetSchema = new Schema(
  {
    /** `<unit>:<revision>`: of two said at once one is there. */
    _id: { type: String, required: true },
    schemaVersion,
    unitId: { type: String, required: true },
    revision: { type: Number, required: true },
    from: { type: String, required: true },
    /** Null: none from then on. */
    perWeek: { type: Number, default: null },
    by: { type: actorNameSchema, required: true },
    at: { type: Date, required: true },
  },
  { collection: "visitTargets", strict: "throw", autoIndex: false, versionKey: false },
);
visitTargetSchema.index({ unitId: 1, revision: 1 });

export type VisitTargetRecord = InferSchemaType<typeof visitTargetSchema>;
export const VisitTargetModel = model("VisitTarget", visitTargetSchema);
