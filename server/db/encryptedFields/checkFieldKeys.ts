import { FieldError } from "./fieldError";
import { FieldKeyModel, type FieldKeyRecord } from "./fieldKeyModel";
import type { FieldKeys } from "./fieldKeys";

/**
 * Whether this process has the keys that this database needs, asked before anything is served: a value written with a wrong
 * key would be lost. Notes that the current key is in use from now on.
 * @throws FieldError that says which key is missing or wrong, and what to do
 */
export async function checkFieldKeys(keys: FieldKeys, realNow: () => Date): Promise<void> {
  const fault = faultOf(keys, await FieldKeyModel.find({}).lean<FieldKeyRecord[]>());
  if (fault !== null) throw new FieldError("key.refused", fault);
  if (keys.all.length === 0) return;
  const { id, fingerprint } = keys.current;
  await FieldKeyModel.updateOne(
    { _id: id },
    {
      $setOnInsert: { fingerprint, firstUsedAt: realNow(), retiredAt: null, schemaVersion: 1 },
      $set: { firstKeyAt: realNow() },
    },
    { upsert: true },
  );
}

/** As often a process that runs says which key it writes with. */
export const firstKeyNotedMs = 20_000;

/** So long after that it may still write with it: three times it was too busy, or the database away, to say so. */
export const mayWriteMs = 4 * firstKeyNotedMs;

/** Notes that this process runs and writes with its first key: `keys:rotate` retires no key that somebody writes with. */
export async function noteFirstKey(keys: FieldKeys, realNow: () => Date): Promise<void> {
  const [first] = keys.all;
  if (first) await FieldKeyModel.updateOne({ _id: first.id }, { $set: { firstKeyAt: realNow() } });
}

/** The same for a process that runs already: another may have begun to use a newer key meanwhile. */
export async function fieldKeysFit(keys: FieldKeys): Promise<boolean> {
  return FieldKeyModel.find({})
    .lean<FieldKeyRecord[]>()
    .then(
      (records) => faultOf(keys, records) === null,
      () => false, // the database does not answer
    );
}

function faultOf(keys: FieldKeys, records: FieldKeyRecord[]): string | null {
  for (const { _id: id, fingerprint, retiredAt } of records) {
    const own = keys.byId(id);
    if (own && own.fingerprint !== fingerprint)
      return `key ${id} in FIELD_KEYS is not the one that this database was encrypted with: put the right one back`;
    if (own && own === keys.all[0] && (retiredAt ?? null) !== null)
      return `key ${id} has been replaced and nothing is encrypted with it any more: put a newer one first in FIELD_KEYS`;
    if (!own && (retiredAt ?? null) === null) {
      return (
        `this database has fields that are encrypted with key ${id}, which FIELD_KEYS lacks: add it; to be rid of it, run ` +
        "npm run keys:rotate while it is there"
      );
    }
  }
  return null;
}
