import { model, Schema, type InferSchemaType } from "mongoose";
import { schemaVersion } from "../../db";

/** Where the demo's business time stands. One document, which every process follows and which survives a restart. */
const clockSchema = new Schema(
  {
    _id: { type: String, required: true },
    /** Business time at the real instant `realAt`. */
    at: { type: Date, required: true },
    realAt: { type: Date, required: true },
    /** 0 stands still, 1 is ordinary time. */
    speed: { type: Number, required: true },
    schemaVersion,
  },
  { collection: "clock", strict: "throw", autoIndex: false, versionKey: false },
);

export type ClockRecord = InferSchemaType<typeof clockSchema>;
export const ClockModel = model("Clock", clockSchema);
