import { hasInvisible } from "@shared/domain/invisible";
import type { FieldFault } from "@shared/errors";

/*
 * What no body, path or query of any operation may carry, whatever its contract says. Contracts check meaning;
 * this refuses what would only ever be an attempt to confuse what comes later.
 */

const depthMax = 12;
const faultsMax = 20;
/** Names that reach into every object's prototype. */
const prototypeKeys = new Set(["__proto__", "constructor", "prototype"]);
// Controls other than tab, line feed and carriage return; bidirectional overrides; characters that Unicode reserves as none.
const forbiddenCharacters =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/;

/** One half of a character that takes two; it cannot be stored as UTF-8. */
const halfCharacter = /\p{Surrogate}/u;

/**
 * What is wrong with a value in any operation; empty where nothing is. At most 20 faults are listed.
 * @param apart keys whose values are looked at by themselves
 */
export function inputFaults(value: unknown, apart: readonly string[] = []): FieldFault[] {
  const faults: FieldFault[] = [];
  visit(value, "", { depth: 0, apart, faults });
  return faults;
}

interface Visit {
  depth: number;
  apart: readonly string[];
  faults: FieldFault[];
}

function visit(value: unknown, field: string, { depth, apart, faults }: Visit): void {
  if (faults.length >= faultsMax) return;
  if (typeof value === "string") {
    if (forbiddenCharacters.test(value)) faults.push({ field, code: "text.forbiddenCharacters" });
    else if (halfCharacter.test(value)) faults.push({ field, code: "text.halfCharacter" });
    else if (hasInvisible(value)) faults.push({ field, code: "text.invisibleCharacters" });
    return;
  }
  if (typeof value === "number") {
    // 1e400 arrives as Infinity; whole numbers above 2^53 arrive as another number than was sent.
    if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER)
      faults.push({ field, code: "number.tooLarge" });
    return;
  }
  if (value === null || typeof value !== "object") return;
  if (depth >= depthMax) {
    faults.push({ field, code: "object.tooDeep" });
    return;
  }
  for (const [key, part] of Object.entries(value)) {
    const path = field === "" ? key : `${field}.${key}`;
    if (forbiddenCharacters.test(key) || halfCharacter.test(key) || hasInvisible(key))
      faults.push({ field: shortened(path), code: "key.forbidden" });
    else if (prototypeKeys.has(key)) faults.push({ field: shortened(path), code: "key.forbidden" });
    // An operator in the place of a value, or a path into another field.
    else if (!Array.isArray(value) && /^\$|\./.test(key))
      faults.push({ field: shortened(path), code: "key.forbidden" });
    else if (!apart.includes(key)) visit(part, shortened(path), { depth: depth + 1, apart, faults });
  }
}

/** Field names come from outside as well: never more of them in an answer than a person can read. */
function shortened(path: string): string {
  return path.length > 120 ? `${path.slice(0, 120)}…` : path;
}
