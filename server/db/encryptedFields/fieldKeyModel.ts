import { model, Schema, type InferSchemaType } from "mongoose";
import { schemaVersion } from "../schemaVersion";

/** Which keys this database's fields have been encrypted with: ids and fingerprints, never a key. A small collection. */
const fieldKeySchema = new Schema(
  {
    /** The key's id. */
    _id: { type: String, required: true },
    fingerprint: { type: String, required: true },
    /** Real time. */
    firstUsedAt: { type: Date, required: true },
    /** Real time at which some process last had it as its first key, which is what it writes with; null: before that was noted. */
    firstKeyAt: { type: Date, default: null },
    /** Real time from which nothing was encrypted with it any more; null while something may be. */
    retiredAt: { type: Date, default: null },
    schemaVersion,
  },
  { collection: "fieldKeys", strict: "throw", autoIndex: false, versionKey: false },
);

export type FieldKeyRecord = InferSchemaType<typeof fieldKeySchema>;
export const FieldKeyModel = model("FieldKey", fieldKeySchema);
