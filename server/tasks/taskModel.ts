import { type InferRawDocTypeFromSchema, Schema, model } from "mongoose";
import { taskKinds, taskStates } from "@shared/domain/task";
import { schemaVersion } from "../db";

const options = { _id: false, strict: "throw", minimize: false } as const;

const progressSchema = new Schema(
  {
    done: { type: Number, required: true },
    /** Null as long as nobody knows. */
    total: { type: Number, default: null },
    /** What is being done, by a name of the kind's; empty where there is nothing to tell. */
    phase: { type: String, default: "" },
  },
  options,
);

const resultSchema = new Schema(
  {
    /** By names of the kind's. */
    counts: { type: Schema.Types.Mixed, required: true },
    /** What has been made to be taken away. */
    fileId: { type: String, default: null },
  },
  options,
);

const errorSchema = new Schema({ code: { type: String, required: true } }, options);

/** Long work that somebody has asked for. One document holds all of it: what it is, how far it is, and who works on it. */
const taskSchema = new Schema(
  {
    /** Of the command that has asked for it. */
    _id: { type: String, required: true },
    schemaVersion,
    kind: { type: String, enum: taskKinds, required: true },
    memberId: { type: String, required: true },
    memberName: { type: String, required: true },
    state: { type: String, enum: taskStates, required: true },
    /** Plain JSON values, as the kind takes them. */
    input: { type: Schema.Types.Mixed, required: true },
    /** From where another goes on; null at the beginning. */
    cursor: { type: Schema.Types.Mixed, default: null },
    progress: { type: progressSchema, required: true },
    result: { type: resultSchema, default: null },
    error: { type: errorSchema, default: null },
    /** Business time. */
    createdAt: { type: Date, required: true },
    /** Business time; null before it has ended. */
    endedAt: { type: Date, default: null },
    /** Since when whoever asked knows of the end; real time. */
    seenAt: { type: Date, default: null },
    /** A worker has something to do about it: to do it, or to clear away what was cancelled. */
    isOpen: { type: Boolean, required: true },
    /** Counts up with every worker; what an older one does can no longer be stored. */
    fence: { type: Number, required: true },
    /** Real time until which nobody else takes it: of who works on it, or before the next try. */
    leaseUntil: { type: Date, required: true },
    /** Failed tries since it last came on, workers that died among them. */
    attempts: { type: Number, required: true },
    /** Counts every change. */
    revision: { type: Number, required: true },
  },
  { collection: "tasks", strict: "throw", autoIndex: false, versionKey: false, minimize: false },
);
taskSchema.index({ isOpen: 1, leaseUntil: 1 });
taskSchema.index({ _id: 1, fence: 1, state: 1, leaseUntil: 1 });
taskSchema.index({ _id: 1, state: 1, seenAt: 1 });
taskSchema.index({ memberId: 1, createdAt: -1 });
taskSchema.index({ memberId: 1, isOpen: 1 });
// What is old enough to go.
taskSchema.index({ createdAt: 1 });

export type TaskRecord = InferRawDocTypeFromSchema<typeof taskSchema>;
export const TaskModel = model<TaskRecord>("Task", taskSchema as unknown as Schema<TaskRecord>);
