import { model, Schema, type InferSchemaType } from "mongoose";
import { lastFourOf } from "@shared/domain/phone";
import { schemaVersion } from "../../db";
import { encryptedField } from "../../db/encryptedFields";

/** In the form of `normalisedPhone`. */
export const memberPhone = encryptedField({
  collection: "members",
  field: "phone",
  indexes: { phoneIndex: (phone) => phone, phoneLast4Index: lastFourOf },
});

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
    /** Encrypted, see `memberPhone`; missing or null where WeCom does not say. */
    phone: { type: String, default: null },
    phoneIndex: { type: String, default: null },
    phoneLast4Index: { type: String, default: null },
    revision: { type: Number, required: true },
    schemaVersion,
  },
  { collection: "members", strict: "throw", autoIndex: false, versionKey: false },
);
memberSchema.index({ _id: 1, revision: 1 });
memberSchema.index({ grantedRoles: 1 });
memberSchema.index({ state: 1 });
memberSchema.index({ phoneIndex: 1 });
memberSchema.index({ phoneLast4Index: 1 });

export type MemberRecord = InferSchemaType<typeof memberSchema>;
export const MemberModel = model("Member", memberSchema);
