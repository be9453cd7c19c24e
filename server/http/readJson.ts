import { AppError, type FieldFault } from "@shared/errors";
import { repeatedKeys } from "./repeatedKeys";

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder("utf-8", { ignoreBOM: true });
const replacement = "\uFFFD";

/**
 * JSON from bytes, taken only where it can be read in one way.
 * @returns undefined for no bytes at all
 * @throws AppError "body.malformed"; "input.invalid" naming the fields whose bytes are no UTF-8, or that stand there twice
 */
export function readJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined;
  const { text, whole } = decoded(bytes);
  if (text.startsWith("\uFEFF")) throw new AppError("body.malformed", "the body begins with a byte order mark");
  const value = parsed(text);
  if (!whole) throw refused(replacedIn(value), "text.notUtf8", "the body is not UTF-8");
  const twice = repeatedKeys(text);
  if (twice.length > 0) throw refused(twice, "key.repeated", "a key stands there twice");
  return value;
}

function decoded(bytes: Buffer): { text: string; whole: boolean } {
  try {
    return { text: strict.decode(bytes), whole: true };
  } catch {
    return { text: lenient.decode(bytes), whole: false };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new AppError("body.malformed", "the body is not JSON");
  }
}

function refused(places: string[], code: string, detail: string): AppError {
  const fields: FieldFault[] = places.slice(0, 20).map((field) => ({ field: field.slice(0, 120), code }));
  return fields.length === 0
    ? new AppError("body.malformed", detail)
    : new AppError("input.invalid", `wrong: ${fields.map(({ field }) => field).join(", ")}`, { fields });
}

/** Where reading leniently had to put a sign in place of bytes. */
function replacedIn(value: unknown): string[] {
  const found: string[] = [];
  const open: { part: unknown; path: string }[] = [{ part: value, path: "" }];
  for (let next = open.pop(); next !== undefined && found.length < 20; next = open.pop()) {
    const { part, path } = next;
    if (typeof part === "string" && part.includes(replacement)) found.push(path);
    if (part === null || typeof part !== "object") continue;
    for (const [key, inner] of Object.entries(part)) {
      const place = path === "" ? key : `${path}.${key}`.slice(0, 120);
      if (key.includes(replacement)) found.push(place);
      open.push({ part: inner, path: place });
    }
  }
  return found;
}
