import { type InferSchemaType, Schema, model } from "mongoose";
import { schemaVersion } from "../../db";

/**
 * How many fen of a fact count for whom and in which role, fixed on the fact's day. It carries a copy of its fact, which
 * never changes, so that one indexed read gives a rep's month.
 */
const creditSchema = new Schema(
  {
    /** `<fact>:<role>:<member>`. */
    _id: { type: String, required: true },
    schemaVersion,
    memberId: { type: String, required: true },
    /** `<member>:<month of countsOn>`: the month that the member's own measures fold. */
    repMonth: { type: String, required: true },
    /** `<team of that day>:<member>:<bookedIn>`: the month that the team's measures fold. */
    teamMemberMonth: { type: String, required: true },
    /** Or `refers`, for nobody: a fact that this month has to know and that counts in another, under `<fact>:refers:<member>:<month>`. */
    role: { type: String, required: true },
    unitId: { type: String, required: true },
    amountFen: { type: Number, required: true, validate: Number.isSafeInteger },
    kind: { type: String, required: true },
    fact: { type: Schema.Types.Mixed, required: true },
  },
  { collection: "credits", strict: "throw", autoIndex: false, versionKey: false, minimize: false },
);
creditSchema.index({ repMonth: 1 });
creditSchema.index({ teamMemberMonth: 1 });
creditSchema.index({ unitId: 1, kind: 1, "fact.recordedAt": 1 });

export type CreditRecord = InferSchemaType<typeof creditSchema>;
export const CreditModel = model("Credit", creditSchema);
