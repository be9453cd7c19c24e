import { type InferSchemaType, Schema, model } from "mongoose";
import { schemaVersion } from "../../db";

/** A published version of a plan: immutable. */
const planSchema = new Schema(
  {
    /** `<code>@<version>`. */
    _id: { type: String, required: true },
    schemaVersion,
    state: { type: String, enum: ["published"], required: true },
    /** The whole plan as the pay engine takes it. */
    plan: { type: Schema.Types.Mixed, required: true },
    publishedAt: { type: Date, required: true },
  },
  { collection: "plans", strict: "throw", autoIndex: false, versionKey: false, minimize: false },
);
planSchema.index({ state: 1 });

export type PlanRecord = InferSchemaType<typeof planSchema>;
export const PlanModel = model("Plan", planSchema);
