import { type InferSchemaType, Schema, model } from "mongoose";
import { schemaVersion } from "../../db";

/** What a sale said when it was last sent back, and why it was. */
const sentBackSchema = new Schema(
  {
    reason: { type: String, required: true },
    customerId: { type: String, required: true },
    customerName: { type: String, required: true },
    amountFen: { type: Number, required: true, validate: Number.isSafeInteger },
    signedOn: { type: String, required: true },
    contractNo: { type: String, default: null },
  },
  { _id: false },
);

const saleSchema = new Schema(
  {
    /** Made by the client, so that a repeated submission is the same sale. */
    _id: { type: String, required: true },
    schemaVersion,
    repId: { type: String, required: true },
    repName: { type: String, required: true },
    /** The rep's team on the day it was signed: who decides, and where it counts. */
    teamId: { type: String, required: true },
    customerId: { type: String, required: true },
    customerName: { type: String, required: true },
    amountFen: { type: Number, required: true, validate: Number.isSafeInteger },
    stream: { type: String, default: null },
    contractNo: { type: String, default: null },
    /** When it happened. */
    signedOn: { type: String, required: true },
    state: { type: String, enum: ["submitted", "returned", "confirmed", "cancelled"], required: true },
    /** When we heard of it. */
    submittedAt: { type: Date, required: true },
    /** Since when it waits as it is, where that is later: it has come back to its rep, or was put before the deciders again. */
    askedAt: { type: Date, default: null },
    confirmedAt: { type: Date, default: null },
    confirmedById: { type: String, default: null },
    confirmedByName: { type: String, default: null },
    /** Of the leader who was away, where a deputy confirmed it; null or missing: by an own right. */
    confirmedInsteadOfName: { type: String, default: null },
    returnReason: { type: String, default: null },
    /** Set when it is put before the deciders again; null where it never came back. */
    sentBack: { type: sentBackSchema, default: null },
    /** An equal sale that its rep was asked about, and said that it is another one. */
    notRepeatOfId: { type: String, default: null },
    /** Ids of the effective visits that it stands on, newest first; set at the confirmation. */
    footsteps: { type: [String], required: true },
    /** Position in lists: submission instant and id. */
    sortKey: { type: String, required: true },
    revision: { type: Number, required: true },
  },
  { collection: "sales", strict: "throw", autoIndex: false, versionKey: false },
);
saleSchema.index({ repId: 1, sortKey: -1 });
saleSchema.index({ repId: 1, state: 1, sortKey: -1 });
saleSchema.index({ teamId: 1, state: 1, sortKey: -1 });
saleSchema.index({ state: 1, sortKey: -1 });
// All that somebody may read, in whatever state.
saleSchema.index({ teamId: 1, sortKey: -1 });
saleSchema.index({ sortKey: -1 });
// The largest of a year: answered by the index alone.
saleSchema.index({ repId: 1, state: 1, signedOn: -1, amountFen: -1 });
// Of many reps at once: the equality comes before the list.
saleSchema.index({ state: 1, repId: 1 });
saleSchema.index({ state: 1, customerId: 1 });
// What was confirmed since a day: the sales that another first paying day moves.
saleSchema.index({ state: 1, confirmedAt: 1 });
// What a month still waits for.
saleSchema.index({ state: 1, signedOn: 1 });
// What a customer's page shows, whoever sold there.
saleSchema.index({ customerId: 1, submittedAt: -1, _id: -1 });
// The same sale, written down twice.
saleSchema.index({ repId: 1, customerId: 1, signedOn: 1, amountFen: 1 });
// By the number of its contract, among one's own and all.
saleSchema.index({ repId: 1, contractNo: 1 });
saleSchema.index({ contractNo: 1 });
saleSchema.index({ _id: 1, revision: 1 });

export type SaleRecord = InferSchemaType<typeof saleSchema>;
export const SaleModel = model("Sale", saleSchema);
export type SaleState = SaleRecord["state"];
