import type { Exact } from "../numbers/number";
import { one, zero } from "../numbers/number";
import type { Unit } from "../types";
import { checkFormula } from "./check";
import { evaluateFormula, type FormulaValue } from "./evaluate";
import { parseFormula } from "./parse";
import type { Quantity } from "./value";

/**
 * Evaluates a formula over plain numbers, without a plan: names are those of `values`, null is a name without value.
 * Throws `FormulaError` with its place.
 */
export function calculate(formula: string, values: Readonly<Record<string, Exact | null>>): FormulaValue {
  const known = new Map<string, Quantity>(
    Object.entries(values).map(([name, value]) => [name, value ?? { missing: "noData", name }]),
  );
  const units = new Map<string, Unit>([...known.keys()].map((name) => [name, "decimal"]));
  const node = parseFormula(formula);
  checkFormula(node, { names: units, tables: new Map() }, "any");
  const noTable = (name: string): never => {
    throw new Error(`no table ${name}`);
  };
  return evaluateFormula(node, {
    valueOf: (name) => known.get(name) ?? { missing: "notGiven", name },
    bandTable: noTable,
    lookupTable: noTable,
    keyOf: () => null,
    lookupValue: () => zero,
    dayShare: () => one,
    segmentShare: one,
  });
}
