import { type Fen, roundToFen } from "@shared/domain/money";
import { calculate, isMissing } from "@shared/domain/pay/formula";
import type { Exact } from "@shared/domain/pay/numbers/number";

/** The value of a plan's formula; null where it has none. */
export function calculated(formula: string, values: Record<string, Exact | null>): Exact | null {
  const value = calculate(formula, values);
  if (typeof value === "boolean") throw new Error(`${formula} gives yes or no`);
  return isMissing(value) ? null : value;
}

/** The same as an amount, rounded once. */
export function calculatedFen(formula: string, values: Record<string, Exact | null>): Fen | null {
  const value = calculated(formula, values);
  return value === null ? null : roundToFen(value);
}

/** Whether a plan's condition holds. */
export function holds(condition: string, values: Record<string, Exact | null>): boolean {
  return calculate(condition, values) === true;
}
