import { fenOfYuan } from "../../money";
import { moneyText, percentText } from "../../moneyText";
import type { NamedEnvironment } from "./environment";
import { evaluateNumber, type FormulaNode, isMissing, printFormula } from "../formula";
import { type Exact, fractionText, isZero, shortText } from "../numbers/number";
import type { Reason, Unit } from "../types";

/**
 * Which factor makes an amount 0. `name` says what the factor is about (团队完成率), `value` what that is now (exact, as a fraction),
 * `valueText` the same for people, `factor` the 0 itself, `table` the table that gave it.
 */
export function zeroReason(amount: FormulaNode, env: NamedEnvironment): Reason {
  const factor = zeroFactor(amount, env);
  return factor ?? { code: "amount.zero", params: {} };
}

function zeroFactor(node: FormulaNode, env: NamedEnvironment): Reason | null {
  const value = evaluateNumber(node, env);
  if (isMissing(value) || !isZero(value)) return null;
  if (node.type === "arithmetic" && (node.sign === "×" || node.sign === "÷")) {
    // From left to right, as the formula reads: the nearest factor is the one that people can do something about.
    return zeroFactor(node.left, env) ?? (node.sign === "×" ? zeroFactor(node.right, env) : null);
  }
  if (node.type === "name") return { code: "factor.zero", params: { name: node.name, factor: "0" } };
  const [subject, table] = node.type === "call" ? node.args : [];
  if (node.type !== "call" || subject === undefined || table?.type !== "name") return null;
  const about = evaluateNumber(subject, env);
  if (isMissing(about)) return null;
  // Tiers on nothing sold give nothing: then the sales are the reason, not the table.
  if (node.name === "阶梯" && isZero(about)) return zeroFactor(subject, env);
  return {
    code: "factor.zero",
    params: {
      name: printFormula(subject),
      value: fractionText(about),
      valueText: valueText(about, subject.type === "name" ? env.unitOf(subject.name) : "decimal"),
      table: table.name,
      factor: "0",
    },
  };
}

/** A value as sentences write it: money by `money_text`, ratios by `percent_text`. */
export function valueText(value: Exact, unit: Unit): string {
  if (unit === "ratio") return percentText(value);
  if (unit !== "money") return shortText(value, 6);
  const amountFen = fenOfYuan(value);
  return amountFen === null ? shortText(value, 2) : moneyText(amountFen, "long");
}
