import { type InferRawDocTypeFromSchema, Schema, model } from "mongoose";
import { actorNameSchema, schemaVersion } from "../../db";

const remainderSchema = new Schema(
  {
    valueFen: { type: Number, required: true, validate: Number.isSafeInteger },
    reason: { type: String, required: true },
  },
  { _id: false, strict: "throw" },
);

const draftSchema = new Schema(
  {
    valueFen: { type: Number, required: true, validate: Number.isSafeInteger },
    reason: { type: String, default: null },
    by: { type: actorNameSchema, required: true },
    /** Business time. */
    at: { type: Date, required: true },
  },
  { _id: false, strict: "throw" },
);

/** A measure's required value for a subject and a period as it is now, in fen; how it came to be is in its versions. */
const targetSchema = new Schema(
  {
    /** `<subject>:<measure>:<period>`; a subject is a member or a unit. */
    _id: { type: String, required: true },
    schemaVersion,
    subjectId: { type: String, required: true },
    measure: { type: String, required: true },
    period: { type: String, required: true },
    /** In force; null until it is published. */
    valueFen: { type: Number, default: null, validate: isFenOrNull },
    /** What the level below a unit keeps back on purpose. */
    remainder: { type: remainderSchema, default: null },
    /** What is proposed in place of what is in force. */
    draft: { type: draftSchema, default: null },
    publishedAt: { type: Date, default: null },
    revision: { type: Number, required: true },
  },
  { collection: "targets", strict: "throw", autoIndex: false, versionKey: false },
);
targetSchema.index({ _id: 1, revision: 1 });
targetSchema.index({ measure: 1, period: 1, _id: 1 });

// The raw type: what is read with lean() and inserted is plain, its parts too.
export type TargetRecord = InferRawDocTypeFromSchema<typeof targetSchema>;
export const TargetModel = model<TargetRecord>("Target", targetSchema as unknown as Schema<TargetRecord>);

function isFenOrNull(value: unknown): boolean {
  return value === null || Number.isSafeInteger(value);
}
