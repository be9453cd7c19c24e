import { type InferSchemaType, Schema, model } from "mongoose";
import type { ClientContact } from "@shared/domain/people";
import type { StepAnswer } from "@shared/domain/visitType";
import { schemaVersion } from "../../db";

const nextStepSchema = new Schema(
  {
    text: { type: String, required: true },
    on: { type: String, required: true },
    /** When it was done without a visit. */
    doneAt: { type: Date, default: null },
  },
  { _id: false, strict: "throw" },
);

const fileSchema = new Schema(
  { fileId: { type: String, required: true }, hash: { type: String, required: true } },
  { _id: false, strict: "throw" },
);

const voiceSchema = new Schema(
  {
    fileId: { type: String, required: true },
    hash: { type: String, required: true },
    lengthMs: { type: Number, required: true },
  },
  { _id: false, strict: "throw" },
);

const metSchema = new Schema(
  { contactId: { type: String, required: true }, name: { type: String, required: true } },
  { _id: false, strict: "throw" },
);

const countSchema = new Schema(
  { product: { type: String, required: true }, count: { type: Number, required: true } },
  { _id: false, strict: "throw" },
);

const answerSchema = new Schema(
  {
    stepId: { type: String, required: true },
    /** Empty for photos and products. */
    value: { type: String, default: "" },
    /** Absent: none. */
    files: { type: [fileSchema], default: undefined },
    counts: { type: [countSchema], default: undefined },
  },
  { _id: false, strict: "throw" },
);

/** What a person writes about a visit. */
const recorded = {
  /** With its version. Absent: written before there were types, as a plain visit. */
  typeId: { type: String, default: null },
  typeVersion: { type: Number, default: null },
  answers: { type: [answerSchema], default: null },
  purpose: { type: String, required: true },
  peopleMet: { type: String, default: null },
  /** Those of them who were contacts of the client. Absent: none. */
  met: { type: [metSchema], default: undefined },
  record: { type: String, required: true },
  nextStep: { type: nextStepSchema, default: null },
  /** What was spoken beside it. */
  voice: { type: voiceSchema, default: null },
} as const;

const visitSchema = new Schema(
  {
    /** `<member>:<commandId>`. */
    _id: { type: String, required: true },
    schemaVersion,
    memberId: { type: String, required: true },
    repMonth: { type: String, required: true },
    customerId: { type: String, required: true },
    customerName: { type: String, required: true },
    /** `<member>:<customer>`: whose visits a sale stands on. */
    memberCustomer: { type: String, required: true },
    checkInId: { type: String, required: true },
    ...recorded,
    /** When its first version was written: what the visit is judged by. */
    recordedAt: { type: Date, required: true },
    /** Since when no step is missing that the type cannot do without; null: some still are. Absent: since it was recorded. */
    completeAt: { type: Date },
    /** Of the record, from 1 on; the ones before it are kept beside it (`VisitVersionModel`). Absent: it was never corrected. */
    version: { type: Number, default: null },
    /** When this version was written; null for the first one. */
    correctedAt: { type: Date, default: null },
    /** The day of the check-in. */
    on: { type: String, required: true },
    effective: { type: Boolean, required: true },
    reason: { type: String, default: null },
    revision: { type: Number, required: true },
  },
  { collection: "visits", strict: "throw", autoIndex: false, versionKey: false },
);
visitSchema.index({ repMonth: 1, on: -1 });
visitSchema.index({ memberCustomer: 1, effective: 1, on: -1 });
// What a customer's page shows, whoever went there.
visitSchema.index({ customerId: 1, recordedAt: -1, _id: -1 });
// Which one was the first there that counts.
visitSchema.index({ customerId: 1, effective: 1, on: 1 });
visitSchema.index({ "nextStep.on": 1 });
visitSchema.index({ memberId: 1, "nextStep.on": 1 });
visitSchema.index({ _id: 1, revision: 1 });

/** What is read with lean() and inserted is plain: an array of answers is one, and not mongoose's. */
type Plain<Stored> = Omit<Stored, "answers" | "met"> & {
  answers?: StepAnswer[] | null;
  met?: ClientContact[] | null;
};

export type VisitRecord = Plain<InferSchemaType<typeof visitSchema>>;
export const VisitModel = model<VisitRecord>("Visit", visitSchema as unknown as Schema<VisitRecord>);

/** What a visit's record said before it was corrected: added, and never changed. */
const visitVersionSchema = new Schema(
  {
    /** `<visit>:<version>`. */
    _id: { type: String, required: true },
    schemaVersion,
    visitId: { type: String, required: true },
    version: { type: Number, required: true },
    /** The visit's own, so that a month is read at once. */
    repMonth: { type: String, required: true },
    ...recorded,
    writtenAt: { type: Date, required: true },
  },
  { collection: "visitVersions", strict: "throw", autoIndex: false, versionKey: false },
);
visitVersionSchema.index({ visitId: 1, version: -1 });
visitVersionSchema.index({ repMonth: 1 });

export type VisitVersionRecord = Plain<InferSchemaType<typeof visitVersionSchema>>;
export const VisitVersionModel = model<VisitVersionRecord>(
  "VisitVersion",
  visitVersionSchema as unknown as Schema<VisitVersionRecord>,
);
