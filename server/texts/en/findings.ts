import { amountText } from "@shared/domain/moneyText";
import type { findings as source } from "../zhCN/findings";

export const findings: typeof source = {
  probe: (p) => `${p.at} pays ${amountText(p.paysFen)}`,
  joined: (parts) => parts.join(", "),
  of: {
    fallingPay: (p) => `“${p.name}”: ${p.before}; a little more, ${p.after}, so that whoever does more gets less`,
    quadratic: (p) => `“${p.name}” multiplies the same result twice: ${p.before}; twice as much, ${p.after}`,
    neverPays: (p) => `“${p.name}” pays nothing in ${p.number} cases tried: its conditions may contradict each other`,
    mayDivideByZero: (p) =>
      `“${p.name}” may divide by 0: at ${p.where} it has no value, and the month cannot be closed`,
    basisNobodyHas: (p) =>
      `“${p.name}” is a measure that Xiaoli does not have, and no unit says that it is imported: what uses it has no value`,
    unreachableTier: (p) => `“${p.name}”: nobody can reach tier ${p.number}`,
    needNotMet: (p) => `“${p.name}” was to get at least ${amountText(p.number)}; with the targets just met, ${p.after}`,
    payoutExceedsMargin: (p) =>
      `“${p.name}” goes by margin: of an order that earns ${amountText(p.number)}, ${p.after}, more than it earns`,
    refundNotCovered: (p) => `“${p.name}” stays paid after a refund: ${p.after}, even where all of it is refunded`,
  },
  ask: (p) => `${p.sentence}. If it is meant so, submit it again with the reason`,
};
