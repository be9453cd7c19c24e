import { type InferSchemaType, model, Schema } from "mongoose";
import { schemaVersion } from "../../db";

/** A code that was made for a place of a client. One that was replaced stays, so that whoever scans it is told so. */
const siteCodeSchema = new Schema(
  {
    /** The hash of what is in the code (`siteCodeHashOf`): that itself is on paper alone. */
    _id: { type: String, required: true },
    schemaVersion,
    customerId: { type: String, required: true },
    siteId: { type: String, required: true },
    madeAt: { type: Date, required: true },
    madeById: { type: String, required: true },
    madeByName: { type: String, required: true },
    /** The file to be printed, for as long as that is kept. */
    sheetId: { type: String, required: true },
    /** When another took its place; null while it counts. */
    endedAt: { type: Date, default: null },
  },
  { collection: "siteCodes", strict: "throw", autoIndex: false, versionKey: false },
);
siteCodeSchema.index({ endedAt: 1, customerId: 1 });

export type SiteCodeRecord = InferSchemaType<typeof siteCodeSchema>;
export const SiteCodeModel = model("SiteCode", siteCodeSchema);
