import { canonicalJson } from "../../canonicalJson";
import { sha256 } from "../../sha256";

/** SHA-256 of the canonical JSON, hexadecimal: the same on server and phone. */
export const hashOf = (value: unknown): string => sha256(canonicalJson(value));
