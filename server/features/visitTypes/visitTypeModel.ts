import { type InferRawDocTypeFromSchema, Schema, model } from "mongoose";
import { visitStepKinds, visitTypeReaders } from "@shared/domain/visitType";
import { actorNameSchema, schemaVersion } from "../../db";

const stepSchema = new Schema(
  {
    stepId: { type: String, required: true },
    kind: { type: String, enum: visitStepKinds, required: true },
    label: { type: String, required: true },
    required: { type: Boolean, required: true },
    options: { type: [String], required: true },
    /** Missing in older ones: as long as it takes. */
    isShort: { type: Boolean, default: false },
  },
  { _id: false, strict: "throw" },
);

/**
 * A version of a type of visits as an administrator wrote it: added, and never changed. The newest one of a type is in force; its first one
 * may be shipped (shared/domain/visitType), and is not stored then.
 */
const visitTypeSchema = new Schema(
  {
    /** `<type>@<version>`: of two written at once one is there. */
    _id: { type: String, required: true },
    schemaVersion,
    typeId: { type: String, required: true },
    version: { type: Number, required: true },
    name: { type: String, required: true },
    steps: { type: [stepSchema], required: true },
    asksTimeOnSite: { type: Boolean, required: true },
    seenBy: { type: String, enum: visitTypeReaders, required: true },
    /** False: nobody is offered it any more. */
    inUse: { type: Boolean, required: true },
    /** The highest one is the company's first. Missing in older ones: in the order in which they came. */
    rank: { type: Number, default: 0 },
    by: { type: actorNameSchema, required: true },
    byName: { type: String, required: true },
    at: { type: Date, required: true },
  },
  { collection: "visitTypes", strict: "throw", autoIndex: false, versionKey: false },
);

// The raw type: what is read with lean() and inserted is plain, its steps too.
export type VisitTypeRecord = InferRawDocTypeFromSchema<typeof visitTypeSchema>;
export const VisitTypeModel = model<VisitTypeRecord>(
  "VisitType",
  visitTypeSchema as unknown as Schema<VisitTypeRecord>,
);
