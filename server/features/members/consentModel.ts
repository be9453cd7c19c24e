import { model, Schema, type InferSchemaType } from "mongoose";
import { schemaVersion } from "../../db";

/** Who accepted which text about positions, and when. It ends with leaving, and is kept then under an id of its own. */
const consentSchema = new Schema(
  {
    /** `<memberId>:<version>`; of one that has ended `<memberId>:<version>:<endedAt>` */
    _id: { type: String, required: true },
    memberId: { type: String, required: true },
    version: { type: String, required: true },
    acceptedAt: { type: Date, required: true },
    /** Null while it counts. */
    endedAt: { type: Date, default: null },
    schemaVersion,
  },
  { collection: "consents", strict: "throw", autoIndex: false, versionKey: false },
);
consentSchema.index({ memberId: 1, acceptedAt: -1 });

export type ConsentRecord = InferSchemaType<typeof consentSchema>;
export const ConsentModel = model("Consent", consentSchema);
