import { type InferSchemaType, Schema, model } from "mongoose";
import { schemaVersion } from "../db";

const options = { strict: "throw", autoIndex: false, versionKey: false, minimize: false } as const;

const eventFields = {
  /** `<cause>:<type>`, or `<cause>:<part>:<type>`. */
  _id: { type: String, required: true },
  schemaVersion,
  type: { type: String, required: true },
  payload: { type: Schema.Types.Mixed, required: true },
  partition: { type: String, required: true },
  /** The command, event, job run or notice that it follows from. */
  cause: { type: String, required: true },
  /** The HTTP request at the beginning of the chain. */
  requestId: { type: String, default: null },
  /** Failed tries so far. */
  attempts: { type: Number, required: true },
  /** Real time. */
  createdAt: { type: Date, required: true },
  /** Reason of the last failed try. */
  failure: { type: String, default: null },
} as const;

/**
 * Events that wait to be worked off. `due` waits for real time, `waiting` for business time (quiet hours, the end of a
 * digest), so that moving the demo's clock wakes it; `dead` waits for a person.
 */
const eventSchema = new Schema(
  {
    ...eventFields,
    state: { type: String, enum: ["due", "waiting", "dead"], required: true },
    /** How many of the failed tries nobody foresaw. */
    bugs: { type: Number, default: 0 },
    /** Real time for `due` and `dead`, business time for `waiting`. */
    dueAt: { type: Date, required: true },
  },
  { collection: "events", ...options },
);
// The range is the last field: with another behind it the embedded engine leaves out what equals the end of the range.
eventSchema.index({ state: 1, dueAt: 1 });
eventSchema.index({ partition: 1, state: 1, dueAt: 1 });

export type EventRecord = InferSchemaType<typeof eventSchema>;
export const EventModel = model("Event", eventSchema);

const eventsKeptDays = 90;

/** Events that are done. Apart from the open ones, so that looking for work stays quick. */
const eventLogSchema = new Schema(
  { ...eventFields, /** Real time. */ finishedAt: { type: Date, required: true } },
  { collection: "eventLog", ...options },
);
eventLogSchema.index({ finishedAt: 1 }, { expireAfterSeconds: eventsKeptDays * 24 * 60 * 60 });
eventLogSchema.index({ cause: 1 });

export type EventLogRecord = InferSchemaType<typeof eventLogSchema>;
export const EventLogModel = model("EventLog", eventLogSchema);

/** Who works a partition off right now. Commands never touch these documents. */
const partitionSchema = new Schema(
  {
    _id: { type: String, required: true },
    schemaVersion,
    /** Made for one try to get the lease. */
    owner: { type: String, required: true },
    /** Counts up with every lease; what an older lease began can no longer be completed. */
    fence: { type: Number, required: true },
    /** Real time; the epoch when the lease was given back. */
    leaseUntil: { type: Date, required: true },
    /** Real time until which an ordered event holds the partition. */
    heldUntil: { type: Date, default: null },
    /** What handlers keep between events, such as how much was sent within the minute. */
    memory: { type: Schema.Types.Mixed, default: {} },
  },
  { collection: "partitions", ...options },
);
partitionSchema.index({ _id: 1, leaseUntil: 1 });
partitionSchema.index({ _id: 1, fence: 1 });

export type PartitionRecord = InferSchemaType<typeof partitionSchema>;
export const PartitionModel = model("Partition", partitionSchema);
