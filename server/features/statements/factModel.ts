import { type InferSchemaType, Schema, model } from "mongoose";
import { schemaVersion } from "../../db";

/** Anything that pay is computed from: dated, immutable; a correction is a new fact. */
const factSchema = new Schema(
  {
    /** `<kind>:<id of its cause>`. */
    _id: { type: String, required: true },
    schemaVersion,
    kind: { type: String, required: true },
    /** The whole fact as the pay engine takes it. */
    fact: { type: Schema.Types.Mixed, required: true },
    on: { type: String, required: true },
    countsOn: { type: String, required: true },
    bookedIn: { type: String, required: true },
    recordedAt: { type: Date, required: true },
  },
  { collection: "facts", strict: "throw", autoIndex: false, versionKey: false, minimize: false },
);

// What is about a sale is found with it.
factSchema.index({ "fact.saleId": 1 });

export type FactRecord = InferSchemaType<typeof factSchema>;
export const FactModel = model("Fact", factSchema);
