import {
  amountText,
  type Exact,
  moneyText,
  type MoneyForm,
  percentOnScreen,
  percentText,
  salesText,
} from "@shared/domain/moneyText";
import { shortText } from "@shared/domain/pay/number";
import { type BusinessDay, clockTimeOf } from "@shared/domain/time";

/** How a language writes values inside messages. */
export interface Format {
  /** Money inside a sentence. */
  money(amountFen: number, form: MoneyForm): string;
  /** Sales and targets in a row of a card. */
  sales(amountFen: number): string;
  /** Pay, to the fen. */
  pay(amountFen: number): string;
  /** What pay gains: always with its sign. */
  gain(amountFen: number): string;
  /** A coefficient: `1.0`, `0.8`, `0`. */
  factor(value: Exact): string;
  /** A ratio inside an agreed sentence; null is a dash. */
  percentInSentence(ratio: Exact | null): string;
  /** A ratio in a row of a card. */
  percent(ratio: Exact | null): string;
  day(day: BusinessDay): string;
  /** 24 hours, Shanghai. */
  time(instant: Date): string;
}

const dayAndMonth = (day: BusinessDay): [month: number, day: number] => [Number(day.slice(5, 7)), Number(day.slice(8))];

const months = "January February March April May June July August September October November December".split(" ");

/** `100,000` rather than `100,000.00`, where that is the same. */
const wholeYuan = (amountFen: number): string => amountText(amountFen).replace(/\.00$/, "");

const factorText = (value: Exact): string => {
  const text = shortText(value, 4);
  return text === "0" || text.includes(".") ? text : `${text}.0`;
};

export const chineseFormat: Format = {
  money: moneyText,
  // From 1万 on the unit is in the text.
  sales: (amountFen) => (Math.abs(amountFen) < 1_000_000 ? `${amountText(amountFen)}元` : salesText(amountFen).text),
  pay: (amountFen) => `${amountText(amountFen)} 元`,
  gain: (amountFen) => `${amountFen > 0 ? "+" : ""}${amountText(amountFen)} 元`,
  factor: factorText,
  percentInSentence: percentText,
  percent: (ratio) => percentOnScreen(ratio),
  day: (day) => `${dayAndMonth(day)[0]}月${dayAndMonth(day)[1]}日`,
  time: clockTimeOf,
};

export const englishFormat: Format = {
  money: (amountFen) => `${wholeYuan(amountFen)} yuan`,
  sales: wholeYuan,
  pay: (amountFen) => `${amountText(amountFen)} yuan`,
  gain: (amountFen) => `${amountFen > 0 ? "+" : ""}${amountText(amountFen)} yuan`,
  factor: factorText,
  percentInSentence: percentText,
  percent: (ratio) => percentOnScreen(ratio),
  day: (day) => `${dayAndMonth(day)[1]} ${months[dayAndMonth(day)[0] - 1]}`,
  time: clockTimeOf,
};
