import { equals } from "@shared/domain/pay/numbers/number";
import { exactOfJson, type Json, JsonNumber } from "./exactJson";

/** Same keys, same values, numbers as decimals; order counts in lists and not among keys. */
export function same(expected: Json, actual: Json): boolean {
  if (expected instanceof JsonNumber || actual instanceof JsonNumber) {
    const [a, b] = [exactOfJson(expected), exactOfJson(actual)];
    return expected instanceof JsonNumber === actual instanceof JsonNumber && a !== null && b !== null && equals(a, b);
  }
  if (Array.isArray(expected) && Array.isArray(actual)) {
    return expected.length === actual.length && expected.every((item, index) => same(item, actual[index] ?? null));
  }
  if (expected instanceof Map && actual instanceof Map) {
    return (
      expected.size === actual.size &&
      [...expected].every(([key, value]) => actual.has(key) && same(value, actual.get(key) ?? null))
    );
  }
  return expected === actual;
}

export function jsonText(value: Json): string {
  if (value instanceof JsonNumber) return value.text;
  if (Array.isArray(value)) return `[${value.map(jsonText).join(", ")}]`;
  if (value instanceof Map)
    return `{${[...value].map(([key, part]) => `${JSON.stringify(key)}: ${jsonText(part)}`).join(", ")}}`;
  return JSON.stringify(value);
}
