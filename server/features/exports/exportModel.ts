import { type InferSchemaType, Schema, model } from "mongoose";
import { pinStatuses } from "@shared/domain/customerMerge";
import { exportFormats, exportKinds, exportStates } from "@shared/domain/exports";
import { schemaVersion } from "../../db";

const filterSchema = new Schema(
  {
    view: { type: String, enum: ["mine", "seen"], required: true },
    words: { type: String, default: null },
    grade: { type: String, enum: ["A", "B", "C", null], default: null },
    pin: { type: String, enum: ["none", ...pinStatuses, null], default: null },
    state: { type: String, default: null },
    period: { type: String, default: null },
    /** Rows that were chosen one by one; null: all of the list. */
    customerIds: { type: [String], default: null },
  },
  { _id: false, strict: "throw" },
);

const decisionSchema = new Schema(
  {
    byId: { type: String, required: true },
    byName: { type: String, required: true },
    allowed: { type: Boolean, required: true },
    reason: { type: String, default: null },
    at: { type: Date, required: true },
  },
  { _id: false, strict: "throw" },
);

const madeBySchema = new Schema(
  { roles: { type: [String], required: true }, leads: { type: [String], required: true } },
  { _id: false, strict: "throw" },
);

/** A list that somebody wishes to take away. */
const exportSchema = new Schema(
  {
    /** `<member>:<commandId>`. */
    _id: { type: String, required: true },
    schemaVersion,
    memberId: { type: String, required: true },
    memberName: { type: String, required: true },
    /** Whose leaders allow it; `none`: nobody's. */
    unitId: { type: String, required: true },
    what: { type: String, enum: exportKinds, required: true },
    format: { type: String, enum: exportFormats, required: true },
    filter: { type: filterSchema, required: true },
    reason: { type: String, required: true },
    state: { type: String, enum: exportStates, required: true },
    /** Null before they were counted. */
    rows: { type: Number, default: null },
    /** Business time. */
    askedAt: { type: Date, required: true },
    /** Since when it waits for somebody, and until when. */
    waitsSince: { type: Date, default: null },
    waitsUntil: { type: Date, default: null },
    decision: { type: decisionSchema, default: null },
    /** What makes it. */
    taskId: { type: String, required: true },
    /** By what its reader was shown its rows when it was made: whoever has lost some of that takes it away no more. Null before. */
    madeBy: { type: madeBySchema, default: null },
    revision: { type: Number, required: true },
  },
  { collection: "exports", strict: "throw", autoIndex: false, versionKey: false },
);
exportSchema.index({ memberId: 1, askedAt: -1 });
// What waits, by id as its pages go; and what lapses.
exportSchema.index({ state: 1, _id: 1 });
exportSchema.index({ state: 1, waitsUntil: 1 });
exportSchema.index({ _id: 1, revision: 1 });
// What is old enough to go.
exportSchema.index({ askedAt: 1 });

export type ExportRecord = InferSchemaType<typeof exportSchema>;
export const ExportModel = model("Export", exportSchema);

/** By which the file of an export is kept: it begins with whose it is. */
export const fileIdOf = ({ _id }: Pick<ExportRecord, "_id">): string => `${_id}:table`;
