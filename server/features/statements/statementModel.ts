import { type InferSchemaType, Schema, model } from "mongoose";
import { schemaVersion } from "../../db";

/** A member's month as the plans say it, replaced as a whole where its revision is still the one that was read. */
const statementSchema = new Schema(
  {
    /** `<member>:<period>`. */
    _id: { type: String, required: true },
    schemaVersion,
    memberId: { type: String, required: true },
    period: { type: String, required: true },
    /** The engine's statement. */
    statement: { type: Schema.Types.Mixed, required: true },
    /** What it was computed from beside the member's own facts: measures of others, targets. */
    given: { type: Schema.Types.Mixed, required: true },
    /**
     * The same with what own sales bring to the results of units that have not counted them yet, which is what the member has been
     * told to expect; null: nothing is under way.
     */
    expectedGiven: { type: Schema.Types.Mixed, default: null },
    /** What earlier months had given of what is given once, as it was computed with; null: by a version that did not ask. */
    paidOnce: { type: Schema.Types.Mixed, default: null },
    /** The plans that it was computed by, named: their versions never change. */
    plansUsed: { type: Schema.Types.Mixed, default: null },
    /** The month in a few numbers; null where an older version has priced it. */
    summary: { type: Schema.Types.Mixed, default: null },
    pricedAt: { type: Date, required: true },
    /** Counts what the month has said: each revision has its journal. */
    revision: { type: Number, required: true },
    /**
     * Counts bookings too that left the statement as it was, such as a visit that no plan pays for: of two commands that have
     * read one book, the second reads again.
     */
    bookRevision: { type: Number, required: true },
  },
  { collection: "statements", strict: "throw", autoIndex: false, versionKey: false, minimize: false },
);
statementSchema.index({ _id: 1, bookRevision: 1, pricedAt: 1 });

export type StatementRecord = InferSchemaType<typeof statementSchema>;
export const StatementModel = model("Statement", statementSchema);
