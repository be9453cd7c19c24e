import { model, Schema, type InferSchemaType } from "mongoose";
import { schemaVersion } from "../../db";

/** A browser that was sent to WeCom's authorize page and has not come back yet. */
const oauthStateSchema = new Schema(
  {
    /** SHA-256 of the state. */
    _id: { type: String, required: true },
    /** SHA-256 of the cookie of the browser that set out; only that one may come back. */
    browserHash: { type: String, required: true },
    /** The page to open afterwards. */
    returnTo: { type: String, required: false, default: null },
    /** Real time. */
    expiresAt: { type: Date, required: true },
    schemaVersion,
  },
  { collection: "oauthStates", strict: "throw", autoIndex: false, versionKey: false },
);
oauthStateSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export type OauthStateRecord = InferSchemaType<typeof oauthStateSchema>;
export const OauthStateModel = model("OauthState", oauthStateSchema);
