import { type InferRawDocTypeFromSchema, model, Schema } from "mongoose";
import { schemaVersion } from "../../db";
import { encryptedField } from "../../db/encryptedFields";

/** What was sent may hold anything that people write. */
export const refusedBody = encryptedField({ collection: "refusals", field: "body", indexes: {} });

const faultSchema = new Schema(
  { field: { type: String, required: true }, code: { type: String, required: true } },
  { _id: false, strict: "throw" },
);

/** A command that a phone had kept and that was not done: what an administrator needs to find out why. */
const refusalSchema = new Schema(
  {
    /** `<member>:<commandId>:` and a hash of what was sent and why it was refused: the same again is the same document. */
    _id: { type: String, required: true },
    schemaVersion,
    memberId: { type: String, required: true },
    memberName: { type: String, required: true },
    /** Of what command, such as `visits.record`. */
    kind: { type: String, required: true },
    code: { type: String, required: true },
    status: { type: Number, required: true },
    faults: { type: [faultSchema], required: true },
    requestId: { type: String, required: true },
    /** Business time. */
    at: { type: Date, required: true },
    on: { type: String, required: true },
    /** Encrypted, see `refusedBody`; null where the company has no keys. */
    body: { type: String, default: null },
    /** Real time from which nobody sees it any more. */
    goesAt: { type: Date, required: true },
    /** Counts for the rotation of keys alone. */
    revision: { type: Number, required: true },
  },
  { collection: "refusals", strict: "throw", autoIndex: false, versionKey: false },
);
refusalSchema.index({ goesAt: 1 }, { expireAfterSeconds: 0 });
refusalSchema.index({ memberId: 1, on: 1 });
refusalSchema.index({ _id: 1, revision: 1 });

export type RefusalRecord = InferRawDocTypeFromSchema<typeof refusalSchema>;
export const RefusalModel = model<RefusalRecord>("Refusal", refusalSchema as unknown as Schema<RefusalRecord>);
