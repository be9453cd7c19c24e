import { type InferSchemaType, model, Schema } from "mongoose";
import { schemaVersion } from "../../db";

/** Where somebody means to go on a day, in their own order, for all their phones. What a phone merely proposes is not here. */
const dayPlanSchema = new Schema(
  {
    /** `<member>:<day>`. */
    _id: { type: String, required: true },
    schemaVersion,
    memberId: { type: String, required: true },
    on: { type: String, required: true },
    /** `<member>:<period>`: whose month is exported. */
    memberMonth: { type: String, required: true },
    /** By client and place, as `<customer>/<site>`. */
    stops: { type: [String], required: true },
    /** When they said so, by their phone. */
    saidAt: { type: Date, required: true },
    /** The machine's time after which it is of no use. */
    goesAt: { type: Date, required: true },
    revision: { type: Number, required: true },
  },
  { collection: "dayPlans", strict: "throw", autoIndex: false, versionKey: false },
);
dayPlanSchema.index({ _id: 1, revision: 1 });
dayPlanSchema.index({ memberMonth: 1 });
dayPlanSchema.index({ goesAt: 1 }, { expireAfterSeconds: 0 });

export type DayPlanRecord = InferSchemaType<typeof dayPlanSchema>;
export const DayPlanModel = model("DayPlan", dayPlanSchema);
