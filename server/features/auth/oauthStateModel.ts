import { model, Schema } from "mongoose";
import { schemaVersion } from "../../db";

/** A login by browser that has come back. Its state works once: whoever inserts this is the one. */
const oauthStateSchema = new Schema(
  {
    /** SHA-256 of the state. */
    _id: { type: String, required: true },
    /** Real time; the state itself is over by then. */
    expiresAt: { type: Date, required: true },
    schemaVersion,
  },
  { collection: "oauthStates", strict: "throw", autoIndex: false, versionKey: false },
);
oauthStateSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export const OauthStateModel = model("OauthState", oauthStateSchema);
