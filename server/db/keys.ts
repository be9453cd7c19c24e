import { Schema, model, type ClientSession, type InferSchemaType } from "mongoose";
import { insert } from "./insert";
import { insertAll } from "./insertAll";
import { byId } from "./readTogether";
import { schemaVersion } from "./schemaVersion";

/** A business key that may exist once, such as `crm:EXT-1`, claimed in the transaction of what it belongs to. */
const keySchema = new Schema(
  {
    _id: { type: String, required: true },
    schemaVersion,
    /** What holds the key. */
    ownerId: { type: String, required: true },
  },
  { collection: "keys", strict: "throw", autoIndex: false, versionKey: false },
);
const KeyModel = model("Key", keySchema);
type KeyRecord = InferSchemaType<typeof keySchema>;
const keyRecords = byId<KeyRecord>(KeyModel);

export async function keyTaken(key: string): Promise<boolean> {
  return (await ownerOfKey(key)) !== null;
}

/** What holds a key; null while it is free. */
export async function ownerOfKey(key: string): Promise<string | null> {
  return (await keyRecords.get(key))?.ownerId ?? null;
}

/** Claims many at once for what is filled in bulk; those that are taken already stay with whoever holds them. */
export function claimKeys(keys: readonly { key: string; ownerId: string }[]): Promise<void> {
  return insertAll(
    KeyModel,
    keys.map(({ key, ownerId }) => ({ _id: key, ownerId })),
  );
}

/** Claims a key. When another transaction was faster the whole transaction fails and `command` decides again. */
export function claimKey(key: string, ownerId: string, session: ClientSession): Promise<void> {
  return insert(KeyModel, { _id: key, ownerId }, session);
}

/** Gives a key back; where it is free nothing changes. @param heldBy where it is said, and another holds it by now, nothing changes either */
export async function releaseKey(key: string, session: ClientSession, heldBy?: string): Promise<void> {
  if (heldBy !== undefined) {
    const held = await KeyModel.findOne({ _id: key }, null, { session }).lean<KeyRecord | null>();
    if (held?.ownerId !== heldBy) return;
  }
  await KeyModel.deleteOne({ _id: key }, { session });
}
