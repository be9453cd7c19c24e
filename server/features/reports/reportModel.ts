import { type InferSchemaType, Schema, model } from "mongoose";
import { schemaVersion } from "../../db";

const closedSchema = new Schema(
  {
    /** Empty: whoever runs the server. */
    byName: { type: String, default: "" },
    answer: { type: String, default: null },
    at: { type: Date, required: true },
  },
  { _id: false, strict: "throw" },
);

/** A problem that somebody has reported. */
const reportSchema = new Schema(
  {
    /** `<member>:<commandId>`. */
    _id: { type: String, required: true },
    schemaVersion,
    memberId: { type: String, required: true },
    memberName: { type: String, required: true },
    /** The day of the report: so many a day are taken. */
    on: { type: String, required: true },
    text: { type: String, default: null },
    saw: { type: String, default: null },
    reference: { type: String, default: null },
    screen: { type: String, default: null },
    program: { type: String, required: true },
    happenedAt: { type: Date, required: true },
    reportedAt: { type: Date, required: true },
    state: { type: String, enum: ["open", "done"], required: true },
    closed: { type: closedSchema, default: null },
    revision: { type: Number, required: true },
  },
  { collection: "reports", strict: "throw", autoIndex: false, versionKey: false },
);
reportSchema.index({ memberId: 1, on: 1 });
reportSchema.index({ memberId: 1, reportedAt: -1 });
// What is old enough to go.
reportSchema.index({ reportedAt: 1 });
reportSchema.index({ state: 1, reportedAt: 1 });
reportSchema.index({ _id: 1, revision: 1 });

export type ReportRecord = InferSchemaType<typeof reportSchema>;
export const ReportModel = model("Report", reportSchema);
