import { fenOfYuanText, roundToFen } from "@shared/domain/money";
import { decimal, equals } from "@shared/domain/pay/numbers/number";
import { type Environment, evaluateNumber, isMissing, parseFormula } from "@shared/domain/pay/formula";

/**
 * What the numbers of a printed formula come to, in fen, and what is printed behind them. An arrow says what the amount so far becomes.
 * Null where the formula says itself that it does not compute: a number was cut (≈) or is not there (—).
 */
export function readBack(formula: string): { computedFen: number; printedFen: number | null } | null {
  if (/[≈—]/.test(formula)) return null;
  const [left = "", right = left] = formula.split(" = ");
  const plain = withoutArrows(left).replace(/(\d),(?=\d{3})/g, "$1");
  const value = evaluateNumber(parseFormula(plain), noNames);
  if (isMissing(value)) throw new Error(`${formula} has no value`);
  // `0.0002 → 0.00`: what it comes to is printed before what that is rounded to.
  const [exact = "", printed = exact] = right.replace(/,/g, "").replace("−", "-").split(" → ");
  if (exact !== printed && !equals(decimal(exact), value)) throw new Error(`${formula} does not come to ${exact}`);
  return { computedFen: roundToFen(value), printedFen: fenOfYuanText(printed) };
}

/** `(a → b) × c` is `(b) × c`. */
function withoutArrows(text: string): string {
  const at = text.indexOf(" → ");
  if (at < 0) return text;
  let [depth, start] = [0, at];
  while (start > 0) {
    const sign = text.charAt(start - 1);
    if (sign === ")") depth += 1;
    if (sign === "(") depth -= 1;
    if (depth < 0) break;
    start -= 1;
  }
  return withoutArrows(text.slice(0, start) + text.slice(at + 3));
}

const noNames = {} as Environment;
