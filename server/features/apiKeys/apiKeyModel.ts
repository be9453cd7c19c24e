import { model, Schema, type InferSchemaType } from "mongoose";
import { scopes } from "@shared/domain/actor";
import { schemaVersion } from "../../db";

/** Another system's key. The key itself is with that system alone. */
const apiKeySchema = new Schema(
  {
    /** SHA-256 of the key. */
    _id: { type: String, required: true },
    /** What it is called in commands and the audit log, such as `crm`; a name is never given twice. */
    name: { type: String, required: true },
    scopes: { type: [String], enum: scopes, required: true },
    /** Business time, both. */
    createdAt: { type: Date, required: true },
    revokedAt: { type: Date, default: null },
    revision: { type: Number, required: true },
    schemaVersion,
  },
  { collection: "apiKeys", strict: "throw", autoIndex: false, versionKey: false },
);
apiKeySchema.index({ name: 1 });
apiKeySchema.index({ _id: 1, revision: 1 });

export type ApiKeyRecord = InferSchemaType<typeof apiKeySchema>;
export const ApiKeyModel = model("ApiKey", apiKeySchema);
