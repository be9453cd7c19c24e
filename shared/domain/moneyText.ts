import { type Fen, fenOfYuan, yuanOf } from "./money";
import {
  add,
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
} from "./pay/numbers/number";

export { ratioOf, type Exact } from "./pay/numbers/number";

/** U+2212, as wide as a plus; a hyphen would be too short and may break. */
export const minusSign = "−";

/** long: 10万元; short: 16万. An amount that is not in 万 ends in 元 in both. */
export type MoneyForm = "long" | "short";

const hundred = exactOfInt(100);
const hundredth = decimal("0.01");
const wanFen = 1_000_000;

/**
 * An amount as the company's catalogue writes it: `10万元`, `12.5万元`, `3000元`, `9999.99元`. No separators, no empty decimals, no 亿. People
 * read large and odd ones by `salesInWords` and `exactInWords`.
 */
export function moneyText(amountFen: Fen, form: MoneyForm): string {
  const yuan = yuanOf(amountFen);
  if (Math.abs(amountFen) < wanFen || amountFen % 100_000 !== 0) return `${shortText(yuan, 2)}元`;
  return `${shortText(times(yuan, decimal("0.0001")), 2)}万${form === "long" ? "元" : ""}`;
}

/**
 * A ratio as a percentage, wherever one is read: at most two decimals, half up, no trailing zeros. Where rounding would touch or pass an
 * edge that the exact value has not reached, the nearest hundredth on its own side: 79.99%, not 80%; 100.01%, not 100%. Above 0 never 0%.
 * Null (no target, nothing to divide by) is a dash.
 * @param edges ratios that decide something: band and tier edges, a threshold; 1 is always among them
 */
export function percentText(ratio: Exact | null, edges: readonly Exact[] = []): string {
  if (ratio === null) return "—";
  if (signOfExact(ratio) < 0) return `${minusSign}${percentText(negate(ratio), edges.map(negate))}`;
  const percent = times(ratio, hundred);
  const isTrue = (text: string): boolean =>
    [one, ...edges].every((edge) => {
      const at = times(edge, hundred);
      const side = compare(percent, at);
      return side === 0 || compare(decimal(text), at) === side;
    });
  const cut = fixedText(percent, 2, "cut");
  const near = [fixedText(percent, 2, "half"), cut, fixedText(add(decimal(cut), hundredth), 2, "half")];
  const text = near.find(isTrue) ?? truerText(percent, isTrue);
  if (!isZero(ratio) && isZero(decimal(text))) return `${firstDigit(ratio)}%`;
  return `${shortText(decimal(text), 40)}%`;
}

/** As many decimals more as it takes: between two edges that lie nearer to each other than a hundredth. */
function truerText(percent: Exact, isTrue: (text: string) => boolean): string {
  for (let places = 3; places < 40; places += 1) {
    const text = fixedText(percent, places, "half");
    if (isTrue(text)) return text;
  }
  return fixedText(percent, 40, "cut");
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
  if (size === 0) return { text: "0", exact: true };
  if (size < wanFen) return { text: amountText(amountFen), exact: true };
  const text = grouped(shortText(times(yuanOf(size), decimal(factor)), 2));
  return { text: `${amountFen < 0 ? minusSign : ""}${text}${unit}`, exact: (size * 100) % unitFen === 0 };
}

/** A sum of sales inside a sentence, rounded as in every table: `10万元`, `3000元`, `139.67万元`, `1.2亿元`; short without 元 from 1万 on. */
export function salesInWords(amountFen: Fen, form: MoneyForm): string {
  if (Math.abs(amountFen) < wanFen) return moneyText(amountFen, form);
  return `${salesText(amountFen).text}${form === "long" ? "元" : ""}`;
}

/**
 * One amount inside a sentence, to the fen: `10万元`, `3000元`, `1.2亿元` where that is all of it, else with separators, `1,396,666.67元`.
 * Short without 元 after 万 and 亿.
 */
export function exactInWords(amountFen: Fen, form: MoneyForm): string {
  const size = Math.abs(amountFen);
  if (size < wanFen) return moneyText(amountFen, form);
  const [isWhole, unit, factor] =
    size >= 10_000 * wanFen ? [size % wanFen === 0, "亿", "0.00000001"] : [size % 100_000 === 0, "万", "0.0001"];
  if (!isWhole) return `${amountText(amountFen).replace(/\.00$/, "")}元`;
  const text = grouped(shortText(times(yuanOf(size), decimal(factor)), 4));
  return `${amountFen < 0 ? minusSign : ""}${text}${unit}${form === "long" ? "元" : ""}`;
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
