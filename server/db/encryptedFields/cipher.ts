import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { FieldError } from "./fieldError";
import type { FieldKeys } from "./fieldKeys";

/** Where a value is stored. A value that is moved elsewhere cannot be read there. */
export interface Place {
  collection: string;
  field: string;
  /** The document's `_id`. */
  id: string;
}

const algorithm = "aes-256-gcm";
const ivBytes = 12;
const tagBytes = 16;
const storedForm = /^([a-z][a-z0-9]{0,15})\.([A-Za-z0-9_-]{16})\.([A-Za-z0-9_-]*)\.([A-Za-z0-9_-]{22})$/;

/**
 * A text as it may be stored: `<key id>.<iv>.<cipher text>.<tag>`, in base64url, with the current key.
 * @param newIv 96 random bits, never the same twice under one key; tests hand in others
 */
export function encrypt(
  keys: FieldKeys,
  place: Place,
  plain: string,
  newIv: () => Buffer = () => randomBytes(ivBytes),
): string {
  const { id, cipherKey } = keys.current;
  const iv = newIv();
  const cipher = createCipheriv(algorithm, cipherKey, iv, { authTagLength: tagBytes });
  cipher.setAAD(placeBytes(place));
  const parts = [iv, Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]), cipher.getAuthTag()];
  return [id, ...parts.map((part) => part.toString("base64url"))].join(".");
}

/** @throws FieldError when it is not what was stored in this place with a key that this process has */
export function decrypt(keys: FieldKeys, place: Place, stored: string): string {
  const where = `${place.collection}.${place.field} of ${place.id}`;
  const [, keyId, ...parts] = storedForm.exec(stored) ?? [];
  const bytes = parts.map((part) => Buffer.from(part, "base64url"));
  const [iv, text, tag] = bytes;
  // Spare bits of base64 would let one value be written in several ways.
  const exact = bytes.every((one, at) => one.toString("base64url") === parts[at]);
  if (keyId === undefined || !iv || !text || !tag || !exact)
    throw new FieldError("value.malformed", `${where} is not an encrypted value, or was cut off`);
  const key = keys.byId(keyId);
  if (!key) {
    throw new FieldError(
      "key.unknown",
      `${where} was encrypted with key ${keyId}, and this process has ${keys.ids.join(", ") || "none"}: add it to FIELD_KEYS`,
    );
  }
  try {
    const decipher = createDecipheriv(algorithm, key.cipherKey, iv, {
      authTagLength: tagBytes,
    });
    decipher.setAAD(placeBytes(place));
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(text), decipher.final()]).toString("utf8");
  } catch {
    // Node's own error says no more, and without a cause nothing of the value can be printed.
    throw new FieldError(
      "value.unreadable",
      `${where} cannot be read with key ${keyId}: it was changed, copied from another document or field, or ${keyId} is ` +
        "not the key that it was written with",
    );
  }
}

/** Which key a stored value needs; null for what is not one. */
export function keyIdOf(stored: string): string | null {
  return storedForm.exec(stored)?.[1] ?? null;
}

/** Names of collections and fields have no dots, so that no two places are the same bytes. */
function placeBytes({ collection, field, id }: Place): Buffer {
  if (collection.includes(".") || field.includes(".")) throw new Error("an encrypted field is a top-level one");
  return Buffer.from(`${collection}.${field}.${id}`, "utf8");
}
