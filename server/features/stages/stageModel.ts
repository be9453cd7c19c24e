import { type InferSchemaType, Schema, model } from "mongoose";
import { schemaVersion } from "../../db";

/** That a customer went from one stage to another, as somebody has said: added; only that it was taken back is noted in it. */
const stageChangeSchema = new Schema(
  {
    /** `<member>:<commandId>`. */
    _id: { type: String, required: true },
    schemaVersion,
    memberId: { type: String, required: true },
    repMonth: { type: String, required: true },
    customerId: { type: String, required: true },
    customerName: { type: String, required: true },
    from: { type: String, required: true },
    to: { type: String, required: true },
    /** Of a way back. */
    reason: { type: String, default: null },
    at: { type: Date, required: true },
    on: { type: String, required: true },
    /** When it was heard of: decides with its day in which month it is booked. */
    recordedAt: { type: Date, required: true },
    /** The revision of the fact that it is; null where it is none: a way back, or a stage that was reached before. */
    factRevision: { type: Number, default: null },
    /** The revision that the customer had by it: in that order they were made, whatever the phones' clocks said. */
    customerRevision: { type: Number, required: true },
    undoneAt: { type: Date, default: null },
    revision: { type: Number, required: true },
  },
  { collection: "stageChanges", strict: "throw", autoIndex: false, versionKey: false },
);
stageChangeSchema.index({ repMonth: 1 });
stageChangeSchema.index({ customerId: 1, at: -1, _id: -1 });
stageChangeSchema.index({ _id: 1, revision: 1 });

export type StageChangeRecord = InferSchemaType<typeof stageChangeSchema>;
export const StageChangeModel = model("StageChange", stageChangeSchema);
