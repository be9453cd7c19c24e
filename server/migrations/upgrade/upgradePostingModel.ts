import { model, Schema, type InferSchemaType } from "mongoose";
import { schemaVersion } from "../../db";

/** What an upgrade still has to post and to tell one member: written before the migrations run, so that no kill loses it. */
const upgradePostingSchema = new Schema(
  {
    /** `<member>:<numbers of the migrations>`. */
    _id: { type: String, required: true },
    schemaVersion,
    memberId: { type: String, required: true },
    /** The migrations that announced it. */
    numbers: { type: [Number], required: true },
    /** Their reasons, in each language. */
    why: { type: [{ _id: false, "zh-CN": String, en: String }], required: true },
    /** The months, `2026-03`. */
    periods: { type: [String], required: true },
    state: { type: String, enum: ["open", "done"], required: true },
  },
  { collection: "upgradePostings", strict: "throw", autoIndex: false, versionKey: false },
);
upgradePostingSchema.index({ state: 1 });
upgradePostingSchema.index({ _id: 1, state: 1 });

export type UpgradePostingRecord = InferSchemaType<typeof upgradePostingSchema>;
export const UpgradePostingModel = model("UpgradePosting", upgradePostingSchema);
