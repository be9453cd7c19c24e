import { model, Schema, type InferSchemaType } from "mongoose";
import { schemaVersion } from "../../db";

/** Who accepted which text about positions, and when. Never changed. */
const consentSchema = new Schema(
  {
    /** `<memberId>:<version>` */
    _id: { type: String, required: true },
    memberId: { type: String, required: true },
    version: { type: String, required: true },
    acceptedAt: { type: Date, required: true },
    schemaVersion,
  },
  { collection: "consents", strict: "throw", autoIndex: false, versionKey: false },
);
consentSchema.index({ memberId: 1, acceptedAt: -1 });

export type ConsentRecord = InferSchemaType<typeof consentSchema>;
export const ConsentModel = model("Consent", consentSchema);
