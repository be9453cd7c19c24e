import { Refusal } from "./refusal";

// SDKs send null, "" and nothing at all for a field they do not set. All three count as absent.

export type Fields = Record<string, unknown>;

export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** "" where absent; numbers as digits, since SDKs send ids either way. */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "number" ? String(value) : "";
}

export function listOf(value: unknown, name: string): unknown[] {
  if (value === null || value === undefined || value === "") return [];
  if (!Array.isArray(value)) throw new Refusal(40035, `invalid parameter: ${name} is not an array`);
  return value;
}

/** null where absent or not a whole number. */
export function wholeOf(value: unknown): number | null {
  const text = textOf(value);
  return /^-?\d{1,15}$/.test(text) ? Number(text) : null;
}

export function bytesOf(text: string): number {
  return Buffer.byteLength(text, "utf8");
}

/** The longest beginning of a text within so many bytes, never through the middle of a character. */
export function cutToBytes(text: string, bytesMax: number): string {
  if (bytesOf(text) <= bytesMax) return text;
  let kept = "";
  for (const character of text) {
    if (bytesOf(kept + character) > bytesMax) break;
    kept += character;
  }
  return kept;
}

export function cutToCharacters(text: string, charactersMax: number): string {
  return [...text].slice(0, charactersMax).join("");
}
