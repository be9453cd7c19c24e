import { type InferRawDocTypeFromSchema, model, Schema } from "mongoose";
import { actorNameSchema, schemaVersion } from "../../db";

/** A year's days off and worked weekends as the company has them. */
const calendarYearSchema = new Schema(
  {
    /** `2027` */
    _id: { type: String, required: true },
    schemaVersion,
    holidays: { type: [String], required: true },
    workdays: { type: [String], required: true },
    /** They are all of the year: what is announced later adds nothing, and nobody is asked about it. */
    isWhole: { type: Boolean, required: true },
    by: { type: actorNameSchema, required: true },
    byName: { type: String, required: true },
    at: { type: Date, required: true },
    revision: { type: Number, required: true },
  },
  { collection: "calendarYears", strict: "throw", autoIndex: false, versionKey: false },
);
calendarYearSchema.index({ _id: 1, revision: 1 });

// The raw type: what is read with lean() and inserted is plain, its lists too.
export type CalendarYearRecord = InferRawDocTypeFromSchema<typeof calendarYearSchema>;
export const CalendarYearModel = model<CalendarYearRecord>(
  "CalendarYear",
  calendarYearSchema as unknown as Schema<CalendarYearRecord>,
);
