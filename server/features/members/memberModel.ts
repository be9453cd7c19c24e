import { type InferRawDocTypeFromSchema, model, Schema } from "mongoose";
import { roles } from "@shared/domain/actor";
import { lastFourOf } from "@shared/domain/phone";
import { actorNameSchema, schemaVersion } from "../../db";
import { encryptedField } from "../../db/encryptedFields";

/** In the form of `normalisedPhone`. */
export const memberPhone = encryptedField({
  collection: "members",
  field: "phone",
  indexes: { phoneIndex: (phone) => phone, phoneLast4Index: lastFourOf },
});

const grantSchema = new Schema(
  {
    role: { type: String, enum: roles, required: true },
    /** The unit that a manager leads by it; null for roles that are the whole company's. */
    unitId: { type: String, default: null },
    fromOn: { type: String, required: true },
    /** The first day on which it is over; null while it lasts. */
    untilOn: { type: String, default: null },
    by: { type: actorNameSchema, required: true },
  },
  { _id: false, strict: "throw" },
);

const decidedSchema = new Schema(
  {
    /** Whether they are this member. */
    as: { type: String, enum: ["same", "other"], required: true },
    /** Who stood there then, as WeCom told it: of anybody else nothing has been decided. May be empty. */
    name: { type: String },
    /** Null where no number was told. */
    phoneIndex: { type: String, default: null },
  },
  { _id: false, strict: "throw" },
);

const memberSchema = new Schema(
  {
    /** WeCom's userid as `memberIdOf` writes it: in lower case, but where it could be a unit's id. */
    _id: { type: String, required: true },
    name: { type: String, required: true },
    /** What the name is found and put in order by, see `nameFieldsOf`. */
    initials: { type: String, default: "" },
    searchKeys: { type: [String], default: [] },
    sortKey: { type: String, default: "" },
    state: { type: String, enum: ["active", "left"], required: true },
    /** WeCom has told another name and another number at once: nobody comes in until an administrator says who it is. */
    isUnsure: { type: Boolean },
    /** What an administrator says of who has the userid, see `decideReturn`; it is over with the reading that goes by it. */
    decided: { type: decidedSchema, required: false },
    /** What an administrator gave, beside what follows from the place in the directory; also what is over. */
    grants: { type: [grantSchema], required: true },
    /** Roles that are not over, to find people by: whether one counts today its grant says. */
    grantedRoles: { type: [String], enum: roles, required: true },
    language: { type: String, enum: ["zh-CN", "en"], required: true },
    /** Whether the group may hear the name with a win; missing where they have not chosen yet: then they are asked first, see `praiseUntilChosen`. */
    publicPraise: { type: String, enum: ["yes", "ask", "no"] },
    /** Whether a message is to tell of each look at their positions, visits and results; missing where nobody has chosen yet, which is no. */
    lookMessages: { type: Boolean },
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
// Also finds who has left by how their names begin.
memberSchema.index({ state: 1, name: 1 });
memberSchema.index({ state: 1, sortKey: 1 });
memberSchema.index({ searchKeys: 1, _id: 1 });
memberSchema.index({ phoneIndex: 1 });
memberSchema.index({ phoneLast4Index: 1 });

// The raw type: what is read with lean() and inserted is plain, its grants too.
export type MemberRecord = InferRawDocTypeFromSchema<typeof memberSchema>;
export const MemberModel = model<MemberRecord>("Member", memberSchema as unknown as Schema<MemberRecord>);
