import { type InferSchemaType, model, Schema } from "mongoose";
import { wecomFaults } from "@shared/domain/wecomAccess";
import { byId, schemaVersion } from "../../db";

const failureSchema = new Schema(
  {
    fault: { type: String, enum: wecomFaults, required: true },
    /** WeCom's own; null where no answer of its arrived. */
    errcode: { type: Number, default: null },
    /** This server's address as WeCom sees it; null where it has not said. */
    address: { type: String, default: null },
    /** Since when it has been failing, whatever with. */
    sinceAt: { type: Date, required: true },
  },
  { _id: false, strict: "throw" },
);

/** How WeCom answered last, whichever process had asked: one document, for all processes. All times are real. */
const wecomStateSchema = new Schema(
  {
    _id: { type: String, required: true },
    /** When it was known last how WeCom is; null: not yet. */
    checkedAt: { type: Date, default: null },
    /** When it was asked last by a process that knew nothing recent of it: until that is answered, or given up. */
    askedAt: { type: Date, default: null },
    /** Null while WeCom answers. */
    failure: { type: failureSchema, default: null },
    /** When the directory was read to its end last; null: never. */
    directoryReadAt: { type: Date, default: null },
    schemaVersion,
  },
  { collection: "wecomState", strict: "throw", autoIndex: false, versionKey: false },
);

export type WecomStateRecord = InferSchemaType<typeof wecomStateSchema>;
export const WecomStateModel = model("WecomState", wecomStateSchema);
export const theWecom = "wecom";
export const wecomStates = byId<WecomStateRecord>(WecomStateModel);
