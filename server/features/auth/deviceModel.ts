import { model, Schema, type InferSchemaType } from "mongoose";
import { schemaVersion } from "../../db";

/** A phone or browser in which somebody has signed in. It goes when it has not been used for as long as positions are kept. */
const deviceSchema = new Schema(
  {
    /** `<member>:<deviceId>`. */
    _id: { type: String, required: true },
    memberId: { type: String, required: true },
    /** SHA-256 of what it calls itself by, by chance, which it alone has; the same for all who sign in there. Of those that do not say, the member's. */
    deviceId: { type: String, required: true },
    via: { type: String, enum: ["weapp", "h5"], required: true },
    /** Its model and system, or browser and system; null where it does not say. */
    name: { type: String, default: null },
    /** Of this member; business time, both. */
    firstAt: { type: Date, required: true },
    lastAt: { type: Date, required: true },
    schemaVersion,
  },
  { collection: "devices", strict: "throw", autoIndex: false, versionKey: false },
);
deviceSchema.index({ memberId: 1, lastAt: -1 });
deviceSchema.index({ deviceId: 1, memberId: 1 });
deviceSchema.index({ lastAt: 1 });

export type DeviceRecord = InferSchemaType<typeof deviceSchema>;
export const DeviceModel = model("Device", deviceSchema);
