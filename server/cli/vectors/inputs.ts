import { type Fen, roundToFen } from "@shared/domain/money";
import { decimalText, type Exact, exactOfDecimal, fixedText, shortText } from "@shared/domain/pay/numbers/number";
import { yuanOf } from "@shared/domain/money";
import { exactOfJson, type Json, JsonNumber, type JsonObject } from "./exactJson";

/** What is wrong with a vector's inputs. */
export class UnreadableInput extends Error {}

/** Typed access to the inputs of one vector. */
export class Inputs {
  constructor(private readonly values: JsonObject) {}

  has(key: string): boolean {
    return this.values.has(key);
  }

  json(key: string): Json | undefined {
    return this.values.get(key);
  }

  text(key: string): string {
    const value = this.values.get(key);
    if (typeof value !== "string") throw new UnreadableInput(`${key} is no text`);
    return value;
  }

  textOr(key: string, otherwise: string): string {
    return this.has(key) ? this.text(key) : otherwise;
  }

  /** True only where it is there and true. */
  flag(key: string): boolean {
    return this.values.get(key) === true;
  }

  exact(key: string): Exact {
    const value = exactOfJson(this.values.get(key));
    if (value === null) throw new UnreadableInput(`${key} is no number`);
    return value;
  }

  exactOrNull(key: string): Exact | null {
    return exactOfJson(this.values.get(key));
  }

  /** A decimal as text, for rules that take rates and shares as plans hold them. */
  decimalText(key: string): string {
    return decimalText(this.exact(key)) ?? "";
  }

  /** An amount in yuan. */
  fen(key: string): Fen {
    return roundToFen(this.exact(key));
  }

  count(key: string): number {
    return Number(this.decimalText(key));
  }

  inner(key: string): Inputs {
    return new Inputs(asObject(this.values.get(key), key));
  }

  list(key: string): Json[] {
    const value = this.values.get(key);
    if (!Array.isArray(value)) throw new UnreadableInput(`${key} is no list`);
    return value;
  }

  items(key: string): Inputs[] {
    return this.list(key).map((item) => new Inputs(asObject(item, key)));
  }

  texts(key: string): string[] {
    return this.has(key) ? this.list(key).filter((item): item is string => typeof item === "string") : [];
  }

  decimals(key: string): string[] {
    return this.list(key).map((item) => decimalOf(item, key));
  }

  entries(key: string): [string, Json][] {
    return [...asObject(this.values.get(key), key)];
  }
}

function asObject(value: Json | undefined, key: string): JsonObject {
  if (value instanceof Map) return value;
  throw new UnreadableInput(`${key} is no object`);
}

export function decimalOf(value: Json, key: string): string {
  const exact = exactOfJson(value);
  const text = exact === null ? null : decimalText(exact);
  if (text === null) throw new UnreadableInput(`${key} is no decimal`);
  return text;
}

/** An answer as `expected` writes it. */
export type Answer = Record<string, Json>;

export const yuan = (amountFen: Fen): JsonNumber => new JsonNumber(fixedText(yuanOf(amountFen), 2, "half"));

/** Ratios, rates, scores and points: six decimals, half away from zero. */
export const six = (value: Exact | null): JsonNumber | null =>
  value === null ? null : new JsonNumber(shortText(value, 6));

export const whole = (count: number): JsonNumber => new JsonNumber(String(count));

export const unrounded = (value: Exact): JsonNumber => new JsonNumber(decimalText(value) ?? shortText(value, 12));

export const isDecimal = (text: string): boolean => exactOfDecimal(text) !== null;
