import { type InferSchemaType, model, Schema } from "mongoose";
import { companionStates } from "@shared/domain/companion";
import { schemaVersion } from "../../db";

/** A colleague whom a rep has named at a visit, and what they say of it. It changes nothing of the visit, nor of anybody's pay. */
const companionSchema = new Schema(
  {
    /** See `companionIdOf`: one for each visit and colleague. */
    _id: { type: String, required: true },
    schemaVersion,
    visitId: { type: String, required: true },
    /** Whose visit it is. */
    repId: { type: String, required: true },
    repName: { type: String, required: true },
    memberId: { type: String, required: true },
    memberName: { type: String, required: true },
    /** `<member>:<period>`, of the visit's day: whose month is exported. */
    memberMonth: { type: String, required: true },
    customerId: { type: String, required: true },
    customerName: { type: String, required: true },
    on: { type: String, required: true },
    checkedInAt: { type: Date, required: true },
    state: { type: String, enum: companionStates, required: true },
    askedAt: { type: Date, required: true },
    confirmUntil: { type: Date, required: true },
    answeredAt: { type: Date, default: null },
    /** Position in lists: since when it waits, and its id. */
    sortKey: { type: String, required: true },
    revision: { type: Number, required: true },
  },
  { collection: "visitCompanions", strict: "throw", autoIndex: false, versionKey: false },
);
companionSchema.index({ visitId: 1, sortKey: 1 });
companionSchema.index({ memberId: 1, state: 1, sortKey: 1 });
companionSchema.index({ state: 1, sortKey: 1 });
companionSchema.index({ memberMonth: 1, sortKey: 1 });
companionSchema.index({ _id: 1, revision: 1 });

export type CompanionRecord = InferSchemaType<typeof companionSchema>;
export const CompanionModel = model("VisitCompanion", companionSchema);
