import { type InferSchemaType, Schema, model } from "mongoose";
import { schemaVersion } from "../../db";

/** What a member brought to a team in a month: derived from the credits, never counted up. Teams are sums of these. */
const memberSummarySchema = new Schema(
  {
    /** `<unit>:<member>:<period>`. */
    _id: { type: String, required: true },
    schemaVersion,
    memberId: { type: String, required: true },
    /** `<unit>:<period>`. */
    unitMonth: { type: String, required: true },
    /** Sum by measure code. */
    sums: { type: Schema.Types.Mixed, required: true },
    revision: { type: Number, required: true },
  },
  { collection: "memberSummaries", strict: "throw", autoIndex: false, versionKey: false, minimize: false },
);
memberSummarySchema.index({ unitMonth: 1 });
memberSummarySchema.index({ _id: 1, revision: 1 });

export type MemberSummaryRecord = InferSchemaType<typeof memberSummarySchema>;
export const MemberSummaryModel = model("MemberSummary", memberSummarySchema);
