import { type InferRawDocTypeFromSchema, model, Schema } from "mongoose";
import { actorNameSchema, schemaVersion } from "../../db";

/** The first day whose facts are paid here: one document, which is missing as long as neither a day nor a plan has been decided. */
const firstPayingDaySchema = new Schema(
  {
    _id: { type: String, required: true },
    /** Null where none has been set, so that plans alone say it. */
    on: { type: String, default: null },
    /** Who set it, and when in business time; null with it. */
    by: { type: actorNameSchema, default: null },
    setAt: { type: Date, default: null },
    /** Opening balances are in the accounts as of this day: it stays. */
    isOpened: { type: Boolean, default: false },
    /** The sale that was placed by it last: written by each that may count by another day. */
    heldFor: { type: String, default: null },
    revision: { type: Number, required: true },
    schemaVersion,
  },
  { collection: "firstPayingDays", strict: "throw", autoIndex: false, versionKey: false },
);
firstPayingDaySchema.index({ _id: 1, revision: 1 });

export type FirstPayingDayRecord = InferRawDocTypeFromSchema<typeof firstPayingDaySchema>;
export const FirstPayingDayModel = model<FirstPayingDayRecord>(
  "FirstPayingDay",
  firstPayingDaySchema as unknown as Schema<FirstPayingDayRecord>,
);
