import { type InferRawDocTypeFromSchema, Schema, model } from "mongoose";
import { schemaVersion } from "../../db";

/** What a plan's version would have cost, as it was computed last: one document for each version. */
const simulationSchema = new Schema(
  {
    /** The version's. */
    _id: { type: String, required: true },
    schemaVersion,
    /** The long work that was asked for last. */
    taskId: { type: String, required: true },
    /** Of the rules that the report is of; null as long as there is none. */
    rulesHash: { type: String, default: null },
    report: { type: Schema.Types.Mixed, default: null },
    /** Whose amounts are in it, by name or as those of a team of one: it goes with what is erased of any of them. */
    memberIds: { type: [String], required: true },
    /** Business time. */
    simulatedAt: { type: Date, default: null },
    revision: { type: Number, required: true },
  },
  { collection: "planSimulations", strict: "throw", autoIndex: false, versionKey: false, minimize: false },
);
simulationSchema.index({ _id: 1, revision: 1 });
simulationSchema.index({ _id: 1, taskId: 1 });
simulationSchema.index({ memberIds: 1 });
simulationSchema.index({ simulatedAt: 1 });

export type SimulationRecord = InferRawDocTypeFromSchema<typeof simulationSchema>;
export const SimulationModel = model<SimulationRecord>(
  "PlanSimulation",
  simulationSchema as unknown as Schema<SimulationRecord>,
);
