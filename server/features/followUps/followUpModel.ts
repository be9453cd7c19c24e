import { type InferSchemaType, Schema, model } from "mongoose";
import { schemaVersion } from "../../db";

/** What a person writes about it. */
const said = {
  channel: { type: String, required: true },
  people: { type: String, default: null },
  record: { type: String, required: true },
} as const;

const versionSchema = new Schema(
  { version: { type: Number, required: true }, ...said, writtenAt: { type: Date, required: true } },
  { _id: false, strict: "throw" },
);

const followUpSchema = new Schema(
  {
    /** `<member>:<commandId>`. */
    _id: { type: String, required: true },
    schemaVersion,
    memberId: { type: String, required: true },
    repMonth: { type: String, required: true },
    customerId: { type: String, required: true },
    customerName: { type: String, required: true },
    ...said,
    /** When one was in touch, and the day of that. */
    at: { type: Date, required: true },
    on: { type: String, required: true },
    /** When it was heard of: decides with its day in which month it is booked. */
    recordedAt: { type: Date, required: true },
    /** From 1 on. */
    version: { type: Number, required: true },
    /** When this version was written; null for the first one. */
    correctedAt: { type: Date, default: null },
    /** What it said before, oldest first: added, and never changed. */
    earlier: { type: [versionSchema], required: true },
    revision: { type: Number, required: true },
  },
  { collection: "followUps", strict: "throw", autoIndex: false, versionKey: false },
);
followUpSchema.index({ repMonth: 1 });
// What a customer's page shows, whoever was in touch.
followUpSchema.index({ customerId: 1, at: -1, _id: -1 });
followUpSchema.index({ _id: 1, revision: 1 });

type Inferred = InferSchemaType<typeof followUpSchema>;
/** What is read with lean() and inserted is plain: its list is one, and not mongoose's. */
export type FollowUpRecord = Omit<Inferred, "earlier"> & { earlier: FollowUpVersion[] };
export type FollowUpVersion = InferSchemaType<typeof versionSchema>;
export const FollowUpModel = model<FollowUpRecord>("FollowUp", followUpSchema as unknown as Schema<FollowUpRecord>);
