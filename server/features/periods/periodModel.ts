import { type InferSchemaType, Schema, model } from "mongoose";
import { schemaVersion } from "../../db";

/** A month of the whole company: until when it takes facts, and whether it is still open. */
const periodSchema = new Schema(
  {
    /** The month, `2026-03`. */
    _id: { type: String, required: true },
    schemaVersion,
    state: { type: String, enum: ["open", "closed"], required: true },
    /** What is recorded from this instant on is booked in a later month. */
    cutOffAt: { type: Date, required: true },
    revision: { type: Number, required: true },
  },
  { collection: "periods", strict: "throw", autoIndex: false, versionKey: false },
);
periodSchema.index({ _id: 1, revision: 1 });

export type PeriodRecord = InferSchemaType<typeof periodSchema>;
export const PeriodModel = model("Period", periodSchema);
