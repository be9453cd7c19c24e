import { type Fen, fenOfYuan, yuanOf } from "./money";
import {
  compare,
  decimal,
  type Exact,
  exactOfInt,
  fixedText,
  isZero,
  negate,
  one,
  shortText,
  signOfExact,
  times,
} from "./pay/number";

export { ratioOf, type Exact } from "./pay/number";

/** U+2212, as wide as a plus; a hyphen would be too short and may break. */
export const minusSign = "−";

/** long: 10万元; short: 16万. An amount that is not in 万 ends in 元 in both. */
export type MoneyForm = "long" | "short";

const wanFen = 1_000_000;

/** An amount inside a sentence: `10万元`, `12.5万元`, `3000元`, `9999.99元`. No separators, no empty decimals, no 亿. */
export function moneyText(amountFen: Fen, form: MoneyForm): string {
  const yuan = yuanOf(amountFen);
  if (Math.abs(amountFen) < wanFen || amountFen % 100_000 !== 0) return `${shortText(yuan, 2)}元`;
  return `${shortText(times(yuan, decimal("0.0001")), 2)}万${form === "long" ? "元" : ""}`;
}

/**
 * A ratio inside a sentence: at most two decimals, half up, no trailing zeros. Below 1 it never reads 100%, above 0 never 0%.
 * Null (no target, nothing to divide by) is a dash.
 */
export function percentText(ratio: Exact | null): string {
  if (ratio === null) return "—";
  const text = shortText(times(ratio, exactOfInt(100)), 2);
  if (text === "100" && compare(ratio, one) < 0) return "99.99%";
  if (text === "0" && signOfExact(ratio) > 0) return `${firstDigit(ratio)}%`;
  return `${text}%`;
}

/** The first digit that is not 0 of a small percentage, cut. */
function firstDigit(ratio: Exact): string {
  const percent = times(ratio, exactOfInt(100));
  for (let places = 3; places < 60; places += 1) {
    const text = fixedText(percent, places, "cut");
    if (/[1-9]/.test(text)) return text;
  }
  return "0";
}

/**
 * A percentage on a screen: whole where that is exact, else one decimal, half up; but where rounding would touch or pass an
 * edge that the exact value has not reached, as many decimals more as keep it true (79.99%, not 80%).
 * @param edges ratios that decide something: band and tier edges, the target itself; 1 is always among them
 */
export function percentOnScreen(ratio: Exact | null, edges: readonly Exact[] = []): string {
  if (ratio === null) return "—";
  if (signOfExact(ratio) < 0) return `${minusSign}${percentOnScreen(negate(ratio))}`;
  const percent = times(ratio, exactOfInt(100));
  if (!isZero(ratio) && compare(ratio, decimal("0.01")) < 0) return percentText(ratio);
  for (let places = 1; places < 40; places += 1) {
    const rounded = decimal(fixedText(percent, places, "half"));
    const touches = [one, ...edges].some((edge) => {
      const at = times(edge, exactOfInt(100));
      const before = compare(percent, at);
      return before !== 0 && compare(rounded, at) !== before;
    });
    if (!touches) return `${shortText(percent, places)}%`;
  }
  return `${shortText(percent, 40, "cut")}%`;
}

/** Money on a screen, on a slip and in a table: `1,300.00`, `−225.00`. The unit stands beside it. */
export function amountText(amountFen: Fen): string {
  const size = Math.abs(amountFen);
  const cents = size % 100;
  return `${amountFen < 0 ? minusSign : ""}${grouped(String((size - cents) / 100))}.${String(cents).padStart(2, "0")}`;
}

/** A change: `+528.00`, `−225.00`, `0.00`. */
export function signedAmountText(amountFen: Fen): string {
  return amountFen > 0 ? `+${amountText(amountFen)}` : amountText(amountFen);
}

/** Sales and targets on a screen: `18.4万` from 1万 on, `11.25亿` from 1亿 on, at most two decimals; `exact` is false where that rounds. */
export function salesText(amountFen: Fen): { text: string; exact: boolean } {
  const size = Math.abs(amountFen);
  const [unitFen, unit, factor] =
    size >= 10_000 * wanFen ? [10_000 * wanFen, "亿", "0.00000001"] : [wanFen, "万", "0.0001"];
  if (size < wanFen) return { text: amountText(amountFen), exact: true };
  const text = grouped(shortText(times(yuanOf(size), decimal(factor)), 2));
  return { text: `${amountFen < 0 ? minusSign : ""}${text}${unit}`, exact: (size * 100) % unitFen === 0 };
}

/** Thousands separators in the whole part of a decimal, with or without a minus in front. */
export function grouped(decimalText: string): string {
  const point = decimalText.indexOf(".");
  let whole = point < 0 ? decimalText : decimalText.slice(0, point);
  let separated = "";
  const signs = whole.startsWith("-") || whole.startsWith(minusSign) ? 1 : 0;
  while (whole.length > signs + 3) {
    separated = `,${whole.slice(-3)}${separated}`;
    whole = whole.slice(0, -3);
  }
  return whole + separated + (point < 0 ? "" : decimalText.slice(point));
}

/** The amount that such a text says, `10万元`, `16万`, `3000元`; null where it is none. */
export function fenOfMoneyText(text: string): Fen | null {
  const match = /^(-?\d+(?:\.\d+)?)(万?)(元?)$/.exec(text);
  if (match === null || (match[2] === "" && match[3] === "")) return null;
  return fenOfYuan(times(decimal(match[1] ?? ""), decimal(match[2] === "" ? "1" : "10000")));
}
