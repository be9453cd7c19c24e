import { model, Schema, type InferSchemaType } from "mongoose";
import { schemaVersion } from "../db";

/** Which migrations this database has been through. A small collection. */
const migrationSchema = new Schema(
  {
    /** The migration's number. */
    _id: { type: Number, required: true },
    name: { type: String, required: true },
    /** Real time. */
    startedAt: { type: Date, required: true },
    /** Real time; null while it runs, or where it was broken off. */
    finishedAt: { type: Date, default: null },
    schemaVersion,
  },
  { collection: "migrations", strict: "throw", autoIndex: false, versionKey: false },
);

export type MigrationRecord = InferSchemaType<typeof migrationSchema>;
export const MigrationModel = model("Migration", migrationSchema);
