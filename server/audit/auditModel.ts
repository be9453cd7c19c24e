import { model, Schema, type InferSchemaType } from "mongoose";
import { actorNameSchema } from "../db/actorNameSchema";
import { schemaVersion } from "../db/schemaVersion";

/** Who did what to what, and when. Entries are only ever added. */
const auditSchema = new Schema(
  {
    /** Follows from the cause: a command's id, or what the directory changed. */
    _id: { type: String, required: true },
    actor: { type: actorNameSchema, required: true },
    action: { type: String, required: true },
    subject: { type: String, required: true },
    /** Business time. */
    at: { type: Date, required: true },
    /** Real time. */
    recordedAt: { type: Date, required: true },
    requestId: { type: String, required: false },
    detail: { type: Schema.Types.Mixed, required: false },
    schemaVersion,
  },
  { collection: "auditEntries", strict: "throw", autoIndex: false, versionKey: false, minimize: false },
);
auditSchema.index({ subject: 1, at: -1 });
// One kind of look at somebody, newest first: `looksAt` asks for each kind by itself.
auditSchema.index({ subject: 1, action: 1, at: -1, _id: -1 });
// The same of everybody, and by somebody: `allLooks`.
auditSchema.index({ action: 1, at: -1, _id: -1 });
auditSchema.index({ "actor.id": 1, action: 1, at: -1, _id: -1 });
auditSchema.index({ "detail.members": 1, at: -1, _id: -1 });

export type AuditRecord = InferSchemaType<typeof auditSchema>;
export const AuditModel = model("AuditEntry", auditSchema);
