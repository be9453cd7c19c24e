import type { Fen } from "./money";
import { moneyText, percentText } from "./moneyText";
import { compare, type Exact } from "./pay/numbers/number";

/** A team's baseline in one line: 「销售额200万、转化率30%、新客户50个」. */
export const baselineText = (salesFen: Fen, conversion: Exact, newCustomersCount: number): string =>
  `销售额${moneyText(salesFen, "short")}、转化率${percentText(conversion)}、新客户${newCustomersCount}个`;

export interface Sides {
  new_customers: Exact;
  retention: Exact;
}

/** Of winning and keeping customers, what a team does worse and what better; of equal ones keeping counts as the better. */
export function strongerSide(sides: Sides): { weakness: keyof Sides; strength: keyof Sides } {
  return compare(sides.new_customers, sides.retention) <= 0
    ? { weakness: "new_customers", strength: "retention" }
    : { weakness: "retention", strength: "new_customers" };
}
