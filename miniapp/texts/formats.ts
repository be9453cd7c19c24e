import {
  amountText,
  exactInWords,
  grouped,
  minusSign,
  ratioOf,
  salesInWords,
  salesText,
} from "@shared/domain/moneyText";
import { shortText } from "@shared/domain/pay/numbers/number";
import { clockTimeOf, weekdayOf, type BusinessDay, businessDayOf, type Month } from "@shared/domain/time";

/** Amounts in sentences, days and distances as a language writes them. */
export interface Formats {
  /** One amount in a sentence, to the fen: `10万元`, `3000元`, `1.2亿元`, `12,345.67元`; English `100,000 CNY`. */
  money(fen: number): string;
  /** One amount as tables and accounts have it, beside which the same stands in a column: `1,200.50 元`; English `1,200.50 CNY`. */
  amount(fen: number): string;
  /** A sum of sales in a sentence, rounded as `sales`: `139.67万元`. */
  sum(fen: number): string;
  /** Sales and targets: `18.4万`, `11.25亿`; English `1,280,000`, in millions from a hundred million on. */
  sales(fen: number): string;
  /** `3月26日`; of another year than the present one with it: `2028年3月25日`. */
  day(on: BusinessDay): string;
  /** `3月26日 周四` */
  dayWithWeekday(on: BusinessDay): string;
  /** `2026年3月` */
  month(period: Month): string;
  /** `3月26日 16:05` */
  instant(at: Date): string;
  /** `86 米`, `2.4 公里` */
  distance(meters: number): string;
  /** `5 小时 40 分` */
  duration(ms: number): string;
  /** `8 秒前`, `3 分钟前`; from one hour on the time of day */
  ago(ms: number, at: Date): string;
  /** People in a row: `陈浩、林静` */
  names(people: readonly string[]): string;
  /** Thing and state as they are read aloud: `海岳机械，86 米，范围内`; what is missing is left out. */
  said(...parts: (string | number | false | null | undefined)[]): string;
  /** Clauses of one line: `其中…；另有…` */
  clauses(parts: readonly string[]): string;
  /** Whole sentences, one after the other. */
  sentences(parts: readonly string[]): string;
}

const parts = (on: BusinessDay) => ({
  year: on.slice(0, 4),
  month: Number(on.slice(5, 7)),
  date: Number(on.slice(8, 10)),
});

let presentYear = (): string => "";

/** By what days are written without their year; before anybody has said so, all are. @param year of now; empty where nobody knows */
export const yearIs = (year: () => string): void => {
  presentYear = year;
};

/** Null where it goes without saying. */
function yearOf(on: BusinessDay): string | null {
  const [year, present] = [parts(on).year, presentYear()];
  return present === "" || year === present ? null : year;
}

/** Meters below one kilometer, then kilometers with one decimal. */
function shortDistance(meters: number): { value: string; inKilometers: boolean } {
  const whole = Math.round(meters);
  if (whole < 1000) return { value: String(whole), inKilometers: false };
  return { value: String(Math.round(meters / 100) / 10), inKilometers: true };
}

function hoursAndMinutes(ms: number): { hours: number; minutes: number } {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}

const weekdaysZh = ["一", "二", "三", "四", "五", "六", "日"];

export const zhFormats: Formats = {
  money: (fen) => exactInWords(fen, "long"),
  amount: (fen) => `${amountText(fen)} 元`,
  sum: (fen) => salesInWords(fen, "long"),
  sales: (fen) => salesText(fen).text,
  day: (on) => {
    const year = yearOf(on);
    return `${year === null ? "" : `${year}年`}${parts(on).month}月${parts(on).date}日`;
  },
  dayWithWeekday: (on) => `${zhFormats.day(on)} 周${weekdaysZh[weekdayOf(on) - 1] ?? ""}`,
  month: (period) => `${period.slice(0, 4)}年${Number(period.slice(5, 7))}月`,
  instant: (at) => `${zhFormats.day(businessDayOf(at))} ${clockTimeOf(at)}`,
  distance: (meters) => {
    const { value, inKilometers } = shortDistance(meters);
    return `${value} ${inKilometers ? "公里" : "米"}`;
  },
  duration: (ms) => {
    const { hours, minutes } = hoursAndMinutes(ms);
    return hours > 0 ? `${hours} 小时 ${minutes} 分` : `${minutes} 分钟`;
  },
  ago: (ms, at) => {
    if (ms < 60_000) return `${Math.max(0, Math.floor(ms / 1000))} 秒前`;
    return ms < 3_600_000 ? `${Math.floor(ms / 60_000)} 分钟前` : clockTimeOf(at);
  },
  names: (people) => people.join("、"),
  said: (...parts) => parts.filter(Boolean).join("，"),
  clauses: (parts) => parts.join("；"),
  sentences: (parts) => parts.join(""),
};

const millionFen = 100_000_000;
/** Up to here English writes every digit: what is missing to a target is then the difference of what is read. */
const inFullFen = 100 * millionFen;
const withoutZeros = (amount: string): string => amount.replace(/\.00$/, "");
const weekdaysEn = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const monthsEn = "January February March April May June July August September October November December".split(" ");

export const enFormats: Formats = {
  money: (fen) => `${withoutZeros(amountText(fen))} CNY`,
  amount: (fen) => `${amountText(fen)} CNY`,
  sum: (fen) => enFormats.money(fen),
  sales: (fen) => {
    if (Math.abs(fen) < inFullFen) return withoutZeros(amountText(fen));
    const millions = ratioOf(fen, millionFen);
    return `${grouped(shortText(millions ?? { n: 0, d: 1 }, 2)).replace(/^-/, minusSign)}m`;
  },
  day: (on) => [parts(on).date, monthsEn[parts(on).month - 1], yearOf(on)].filter(Boolean).join(" "),
  dayWithWeekday: (on) => `${weekdaysEn[weekdayOf(on) - 1] ?? ""} ${enFormats.day(on)}`,
  month: (period) => `${monthsEn[Number(period.slice(5, 7)) - 1] ?? ""} ${period.slice(0, 4)}`,
  instant: (at) => `${enFormats.day(businessDayOf(at))}, ${clockTimeOf(at)}`,
  distance: (meters) => {
    const { value, inKilometers } = shortDistance(meters);
    return `${value} ${inKilometers ? "km" : "m"}`;
  },
  duration: (ms) => {
    const { hours, minutes } = hoursAndMinutes(ms);
    return hours > 0 ? `${hours} h ${minutes} min` : `${minutes} min`;
  },
  ago: (ms, at) => {
    if (ms < 60_000) return `${Math.max(0, Math.floor(ms / 1000))} s ago`;
    return ms < 3_600_000 ? `${Math.floor(ms / 60_000)} min ago` : clockTimeOf(at);
  },
  names: (people) => people.join(", "),
  said: (...parts) => parts.filter(Boolean).join(", "),
  clauses: (parts) => parts.join(". "),
  sentences: (parts) => parts.join(" "),
};
