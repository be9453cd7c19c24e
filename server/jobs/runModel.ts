import { type InferSchemaType, Schema, model } from "mongoose";
import { schemaVersion } from "../db";

const runsKeptDays = 90;

/** One run of a job for one slot. Whoever inserts it runs it. */
const runSchema = new Schema(
  {
    /** `<job>@<slot>`. */
    _id: { type: String, required: true },
    schemaVersion,
    job: { type: String, required: true },
    /** Business time. */
    slotAt: { type: Date, required: true },
    state: { type: String, enum: ["open", "done", "failed"], required: true },
    /** Made for one try. */
    owner: { type: String, required: true },
    /** Real time: an open run whose lease is over is tried again, by whoever sees it first. */
    leaseUntil: { type: Date, required: true },
    tries: { type: Number, required: true },
    failure: { type: String, default: null },
    /** Real time. */
    startedAt: { type: Date, required: true },
    finishedAt: { type: Date, default: null },
  },
  { collection: "jobRuns", strict: "throw", autoIndex: false, versionKey: false },
);
runSchema.index({ _id: 1, leaseUntil: 1 });
runSchema.index({ _id: 1, owner: 1 });
runSchema.index({ state: 1, leaseUntil: 1 });
runSchema.index({ startedAt: 1 }, { expireAfterSeconds: runsKeptDays * 24 * 60 * 60 });

export type RunRecord = InferSchemaType<typeof runSchema>;
export const RunModel = model("JobRun", runSchema);

/** Up to which business instant the slots of a job have been found. */
const cursorSchema = new Schema(
  {
    /** The job's name. */
    _id: { type: String, required: true },
    schemaVersion,
    seenUntil: { type: Date, required: true },
  },
  { collection: "jobCursors", strict: "throw", autoIndex: false, versionKey: false },
);

export type CursorRecord = InferSchemaType<typeof cursorSchema>;
export const CursorModel = model("JobCursor", cursorSchema);
