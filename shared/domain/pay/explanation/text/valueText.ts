import { fenOfYuan, roundToFen } from "../../../money";
import { amountText, grouped, minusSign, percentText } from "../../../moneyText";
import { decimal, decimalText, exactOfFraction, exactOfInt, type Exact, shortText, times } from "../../numbers/number";
import type { Language, TraceRow, TraceValue } from "../../types";

const hundred = exactOfInt(100);

export const exactOf = (value: TraceValue): Exact | null =>
  value.fraction === null ? null : exactOfFraction(value.fraction);

const signed = (text: string): string => text.replace(/^-/, minusSign);

/**
 * A value of a trace as a screen shows it: money with two decimals, ratios as percent, all else as it is. What had to be cut says ≈.
 * @param edges ratios that decide something nearby; a percentage never reads like one that it has not reached
 */
export function valueText(value: TraceValue, edges: readonly Exact[] = []): string {
  const exact = exactOf(value);
  if (exact === null) return "—";
  if (value.unit === "money") {
    const amountFen = fenOfYuan(exact);
    if (amountFen === null) return signed(grouped(shortText(exact, 2)));
    return `${hasAtMost(2, value) ? "" : "≈"}${amountText(amountFen)}`;
  }
  if (value.unit === "ratio") return percentText(exact, edges);
  return `${hasAtMost(6, value) ? "" : "≈"}${signed(grouped(shortText(exact, 6)))}`;
}

/** A ratio that a formula multiplies by: all of its digits where they are few, else cut with ≈. */
export function ratioText(value: TraceValue): string {
  if (hasAtMost(10, value)) return rateText(value.decimal ?? "0");
  return value.fraction === null ? "—" : `≈${valueText(value)}`;
}

const hasAtMost = (places: number, { exact, decimal: text }: TraceValue): boolean =>
  exact && text !== null && placesIn(text) <= places;

const placesIn = (text: string): number => {
  const point = text.indexOf(".");
  return point < 0 ? 0 : text.length - point - 1;
};

/** A rate of a plan: every one of its digits, `1.5%`, `2.02%`. */
export function rateText(rate: string): string {
  return `${signed(decimalText(times(decimal(rate), hundred)) ?? rate)}%`;
}

/** Yuan that a trace holds as a decimal. */
export const yuanText = (yuan: string): string =>
  `${placesIn(yuan) <= 2 ? "" : "≈"}${amountText(roundToFen(decimal(yuan)))}`;

/** Where a row lies: `10万到20万`, `不到10万`, `超过20万`, `80%到90%`. */
export function rowRange(row: TraceRow, language: Language): string {
  if (row.key !== null) return row.key;
  const from = row.from === null ? null : edgeText(row, row.from, language);
  const to = row.to === null ? null : edgeText(row, row.to, language);
  if (language === "en") {
    if (from === null && to === null) return "any amount";
    if (from === null) return `${row.toIncluded ? "up to" : "below"} ${to}`;
    if (to === null) return `${row.fromIncluded ? "from" : "above"} ${from}`;
    return `${from} to ${to}`;
  }
  if (from === null && to === null) return "全部";
  if (from === null) return row.toIncluded ? `${to}及以下` : `不到${to}`;
  if (to === null) return row.fromIncluded ? `${from}及以上` : `超过${from}`;
  return `${from}到${to}`;
}

function edgeText({ by }: TraceRow, edge: string, language: Language): string {
  const value = decimal(edge);
  if (by === "ratio") return rateText(edge);
  if (by !== "money" || language === "en") return grouped(shortText(value, 6));
  const wan = shortText(times(value, decimal("0.0001")), 6);
  return Number(edge) >= 10_000 && wan.length <= 8 ? `${wan}万` : `${shortText(value, 2)}元`;
}

/** The edges of a row as numbers, for percentages that stand beside it. */
export const edgesOf = (row: TraceRow | null): Exact[] =>
  row === null ? [] : [row.from, row.to].flatMap((edge) => (edge === null ? [] : [decimal(edge)]));

/** `3月24日`, `24 March`. */
export function dayText(day: string, language: Language): string {
  const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8))];
  return language === "en" ? `${date} ${englishMonths[month - 1] ?? ""}` : `${month}月${date}日`;
}

/** `2026年3月`, `March 2026`: also where it is read in another year. */
export function monthText(period: string, language: Language): string {
  const month = Number(period.slice(5, 7));
  const year = period.slice(0, 4);
  return language === "en" ? `${englishMonths[month - 1] ?? ""} ${year}` : `${year}年${month}月`;
}

const englishMonths = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
