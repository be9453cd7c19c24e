import type { Exact } from "../numbers/number";
import type { FunctionName } from "./functions";

/** Characters [from, to) of the text. */
export interface Place {
  from: number;
  to: number;
}

export type ArithmeticSign = "+" | "−" | "×" | "÷";
export type ComparisonSign = "<" | "≤" | ">" | "≥" | "=" | "≠";
export type LogicSign = "且" | "或";

export type FormulaNode = Place &
  (
    | {
        type: "number";
        value: Exact;
        /** money for 元, ratio for %; bare numbers take the unit that makes the formula valid. */
        unit: "money" | "ratio" | "bare";
        text: string;
      }
    | { type: "name"; name: string }
    /** Days of the segment ÷ days of all segments that its month is cut into: never written, see `byDays`. */
    | { type: "segmentShare" }
    | { type: "negative"; of: FormulaNode }
    | { type: "not"; of: FormulaNode }
    | { type: "arithmetic"; sign: ArithmeticSign; left: FormulaNode; right: FormulaNode }
    | { type: "comparison"; sign: ComparisonSign; left: FormulaNode; right: FormulaNode }
    | { type: "logic"; sign: LogicSign; left: FormulaNode; right: FormulaNode }
    | { type: "call"; name: FunctionName; args: FormulaNode[] }
  );
