import { type Fen, roundToFen, yuanOf } from "@shared/domain/money";
import { amountChange } from "../amountChange";
import { rowsOfRanges } from "@shared/domain/pay/check/tableFaults";
import { bandValue, exactTable, type ExactTable, tiersAmount } from "@shared/domain/pay/formula/tables";
import { divide, type Exact } from "@shared/domain/pay/numbers/number";
import { calculated, calculatedFen } from "../calculated";
import { type Answer, decimalOf, type Inputs, six, UnreadableInput, yuan } from "../inputs";

/** The tiers of a vector as the product's table. */
function tiersOf(inputs: Inputs): ExactTable {
  const ranges = inputs.items("tiers").map((tier) => ({
    from: tier.decimalText("from"),
    fromIncluded: tier.flag("from_inclusive"),
    to: tier.json("to") === null ? null : tier.decimalText("to"),
    toIncluded: tier.flag("to_inclusive"),
    value: tier.decimalText("rate"),
  }));
  const table = rowsOfRanges(ranges);
  if ("faults" in table) throw new UnreadableInput(`tiers: ${table.faults.map((fault) => fault.code).join(", ")}`);
  const mode = inputs.text("mode") === "marginal" ? "marginal" : "whole";
  return exactTable({ name: "佣金阶梯", by: "money", mode, rows: table.rows });
}

const commissionOf =
  (table: ExactTable) =>
  (salesFen: Fen): Fen =>
    roundToFen(tiersAmount(table, yuanOf(salesFen)).value);

export function tierCommission(inputs: Inputs): Answer {
  const table = tiersOf(inputs);
  const salesFen = inputs.fen("sales");
  const amount = yuan(commissionOf(table)(salesFen));
  if (table.source.mode === "marginal") return { amount };
  return { rate: six(bandValue(table, yuanOf(salesFen)).value), amount };
}

export function tierIncrement(inputs: Inputs): Answer {
  const change = amountChange(inputs.fen("sales_before"), inputs.fen("order"), commissionOf(tiersOf(inputs)));
  return { before: yuan(change.beforeFen), after: yuan(change.afterFen), increment: yuan(change.changeFen) };
}

export function tierRefund(inputs: Inputs): Answer {
  const change = amountChange(inputs.fen("sales_before"), 0 - inputs.fen("refund"), commissionOf(tiersOf(inputs)));
  return { before: yuan(change.beforeFen), after: yuan(change.afterFen), clawback: yuan(0 - change.changeFen) };
}

export function bandCoefficient(inputs: Inputs): Answer {
  const ratio = inputs.has("ratio")
    ? inputs.exactOrNull("ratio")
    : divide(inputs.exact("actual"), inputs.exact("target"));
  const table = bandTableOf(inputs);
  if (table === null) return { rejected: true };
  return { coefficient: six(ratio && coefficientAt(table, ratio)) };
}

/** The bands of a vector as the product's table; null where they leave a gap or overlap. */
export function bandTableOf(inputs: Inputs): ExactTable | null {
  const ranges = inputs.items("bands").map((band) => ({
    from: edgeOf(band, "min"),
    fromIncluded: true,
    to: edgeOf(band, "max_exclusive"),
    toIncluded: false,
    value: band.decimalText("coefficient"),
  }));
  const table = rowsOfRanges(ranges);
  return "faults" in table ? null : exactTable({ name: "系数", by: "ratio", rows: table.rows });
}

export const coefficientAt = (table: ExactTable, ratio: Exact): Exact => bandValue(table, ratio).value;

function edgeOf(band: Inputs, key: string): string | null {
  const value = band.json(key);
  return value === null || value === undefined ? null : decimalOf(value, key);
}

export function accelerator(inputs: Inputs): Answer {
  const values = {
    业绩: inputs.exact("sales"),
    目标: inputs.exact("target"),
    倍数: inputs.exact("over"),
    基本: inputs.exact("base_rate"),
    加速: inputs.exact("accelerated_rate"),
  };
  if (inputs.text("scope") === "excess") {
    const excess = "如果(业绩 ÷ 目标 > 倍数, 倍数 × 目标 × 基本 + (业绩 − 倍数 × 目标) × 加速, 业绩 × 基本)";
    return { amount: yuan(calculatedFen(excess, values) ?? 0) };
  }
  const rate = "如果(业绩 ÷ 目标 > 倍数, 加速, 基本)";
  return { rate: six(calculated(rate, values)), amount: yuan(calculatedFen(`业绩 × ${rate}`, values) ?? 0) };
}

export function rateBump(inputs: Inputs): Answer {
  const relative = inputs.has("bump_relative");
  const values = {
    业绩: inputs.exact("sales"),
    目标: inputs.exact("target"),
    基本: inputs.exact("base_rate"),
    门槛: inputs.exact("threshold"),
    提高: inputs.exact(relative ? "bump_relative" : "bump_pp"),
  };
  const rate = `如果(业绩 ÷ 目标 ≥ 门槛, ${relative ? "基本 × (1 + 提高)" : "基本 + 提高 ÷ 100"}, 基本)`;
  return { rate: six(calculated(rate, values)), amount: yuan(calculatedFen(`业绩 × ${rate}`, values) ?? 0) };
}
