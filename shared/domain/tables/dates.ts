import { addDays, type BusinessDay, businessDayOf, clockTimeOf, type Month, weekdayOf } from "../time";
import {
  type Cell,
  halfWidth,
  isDateFormat,
  isError,
  isFormula,
  isNumber,
  type NumberCell,
  plainNumber,
  saysNothing,
  trimmed,
  unwrapped,
} from "./cell";
import { held, read, type Reading, type TableNotice } from "./reading";

/** A day, and the time of it where the cell says one: `10:21:07`. */
export interface DayAndTime {
  day: BusinessDay;
  time?: string;
}

const padded = (value: number | string, length = 2): string => String(value).padStart(length, "0");
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthOfName = (name: string): number => months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
const isMonthName = (name: string): boolean =>
  /^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)$/i.test(
    name,
  );
const weekdays = "一二三四五六日";
const relative =
  /今[天日]|昨[天日]|前[天日]|明[天日]|后天|[天日周月年]前|上[周月]|本[周月]|刚刚|today|yesterday|tomorrow|\bago\b|last\s/i;
/** What no register of a company reaches; the last is how systems say that there is no end. */
const isYear = (year: number): boolean => (year >= 1900 && year < 2200) || year === 9999;

/** The day, and time, that a cell says, in Shanghai. */
export function readDay(cell: Cell | undefined): Reading<DayAndTime> {
  if (isError(cell)) return held("formula_error");
  if (isFormula(cell)) return held("formula_without_value");
  if (saysNothing(cell)) return held("date_missing");
  if (isNumber(cell)) return dayOfNumber(cell);
  return typeof cell === "string" ? dayOfText(cell) : held("date_missing");
}

function dayOfNumber(cell: NumberCell): Reading<DayAndTime> {
  const value = Number(cell.number);
  const digits = plainNumber(cell.number);
  if (/^\d{8}$/.test(digits) && !isDateFormat(cell.format)) {
    const day = dayOf(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6));
    return day ? read({ day }, "eight_digits") : held("date_impossible");
  }
  if (/^\d{10}$|^\d{13}$/.test(digits)) return held("date_unix");
  const whole = isDateFormat(cell.format) || (value > 20_000 && value < 80_000);
  if (!whole || value < 1 || value >= 200_000) return held("date_not_a_date");
  const seconds = Math.round(value * 86_400);
  const days = Math.floor(seconds / 86_400);
  const day = addDays("1970-01-01", days - (cell.since1904 ? 24_107 : days < 60 ? 25_568 : 25_569));
  const rest = seconds - days * 86_400;
  return rest === 0 ? read({ day }) : read({ day, time: timeOfSeconds(rest) });
}

/** `86399` as `23:59:59`. */
export const timeOfSeconds = (seconds: number): string =>
  [Math.floor(seconds / 3_600), Math.floor((seconds % 3_600) / 60), seconds % 60].map((part) => padded(part)).join(":");

function dayOf(year: number | string, month: number | string, date: number | string): BusinessDay | null {
  const day = `${padded(year, 4)}-${padded(month)}-${padded(date)}`;
  return isYear(Number(year)) && addDays(day, 0) === day ? day : null;
}

function dayOfText(cell: string): Reading<DayAndTime> {
  const text = trimmed(halfWidth(unwrapped(cell)))
    .replace(/^'/, "")
    .replace(/\u2212/g, "-");
  const eight = /^(\d{4})(\d{2})(\d{2})(?!\d)(.*)$/.exec(text);
  const ordered = eight ?? /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?!\d)(.*)$/s.exec(text);
  if (ordered) return withRest(dayOf(ordered[1] ?? "", ordered[2] ?? "", ordered[3] ?? ""), ordered[4] ?? "");
  const turned = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)(.*)$/s.exec(text);
  if (turned) {
    const [a, b] = [Number(turned[1]), Number(turned[3])];
    if (a <= 12 && b <= 12) return held("date_ambiguous");
    return withRest(a > 12 ? dayOf(turned[4] ?? "", b, a) : dayOf(turned[4] ?? "", a, b), turned[5] ?? "");
  }
  return englishDay(text) ?? held(reasonOfText(text));
}

/** `5-Mar-26`, `5 March 2026`, `Mar 5, 2026`. */
function englishDay(text: string): Reading<DayAndTime> | null {
  const first = /^(\d{1,2})[-\s]([a-z]{3,9})\.?,?[-\s](\d{4}|\d{2})$/i.exec(text);
  const second = /^([a-z]{3,9})\.?[-\s](\d{1,2}),?\s(\d{4})$/i.exec(text);
  const [date, name, year] = first ? [first[1], first[2], first[3]] : second ? [second[2], second[1], second[3]] : [];
  if (!date || !name || !year || !isMonthName(name)) return null;
  const day = dayOf(year.length === 2 ? `20${year}` : year, monthOfName(name), date);
  if (!day) return held("date_impossible");
  return year.length === 2 ? read({ day }, "english_month") : read({ day });
}

function reasonOfText(text: string) {
  if (relative.test(text)) return "date_relative";
  if (/^\d{10}$|^\d{13}$/.test(text)) return "date_unix";
  if (/^\d{4}\s*[-/.年]\s*\d{1,2}\s*月?$|^\d{6}$/.test(text)) return "date_no_day";
  if (/^\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?$/.test(text)) return "date_no_year";
  if (/^'?\d{1,2}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}日?$/.test(text)) return "date_two_digit_year";
  return "date_not_a_date";
}

/** What stands behind a day: a weekday, a time, a zone. */
function withRest(day: BusinessDay | null, behind: string): Reading<DayAndTime> {
  if (!day) return held("date_impossible");
  const notices: TableNotice[] = [];
  const weekday = /^[\s(（]*(?:星期|周|礼拜)([一二三四五六日天])[)）]?/.exec(behind);
  if (weekday && weekdays.indexOf((weekday[1] ?? "").replace("天", "日")) + 1 !== weekdayOf(day)) {
    notices.push("weekday_differs");
  }
  const rest = behind
    .slice(weekday?.[0].length ?? 0)
    .replace(/^[\sT]+/, "")
    .trim();
  if (rest === "") return read({ day }, ...notices);
  const zoned = /^(.*?)\s*(Z|[+-]\d{2}:?\d{2})$/i.exec(rest);
  const time = timeOfText(zoned?.[1] ?? rest);
  if (!time) return held(/^[上下]午|^\d{1,2}[:：]\d/.test(rest) ? "time_impossible" : "date_not_a_date");
  if (!zoned) return read({ day, time }, ...notices);
  const offset = /^Z$/i.test(zoned[2] ?? "") ? "Z" : (zoned[2] ?? "").replace(/(\d{2}):?(\d{2})$/, "$1:$2");
  const instant = new Date(`${day}T${time}${offset}`);
  const seconds = padded(instant.getUTCSeconds());
  return read({ day: businessDayOf(instant), time: `${clockTimeOf(instant)}:${seconds}` }, ...notices);
}

/** `9:05`, `下午 3:20`, `3:20 PM` as `HH:MM:SS`; null where the day has no such time. */
export function timeOfText(text: string): string | null {
  const match = /^(上午|下午|晚上|AM|PM)?\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(AM|PM)?$/i.exec(
    trimmed(halfWidth(text)),
  );
  if (!match) return null;
  const half = (match[1] ?? match[5] ?? "").toUpperCase();
  const [hour, minute, second] = [Number(match[2]), Number(match[3]), Number(match[4] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return null;
  const late = /下午|晚上|PM/.test(half);
  const shifted = late && hour < 12 ? hour + 12 : /上午|AM/.test(half) && hour === 12 ? 0 : hour;
  return [shifted, minute, second].map((part) => padded(part)).join(":");
}

/** A whole year, `2025` or `2025年`, or a month as `readMonth` has it. */
export function readYearOrMonth(cell: Cell | undefined): Reading<string> {
  const text = isNumber(cell) && !isDateFormat(cell.format) ? plainNumber(cell.number) : cell;
  const year = typeof text === "string" ? /^(20\d{2})\s*(?:年度?|财年)?$/.exec(trimmed(halfWidth(text))) : null;
  return year ? read(year[1] ?? "") : readMonth(cell);
}

/** The month that a cell says: `2026-03`, `202603`, `2026年3月`, or a day of it. */
export function readMonth(cell: Cell | undefined): Reading<Month> {
  if (isError(cell)) return held("formula_error");
  if (isFormula(cell)) return held("formula_without_value");
  const text = typeof cell === "string" ? trimmed(halfWidth(unwrapped(cell))).replace(/^'/, "") : "";
  const plainText = isNumber(cell) && !isDateFormat(cell.format) ? plainNumber(cell.number) : text;
  const match = /^(\d{4})(?:\s*[-/.年]\s*(\d{1,2})\s*月?|(\d{2}))$/.exec(plainText);
  if (match) {
    const day = dayOf(match[1] ?? "", match[2] ?? match[3] ?? "", 1);
    return day ? read(day.slice(0, 7)) : held("period_unclear");
  }
  const english = /^([a-z]{3,9})[-\s](\d{4}|\d{2})$/i.exec(text);
  if (english && isMonthName(english[1] ?? "")) {
    const year = english[2] ?? "";
    const month = `${year.length === 2 ? `20${year}` : year}-${padded(monthOfName(english[1] ?? ""))}`;
    return year.length === 2 ? read(month, "english_month") : read(month);
  }
  const day = readDay(cell);
  return "value" in day ? read(day.value.day.slice(0, 7), ...day.notices) : held("period_unclear");
}
