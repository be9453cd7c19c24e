import { decimal, type Exact, exactOfDecimal } from "@shared/domain/pay/numbers/number";

/** A number as its file writes it: no binary fraction comes between. */
export class JsonNumber {
  constructor(readonly text: string) {}
}

export type Json = null | boolean | string | JsonNumber | Json[] | JsonObject;

/** Keys in the order of the file, whatever they look like. */
export type JsonObject = Map<string, Json>;

// Strings (and whether a colon makes them a key), and numbers outside of strings.
const token = /"(?:[^"\\]|\\.)*"(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const numberMark = "\u0001number ";
const keyMark = "\u0001key ";

export function parseExactJson(text: string): Json {
  const marked = text.replace(token, (found: string, colon: string | undefined) => {
    if (!found.startsWith('"')) return JSON.stringify(numberMark + found);
    return colon === undefined ? found : `${JSON.stringify(keyMark)}`.slice(0, -1) + found.slice(1);
  });
  return read(JSON.parse(marked));
}

function read(value: unknown): Json {
  if (typeof value === "string") {
    return value.startsWith(numberMark) ? new JsonNumber(plainDecimal(value.slice(numberMark.length))) : value;
  }
  if (value === null || typeof value === "boolean") return value;
  if (Array.isArray(value)) return value.map(read);
  return new Map(Object.entries(value as object).map(([key, part]) => [key.slice(keyMark.length), read(part)]));
}

/** 1.5e3 as 1500. */
function plainDecimal(text: string): string {
  const [mantissa = "", exponent] = text.toLowerCase().split("e");
  if (exponent === undefined) return text;
  const places = Number(exponent);
  const [whole = "", fraction = ""] = mantissa.replace("-", "").split(".");
  const digits = `${"0".repeat(Math.max(0, -places))}${whole}${fraction}${"0".repeat(Math.max(0, places))}`;
  const point = digits.length - fraction.length - Math.max(0, places) + places;
  return `${mantissa.startsWith("-") ? "-" : ""}${digits.slice(0, point) || "0"}.${digits.slice(point) || "0"}`;
}

/** Number or decimal text as an exact number; null where it is neither. */
export function exactOfJson(value: Json | undefined): Exact | null {
  if (value instanceof JsonNumber) return decimal(value.text);
  return typeof value === "string" ? exactOfDecimal(value) : null;
}
