import { createHash, randomBytes, randomUUID } from "node:crypto";

export const newId = (): string => randomUUID();

/** 256 bits that nobody can guess, in characters that may stand in an address, a header or a cookie. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** SHA-256 in hexadecimal: tokens are stored as this only, bodies are compared by it. */
export const sha256 = (value: string): string => createHash("sha256").update(value, "utf8").digest("hex");
