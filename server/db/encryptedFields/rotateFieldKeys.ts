import mongoose, { type mongo } from "mongoose";
import { withLease } from "../lease";
import { mayWriteMs } from "./checkFieldKeys";
import { keyIdOf } from "./cipher";
import { encryptedFields, opened, sealed, type EncryptedField } from "./encryptedField";
import { FieldError } from "./fieldError";
import { FieldKeyModel } from "./fieldKeyModel";
import type { FieldKeys } from "./fieldKeys";

export interface Rotation {
  keys: FieldKeys;
  realNow: () => Date;
  /** Says how far it is, field by field. */
  show: (line: string) => void;
}

export interface RotationResult {
  changed: number;
  /** Where the value cannot be read, with the reason; these keep their old keys in use. */
  unreadable: string[];
  /** Keys that no value needs any more. */
  retiredKeyIds: string[];
  /** Keys that no value needs now, and that some process may still write new values with. */
  inUseKeyIds: string[];
}

/** Someone who edits the same documents all the time must not keep this from ending. */
const passesMax = 20;
const showEvery = 1_000;

interface Stored extends mongo.Document {
  _id: string;
  revision: number;
}

/**
 * Encrypts every declared field anew with the current key, while others read and write. A document is changed only where it
 * still has the revision and the cipher text that were read, so that nobody's edit is lost; its revision stays, since what it
 * says is the same. May be broken off and run again: what has the current key already is left alone.
 */
export function rotateFieldKeys(rotation: Rotation): Promise<RotationResult> {
  return withLease("keys:rotate", () => rotateAll(rotation), { realNow: rotation.realNow });
}

async function rotateAll(rotation: Rotation): Promise<RotationResult> {
  const result: RotationResult = { changed: 0, unreadable: [], retiredKeyIds: [], inUseKeyIds: [] };
  let left = 0;
  for (const field of encryptedFields()) {
    const { changed, unreadable, old } = await rotateField(field, rotation);
    result.changed += changed;
    result.unreadable.push(...unreadable);
    left += old;
  }
  return left === 0 ? { ...result, ...(await retireOthers(rotation)) } : result;
}

/** Goes over the collection until one pass finds nothing old that can be read. */
async function rotateField(field: EncryptedField, rotation: Rotation) {
  let changed = 0;
  for (let pass = 1; ; pass += 1) {
    const seen = await onePass(field, rotation);
    changed += seen.changed;
    const name = `${field.collection}.${field.field}`;
    rotation.show(`${name}: ${seen.total} values, ${seen.changed} encrypted anew, ${seen.old - seen.changed} left`);
    const mayFinish = seen.old === seen.unreadable.length;
    if (mayFinish || pass === passesMax) return { changed, unreadable: seen.unreadable, old: seen.old };
  }
}

async function onePass(field: EncryptedField, { keys, show }: Rotation) {
  const name = field.field;
  const collection = collectionOf(field);
  const seen = { total: 0, old: 0, changed: 0, unreadable: [] as string[] };
  for await (const document of collection.find({}, { projection: { [name]: 1, revision: 1 }, batchSize: 500 })) {
    const text: unknown = document[name];
    if (typeof text !== "string") continue;
    seen.total += 1;
    if (seen.total % showEvery === 0)
      show(`${field.collection}.${name}: ${seen.total} looked at, ${seen.changed} changed`);
    if (keyIdOf(text) === keys.current.id) continue;
    seen.old += 1;
    try {
      const value = opened(keys, field, document as { _id: string }); // its own field is read by name
      if (await replace(collection, document, name, text, sealed(keys, field, document._id, value))) seen.changed += 1;
    } catch (error) {
      if (!(error instanceof FieldError)) throw error;
      seen.unreadable.push(error.message);
    }
  }
  return seen;
}

/**
 * The revision is in the filter, which an index answers; the cipher text is compared inside the update.
 * @returns whether it was still what was read
 */
async function replace(
  collection: mongo.Collection<Stored>,
  { _id, revision }: Stored,
  name: string,
  text: string,
  anew: Record<string, string | null>,
): Promise<boolean> {
  const same = { $eq: [`$${name}`, { $literal: text }] };
  const set = Object.entries(anew).map(([field, value]) => [
    field,
    { $cond: [same, { $literal: value }, `$${field}`] },
  ]);
  // Every condition sees the document as it was before this stage.
  const { modifiedCount } = await collection.updateOne({ _id, revision }, [
    { $set: Object.fromEntries(set) as object },
  ]);
  return modifiedCount === 1;
}

/** What a process writes with a retired key later, nobody could read who has thrown that key away. */
async function retireOthers({
  keys,
  realNow,
}: Rotation): Promise<Pick<RotationResult, "retiredKeyIds" | "inUseKeyIds">> {
  const others = (await FieldKeyModel.find({}).lean()).filter(({ _id }) => _id !== keys.current.id);
  const now = realNow();
  const mayBeWritten = ({ firstKeyAt }: (typeof others)[number]) =>
    (firstKeyAt ?? null) !== null && now.getTime() - Number(firstKeyAt) < mayWriteMs;
  const retired = others.filter((key) => !mayBeWritten(key));
  for (const { _id, retiredAt } of retired) {
    if ((retiredAt ?? null) === null) await FieldKeyModel.updateOne({ _id }, { $set: { retiredAt: now } });
  }
  return { retiredKeyIds: idsOf(retired), inUseKeyIds: idsOf(others.filter(mayBeWritten)) };
}

const idsOf = (keys: readonly { _id: string }[]): string[] => keys.map(({ _id }) => _id);

function collectionOf({ collection }: EncryptedField): mongo.Collection<Stored> {
  const { db } = mongoose.connection;
  if (!db) throw new Error("not connected");
  return db.collection<Stored>(collection);
}
