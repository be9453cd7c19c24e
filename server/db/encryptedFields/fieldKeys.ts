import { createHmac, hkdfSync } from "node:crypto";
import { inspect } from "node:util";
import { FieldError } from "./fieldError";

/** A key by its id; what is done with it, without the key itself. */
export interface FieldKey {
  id: string;
  /** For AES-256. */
  cipherKey: Buffer;
  /** A keyed hash for finding equal values, under a key of its own for every `purpose`. */
  hash(purpose: string, value: string): string;
  /** Tells this key from another with the same id, and nothing else about it. */
  fingerprint: string;
}

/** All keys of this process: the first encrypts, each of them decrypts what it has encrypted. */
export class FieldKeys {
  readonly #keys: readonly FieldKey[];

  /** @param setting `k2:<base64>,k1:<base64>`, checked by config/env.ts; undefined: none */
  constructor(setting: string | undefined) {
    this.#keys = (setting ?? "")
      .split(",")
      .filter((part) => part !== "")
      .map((part) => {
        const [id = "", secret = ""] = part.split(":");
        return fieldKey(id, Buffer.from(secret, "base64"));
      });
  }

  get all(): readonly FieldKey[] {
    return this.#keys;
  }

  get ids(): string[] {
    return this.#keys.map(({ id }) => id);
  }

  get current(): FieldKey {
    const [first] = this.#keys;
    if (!first) throw new FieldError("key.missing", "FIELD_KEYS is not set: config/env.example says how to make a key");
    return first;
  }

  byId(id: string): FieldKey | null {
    return this.#keys.find((key) => key.id === id) ?? null;
  }

  toJSON(): string {
    return `FieldKeys(${this.ids.join(", ")})`;
  }

  [inspect.custom](): string {
    return this.toJSON();
  }
}

function fieldKey(id: string, secret: Buffer): FieldKey {
  // Each use has a key of its own, so that no use tells anything about another.
  const derive = (purpose: string) => Buffer.from(hkdfSync("sha256", secret, "", `xiaoli:${purpose}`, 32));
  // Every tap is hashed: what the derived key of a purpose is, is not asked each time.
  const indexKeys = new Map<string, Buffer>();
  const indexKeyOf = (purpose: string): Buffer => {
    const known = indexKeys.get(purpose) ?? derive(`index:${purpose}`);
    indexKeys.set(purpose, known);
    return known;
  };
  return {
    id,
    cipherKey: derive("cipher"),
    fingerprint: derive("fingerprint").subarray(0, 16).toString("base64url"),
    hash: (purpose, value) =>
      createHmac("sha256", indexKeyOf(purpose)).update(value, "utf8").digest().subarray(0, 16).toString("base64url"),
  };
}
