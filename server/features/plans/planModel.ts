import { type InferRawDocTypeFromSchema, Schema, model } from "mongoose";
import { actorNameSchema, schemaVersion } from "../../db";

const stepSchema = new Schema(
  {
    action: { type: String, enum: ["draft", "submit", "sendBack", "withdraw", "publish"], required: true },
    by: { type: actorNameSchema, required: true },
    /** Business time. */
    at: { type: Date, required: true },
    reason: { type: String, default: null },
  },
  { _id: false, strict: "throw" },
);

/** A version of a plan on its way into force. Once published it is immutable. */
const planSchema = new Schema(
  {
    /** `<code>@<version>`. */
    _id: { type: String, required: true },
    schemaVersion,
    state: { type: String, enum: ["draft", "inReview", "published"], required: true },
    /** The whole plan as the pay engine takes it. */
    plan: { type: Schema.Types.Mixed, required: true },
    /** Who did what with it, oldest first; drafts that one person writes in a row are one step. */
    steps: { type: [stepSchema], required: true },
    publishedAt: { type: Date, default: null },
    revision: { type: Number, required: true },
  },
  { collection: "plans", strict: "throw", autoIndex: false, versionKey: false, minimize: false },
);
planSchema.index({ state: 1, _id: 1 });
planSchema.index({ _id: 1, revision: 1 });

// The raw type: what is read with lean() and inserted is plain, its steps too.
export type PlanRecord = InferRawDocTypeFromSchema<typeof planSchema>;
export const PlanModel = model<PlanRecord>("Plan", planSchema as unknown as Schema<PlanRecord>);
