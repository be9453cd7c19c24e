import { type InferSchemaType, Schema, model } from "mongoose";
import { schemaVersion } from "../../db";

/** A measure's required value for a subject and a period, in fen where the measure is money. */
const targetSchema = new Schema(
  {
    /** `<subject>:<measure>:<period>`; a subject is a member or a unit. */
    _id: { type: String, required: true },
    schemaVersion,
    subjectId: { type: String, required: true },
    measure: { type: String, required: true },
    period: { type: String, required: true },
    valueFen: { type: Number, required: true, validate: Number.isSafeInteger },
    setById: { type: String, required: true },
    setAt: { type: Date, required: true },
    revision: { type: Number, required: true },
  },
  { collection: "targets", strict: "throw", autoIndex: false, versionKey: false },
);
targetSchema.index({ _id: 1, revision: 1 });

export type TargetRecord = InferSchemaType<typeof targetSchema>;
export const TargetModel = model("Target", targetSchema);
