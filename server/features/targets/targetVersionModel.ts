import { type InferSchemaType, Schema, model } from "mongoose";
import { actorNameSchema, schemaVersion } from "../../db";

/** What happened to a target: who, when, why. Only ever added to. */
const targetVersionSchema = new Schema(
  {
    /** `<target>:<revision>`: what made this revision of it. */
    _id: { type: String, required: true },
    schemaVersion,
    targetId: { type: String, required: true },
    revision: { type: Number, required: true },
    action: { type: String, enum: ["set", "publish", "remainder"], required: true },
    /** What was proposed, put in force or kept back; null: the proposal, or what was kept back, was taken away. */
    valueFen: { type: Number, default: null },
    reason: { type: String, default: null },
    by: { type: actorNameSchema, required: true },
    /** Business time. */
    at: { type: Date, required: true },
  },
  { collection: "targetVersions", strict: "throw", autoIndex: false, versionKey: false },
);
targetVersionSchema.index({ targetId: 1, revision: 1 });

export type TargetVersionRecord = InferSchemaType<typeof targetVersionSchema>;
export const TargetVersionModel = model("TargetVersion", targetVersionSchema);
