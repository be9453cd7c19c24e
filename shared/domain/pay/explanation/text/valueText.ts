import { fenOfYuan, yuanOf } from "../../../money";
import { amountText, grouped, minusSign, percentText } from "../../../moneyText";
import {
  compare,
  decimal,
  decimalText,
  fixedText,
  exactOfFraction,
  exactOfInt,
  type Exact,
  shortText,
  times,
} from "../../numbers/number";
import { type DaySpan, daysOf, monthOf, type Period } from "../../../time";
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
  const near = [...edges, ...(value.edges ?? []).flatMap((edge) => exactOfFraction(edge) ?? [])];
  if (value.unit === "ratio") return percentText(exact, near);
  const text = trueText(exact, value.unit === "money" ? 2 : 6, near);
  const said = decimal(text);
  const amountFen = value.unit === "money" ? fenOfYuan(said) : null;
  const isWhole = amountFen !== null && compare(yuanOf(amountFen), said) === 0;
  return `${compare(said, exact) === 0 ? "" : "≈"}${isWhole ? amountText(amountFen) : signed(grouped(text))}`;
}

/** So many places, or as many more as it takes to stand on the right side of each edge. */
export function trueText(exact: Exact, usualPlaces: number, edges: readonly Exact[]): string {
  for (let places = usualPlaces; places < 40; places += 1) {
    const text = shortText(exact, places);
    const said = decimal(text);
    if (edges.every((edge) => compare(exact, edge) === 0 || compare(said, edge) === compare(exact, edge))) return text;
  }
  return shortText(exact, 40, "cut");
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

/** The rate that a row gave: its own, or what lies between it and the row below. */
export const rowRate = ({ interpolated, value }: TraceRow): string =>
  interpolated === undefined ? rateText(value) : ratioText(interpolated);

/** Yuan that a trace holds as a decimal. */
export function yuanText(yuan: string): string {
  const exact = decimal(yuan);
  const amountFen = fenOfYuan(exact);
  const text = amountFen === null ? signed(grouped(fixedText(exact, 2, "half"))) : amountText(amountFen);
  return `${placesIn(yuan) <= 2 ? "" : "≈"}${text}`;
}

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
  const exact = decimalText(value) ?? edge;
  if (by !== "money" || language === "en") return grouped(exact);
  const wan = decimalText(times(value, decimal("0.0001"))) ?? "";
  return Number(edge) >= 10_000 && wan.length <= 8 ? `${wan}万` : `${exact}元`;
}

/** The edges of a row as numbers, for percentages that stand beside it. */
export const edgesOf = (row: TraceRow | null): Exact[] =>
  row === null ? [] : [row.from, row.to].flatMap((edge) => (edge === null ? [] : [decimal(edge)]));

/** `3月24日`, `24 March`. */
export function dayText(day: string, language: Language): string {
  const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8))];
  return language === "en" ? `${date} ${englishMonths[month - 1] ?? ""}` : `${month}月${date}日`;
}

/** With its year: where it may be read at any time. */
export const fullDayText = (day: string, language: Language): string =>
  language === "en" ? `${dayText(day, language)} ${day.slice(0, 4)}` : `${day.slice(0, 4)}年${dayText(day, language)}`;

/** `3月1日到3月11日`, `1 March to 11 March`. */
export const daysText = ({ from, to }: DaySpan, language: Language): string =>
  [from, to].map((day) => dayText(day, language)).join(language === "en" ? " to " : "到");

/** `第13周（3月23日–29日）`, `week 13 (23–29 March)`. */
function weekText(week: Period, language: Language): string {
  const { from, to } = daysOf(week);
  const number = Number(week.slice(6));
  const isOneMonth = monthOf(from) === monthOf(to);
  const [first, last] = [from, to].map((day) => dayText(day, language));
  if (language === "en")
    return `week ${number} (${isOneMonth ? `${Number(from.slice(8))}–${last}` : `${first} – ${last}`})`;
  return `第${number}周（${first}–${isOneMonth ? `${Number(to.slice(8))}日` : last}）`;
}

/** `2026年3月`, `March 2026`, `2026年第1季度`, `2026`: also where it is read in another year. Weeks name their days. */
export function periodText(period: Period, language: Language): string {
  const [year = "", part] = period.split("-");
  if (part === undefined) return language === "en" ? year : `${year}年`;
  if (part.startsWith("Q")) return language === "en" ? `${part} ${year}` : `${year}年第${part.slice(1)}季度`;
  if (part.startsWith("W")) return weekText(period, language);
  const month = Number(part);
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
