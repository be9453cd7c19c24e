import { canonicalJson } from "@shared/domain/canonicalJson";
import { sha256 } from "../lib/ids";
import type { FieldKeys } from "./encryptedFields";

/*
 * What a repeat of a command is compared by. A plain hash of a body with a phone number or a position in it could be tried out by
 * whoever has the database, so it is kept as a keyed one.
 */

const purpose = "commands.bodyHash";

interface Commanded {
  kind: string;
  body: unknown;
}

/** The order of fields makes no difference. */
const digestOf = ({ kind, body }: Commanded): string => sha256(canonicalJson({ kind, body }));

/** As it is stored: `<key id>.<hash>` by the first key; where a company has no keys, nothing secret can be sent to it either. */
export const bodyHashOf = (keys: FieldKeys, commanded: Commanded): string => keyedHash(keys, digestOf(commanded));

/** What is stored for a plain hash, such as of a version that knew no others. */
export function keyedHash(keys: FieldKeys, digest: string): string {
  const [key] = keys.all;
  return key ? `${key.id}.${key.hash(purpose, digest)}` : digest;
}

const plain = /^[0-9a-f]{64}$/;

/**
 * Whether a stored hash is of this command. One that cannot be compared any more is: its id was made for one wish alone, and its
 * first answer does nothing anew. That is so where the key has been replaced and put away, or what was sent has been erased.
 */
export function isBodyOf(keys: FieldKeys, stored: string, commanded: Commanded): boolean {
  const digest = digestOf(commanded);
  if (plain.test(stored)) return stored === digest;
  const [keyId = "", hash] = stored.split(".");
  const key = keys.byId(keyId);
  return !key || hash === undefined || hash === key.hash(purpose, digest);
}
