import { type InferRawDocTypeFromSchema, model, Schema } from "mongoose";
import { schemaVersion } from "../../db";

const fromDaySchema = new Schema(
  { fromOn: { type: String, required: true }, value: { type: String, default: null } },
  { _id: false, strict: "throw" },
);

/**
 * What HR keeps of a member beside the directory. A document of its own: a reading of the directory, a role and what people choose about
 * themselves do not make stale what HR types meanwhile.
 */
const staffSchema = new Schema(
  {
    /** The member's. */
    _id: { type: String, required: true },
    schemaVersion,
    /** As it is shown (`employeeNumberOf`); whose it is now says its key (`employeeNumbers.ts`). */
    employeeNumber: { type: String, default: null },
    /** `employeeNumberKey` of it, to be found by its beginning. */
    numberKey: { type: String, default: null },
    joinedOn: { type: String, default: null },
    /** The last day by contract. Whether somebody is here says the directory. */
    leftOn: { type: String, default: null },
    /** Oldest first; null in place of a member: their unit's leader. */
    reportsTo: { type: [fromDaySchema], required: true },
    salesMode: { type: [fromDaySchema], required: true },
    revision: { type: Number, required: true },
  },
  { collection: "staffRecords", strict: "throw", autoIndex: false, versionKey: false },
);
staffSchema.index({ _id: 1, revision: 1 });
staffSchema.index({ numberKey: 1 });

// The raw type: what is read with lean() and inserted is plain, its lists too.
export type StaffRecord = InferRawDocTypeFromSchema<typeof staffSchema>;
export const StaffModel = model<StaffRecord>("Staff", staffSchema as unknown as Schema<StaffRecord>);
