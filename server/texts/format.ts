import {
  amountText,
  exactInWords,
  type Exact,
  minusSign,
  type MoneyForm,
  percentText,
  salesText,
  signedAmountText,
} from "@shared/domain/moneyText";
import { yuanOf } from "@shared/domain/money";
import { decimal, shortText, times } from "@shared/domain/pay/numbers/number";
import { type BusinessDay, businessDayOf, clockTimeOf, isSameYear, type Month } from "@shared/domain/time";

/** A moment as evidence has it: the whole day, in every language alike. */
export const stampTime = (at: Date): string => `${businessDayOf(at)} ${clockTimeOf(at)}`;

/** How a language writes values inside messages. */
export interface Format {
  /** Money inside a sentence, to the fen. */
  money(amountFen: number, form: MoneyForm): string;
  /** Sales and targets in a row of a card. */
  sales(amountFen: number): string;
  /** Pay, to the fen. */
  pay(amountFen: number): string;
  /** The same without its unit, where there is little room. */
  bare(amountFen: number): string;
  /** What pay gains, with its sign; `bare` without its unit. */
  gain(amountFen: number, form?: "bare"): string;
  /** A coefficient: `1.0`, `0.8`, `0`. */
  factor(value: Exact): string;
  /** What is missing of a result, never less than it is. */
  missing(amountFen: number): string;
  /**
   * A ratio, in a sentence as in a row of a card; null is a dash.
   * @param edges what has not been reached does not read as if it were
   */
  percent(ratio: Exact | null, edges?: readonly Exact[]): string;
  /**
   * A month by its name, with its year where that is another one than of `present`: `12月`, `2025年12月`.
   * @param form "row": as it stands in the name of a card's row, `25年12月`
   */
  month(period: Month, present: Month, form?: "row"): string;
  day(day: BusinessDay): string;
  /** `3月26日 16:05` */
  instant(at: Date): string;
  /** 24 hours, Shanghai. */
  time(instant: Date): string;
}

const dayAndMonth = (day: BusinessDay): [month: number, day: number] => [Number(day.slice(5, 7)), Number(day.slice(8))];

/** The year of a month, where that is another one than of the present month: with two digits in a row. */
const otherYear = (period: Month, present: Month, form?: "row"): string | null =>
  isSameYear(period, present) ? null : period.slice(form === "row" ? 2 : 0, 4);

const months = "January February March April May June July August September October November December".split(" ");

/** `100,000` rather than `100,000.00`, where that is the same. */
const wholeYuan = (amountFen: number): string => amountText(amountFen).replace(/\.00$/, "");

const factorText = (value: Exact): string => {
  const text = shortText(value, 4);
  return text === "0" || text.includes(".") ? text : `${text}.0`;
};

const chineseSales = (amountFen: number): string =>
  // From 1万 on the unit is in the text.
  Math.abs(amountFen) < 1_000_000 ? `${amountText(amountFen)}元` : salesText(amountFen).text;

/** `666,666.67`, `1.4m` from a million yuan on, `60bn` from a billion on, at most two decimals. */
const englishSales = (amountFen: number): string => {
  const size = Math.abs(amountFen);
  if (size < 100_000_000) return wholeYuan(amountFen);
  const [unit, factor] = size < 100_000_000_000 ? ["m", "0.000001"] : ["bn", "0.000000001"];
  return `${amountFen < 0 ? minusSign : ""}${shortText(times(yuanOf(size), decimal(factor)), 2)}${unit}`;
};

/** Rounded up to what `salesText` shows of it: 100 yuan from 1万 on, 1万 times 100 from 1亿 on. */
const roundedUp = (amountFen: number): number => {
  const stepFen = amountFen < 1_000_000 ? 1 : amountFen < 10_000_000_000 ? 10_000 : 100_000_000;
  return Math.ceil(amountFen / stepFen) * stepFen;
};

export const chineseFormat: Format = {
  money: exactInWords,
  sales: chineseSales,
  missing: (amountFen) => chineseSales(roundedUp(amountFen)),
  pay: (amountFen) => `${amountText(amountFen)} 元`,
  bare: amountText,
  gain: (amountFen, form) => `${signedAmountText(amountFen)}${form === "bare" ? "" : " 元"}`,
  factor: factorText,
  percent: percentText,
  month: (period, present, form) => {
    const [name, year] = [`${Number(period.slice(5, 7))}月`, otherYear(period, present, form)];
    return year === null ? name : `${year}年${name}`;
  },
  day: (day) => `${dayAndMonth(day)[0]}月${dayAndMonth(day)[1]}日`,
  instant: (at) => `${chineseFormat.day(businessDayOf(at))} ${clockTimeOf(at)}`,
  time: clockTimeOf,
};

export const englishFormat: Format = {
  money: (amountFen) => `${wholeYuan(amountFen)} CNY`,
  sales: englishSales,
  missing: wholeYuan,
  pay: (amountFen) => `${amountText(amountFen)} CNY`,
  bare: amountText,
  gain: (amountFen, form) => `${signedAmountText(amountFen)}${form === "bare" ? "" : " CNY"}`,
  factor: factorText,
  percent: percentText,
  month: (period, present, form) => {
    const name = (months[Number(period.slice(5, 7)) - 1] ?? period).slice(0, 3);
    return [name, otherYear(period, present, form)].filter((part) => part !== null).join(" ");
  },
  day: (day) => `${dayAndMonth(day)[1]} ${months[dayAndMonth(day)[0] - 1]}`,
  instant: (at) => `${englishFormat.day(businessDayOf(at))}, ${clockTimeOf(at)}`,
  time: clockTimeOf,
};
