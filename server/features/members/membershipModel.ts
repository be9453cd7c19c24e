import { model, Schema, type InferSchemaType } from "mongoose";
import { schemaVersion } from "../../db";

/** Where a member belongs, or what they lead, from a day to a day. Decides where results count and who may see them. */
const membershipSchema = new Schema(
  {
    /** `<memberId>:<unitId>:<part>:<fromOn>` */
    _id: { type: String, required: true },
    memberId: { type: String, required: true },
    unitId: { type: String, required: true },
    part: { type: String, enum: ["member", "leader"], required: true },
    fromOn: { type: String, required: true },
    /** The first day on which it is over; null while it lasts. */
    untilOn: { type: String, required: false, default: null },
    revision: { type: Number, required: true },
    schemaVersion,
  },
  { collection: "memberships", strict: "throw", autoIndex: false, versionKey: false },
);
membershipSchema.index({ _id: 1, revision: 1 });
membershipSchema.index({ memberId: 1 });
// The part first: many members or units are asked for at once, and a list in a filter comes last.
membershipSchema.index({ part: 1, memberId: 1 });
membershipSchema.index({ part: 1, unitId: 1 });

export type MembershipRecord = InferSchemaType<typeof membershipSchema>;
export const MembershipModel = model("Membership", membershipSchema);
