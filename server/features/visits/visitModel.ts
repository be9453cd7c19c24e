import { type InferSchemaType, Schema, model } from "mongoose";
import { schemaVersion } from "../../db";

const nextStepSchema = new Schema(
  { text: { type: String, required: true }, on: { type: String, required: true } },
  { _id: false, strict: "throw" },
);

const visitSchema = new Schema(
  {
    /** `<member>:<commandId>`. */
    _id: { type: String, required: true },
    schemaVersion,
    memberId: { type: String, required: true },
    repMonth: { type: String, required: true },
    customerId: { type: String, required: true },
    customerName: { type: String, required: true },
    /** `<member>:<customer>`: whose visits a sale stands on. */
    memberCustomer: { type: String, required: true },
    checkInId: { type: String, required: true },
    purpose: { type: String, required: true },
    peopleMet: { type: String, default: null },
    record: { type: String, required: true },
    nextStep: { type: nextStepSchema, default: null },
    recordedAt: { type: Date, required: true },
    /** The day of the check-in. */
    on: { type: String, required: true },
    effective: { type: Boolean, required: true },
    reason: { type: String, default: null },
    revision: { type: Number, required: true },
  },
  { collection: "visits", strict: "throw", autoIndex: false, versionKey: false },
);
visitSchema.index({ repMonth: 1, on: -1 });
visitSchema.index({ memberCustomer: 1, effective: 1, on: -1 });
visitSchema.index({ "nextStep.on": 1 });
visitSchema.index({ _id: 1, revision: 1 });

export type VisitRecord = InferSchemaType<typeof visitSchema>;
export const VisitModel = model("Visit", visitSchema);
