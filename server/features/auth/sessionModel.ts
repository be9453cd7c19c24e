import { model, Schema, type InferSchemaType } from "mongoose";
import { schemaVersion } from "../../db";

/** Who is signed in where. The token itself is with the phone alone. */
const sessionSchema = new Schema(
  {
    /** SHA-256 of the token. */
    _id: { type: String, required: true },
    memberId: { type: String, required: true },
    via: { type: String, enum: ["weapp", "h5"], required: true },
    /** As the phone calls itself. */
    device: { type: String, required: false, default: null },
    /** Of the list of devices; null where it does not say which it is. */
    deviceId: { type: String, default: null },
    /** Whether it began when cookies of https pages already were called `__Host-…`: never taken from one under the old name. */
    hostCookie: { type: Boolean, required: true, default: false },
    /** Real time, both. */
    beganAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    schemaVersion,
  },
  { collection: "sessions", strict: "throw", autoIndex: false, versionKey: false },
);
sessionSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
sessionSchema.index({ memberId: 1 });

export type SessionRecord = InferSchemaType<typeof sessionSchema>;
export const SessionModel = model("Session", sessionSchema);
