import { type InferSchemaType, Schema, model } from "mongoose";
import { schemaVersion } from "../../db";

/** When a leader is away next, or was last, and who decides meanwhile. */
const absenceSchema = new Schema(
  {
    /** The member's. */
    _id: { type: String, required: true },
    schemaVersion,
    /** First and last day; null where it was taken back. */
    from: { type: String, default: null },
    to: { type: String, default: null },
    deputyId: { type: String, default: null },
    revision: { type: Number, required: true },
  },
  { collection: "absences", strict: "throw", autoIndex: false, versionKey: false },
);
absenceSchema.index({ to: 1 });
absenceSchema.index({ _id: 1, revision: 1 });

export type AbsenceRecord = InferSchemaType<typeof absenceSchema>;
export const AbsenceModel = model("Absence", absenceSchema);
