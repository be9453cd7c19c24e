import { model, Schema, type InferSchemaType } from "mongoose";
import { schemaVersion } from "./schemaVersion";

const keptDays = 90;

/** Who sent which command, and what it was answered first. */
const commandSchema = new Schema(
  {
    /** `<member>:<commandId>`, of other actors `key:<id>:…`, `job:<name>:…`. */
    _id: { type: String, required: true },
    kind: { type: String, required: true },
    /** Keyed, see `bodyHashOf`. */
    bodyHash: { type: String, required: true },
    /** The first answer as JSON text, so that a repeat is answered with the same bytes. */
    answer: { type: String, required: false },
    /** Real time, for keeping only. */
    at: { type: Date, required: true },
    schemaVersion,
  },
  { collection: "commands", strict: "throw", autoIndex: false, versionKey: false },
);
commandSchema.index({ at: 1 }, { expireAfterSeconds: keptDays * 24 * 60 * 60 });

export type CommandRecord = InferSchemaType<typeof commandSchema>;
export const CommandModel = model("Command", commandSchema);
