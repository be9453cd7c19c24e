import { model, Schema, type InferSchemaType } from "mongoose";
import { schemaVersion } from "../../db";

const memberSchema = new Schema(
  {
    /** WeCom's userid in lower case: WeCom compares them so. */
    _id: { type: String, required: true },
    name: { type: String, required: true },
    state: { type: String, enum: ["active", "left"], required: true },
    /** Given by an administrator, beside what follows from the place in the directory. */
    grantedRoles: { type: [String], enum: ["rep", "manager", "finance", "hr", "admin"], required: true },
    language: { type: String, enum: ["zh-CN", "en"], required: true },
    /** Whether the group may hear the name with a win; missing where nobody has chosen yet, which is `yes`. */
    publicPraise: { type: String, enum: ["yes", "ask", "no"] },
    revision: { type: Number, required: true },
    schemaVersion,
  },
  { collection: "members", strict: "throw", autoIndex: false, versionKey: false },
);
memberSchema.index({ _id: 1, revision: 1 });
memberSchema.index({ grantedRoles: 1 });
memberSchema.index({ state: 1 });

export type MemberRecord = InferSchemaType<typeof memberSchema>;
export const MemberModel = model("Member", memberSchema);
