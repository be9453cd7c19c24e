/*
 * What an answer has to look like before it counts, is kept or drops a draft: the contract's shape as plain data, since zod is
 * too large for a phone. Fields that are not named are another version's, and do no harm.
 */

export type Shape =
  | "text"
  /** A value of the contract's own list, which a later version may have more of: pages draw one that they do not know as `known` does. */
  | "word"
  | "number"
  | "whole"
  | "flag"
  /** `2026-03-26`, `2026-03`, and an instant with its offset: pages compute with them. */
  | "day"
  | "month"
  | "instant"
  | "object"
  /** No answer at all: the operation answers 204. */
  | "none"
  | { orNull: Shape }
  /** May be left out, as in answers that were kept before there was such a field. */
  | { optional: Shape }
  | { listOf: Shape }
  | { fields: { readonly [name: string]: Shape } };

const patterns = {
  word: /^[A-Za-z][\w.-]{0,63}$/,
  day: /^\d{4}-\d{2}-\d{2}$/,
  month: /^\d{4}-\d{2}$/,
  instant: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*(Z|[+-]\d{2}:\d{2})$/,
};

/** Whether a value that came from outside has a shape. */
export function hasShape(value: unknown, shape: Shape): boolean {
  if (typeof shape === "string") return isPlain(value, shape);
  if ("orNull" in shape) return value === null || hasShape(value, shape.orNull);
  if ("optional" in shape) return value === undefined || hasShape(value, shape.optional);
  if ("listOf" in shape) return Array.isArray(value) && value.every((item) => hasShape(item, shape.listOf));
  if (!isObject(value)) return false;
  return Object.entries(shape.fields).every(([name, field]) => hasShape(value[name], field));
}

function isPlain(value: unknown, shape: Extract<Shape, string>): boolean {
  switch (shape) {
    case "text":
      return typeof value === "string";
    case "number":
      return typeof value === "number";
    case "whole":
      return Number.isSafeInteger(value);
    case "flag":
      return typeof value === "boolean";
    case "object":
      return isObject(value);
    case "none":
      return value === "" || value === null || value === undefined;
    default:
      return typeof value === "string" && patterns[shape].test(value);
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
