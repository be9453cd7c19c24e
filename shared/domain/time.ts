/** A calendar day of the company in Asia/Shanghai, `2026-03-31`. Days compare as text. */
export type BusinessDay = string;

/** A week `2026-W13` (Monday to Sunday), month `2026-03`, quarter `2026-Q1` or year `2026`. */
export type Period = string;

/** A month, `2026-03`. */
export type Month = Period;

export type PeriodLength = "week" | "month" | "quarter" | "year";

export interface DaySpan {
  /** First and last day; both belong to it. */
  from: BusinessDay;
  to: BusinessDay;
}

const dayMs = 86_400_000;
/** China has had no summer time since 1991, so the offset is a constant and needs no time-zone data on old phones. */
const shanghaiOffsetMs = 8 * 3_600_000;

const padded = (value: number, length: number): string => String(value).padStart(length, "0");

/** Days since 1970-01-01 and back: day arithmetic is arithmetic on these. */
function dayNumber(day: BusinessDay): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8))) / dayMs;
}

function dayOfNumber(days: number): BusinessDay {
  const date = new Date(days * dayMs);
  return `${padded(date.getUTCFullYear(), 4)}-${padded(date.getUTCMonth() + 1, 2)}-${padded(date.getUTCDate(), 2)}`;
}

/** The business day that an instant falls on. The only way from an instant to a day. */
export function businessDayOf(instant: Date): BusinessDay {
  return dayOfNumber(Math.floor((instant.getTime() + shanghaiOffsetMs) / dayMs));
}

/** The first instant of a day, 00:00 in Shanghai. */
export function startOfDay(day: BusinessDay): Date {
  return new Date(dayNumber(day) * dayMs - shanghaiOffsetMs);
}

/** `16:05`, 24 hours, Shanghai. */
export function clockTimeOf(instant: Date): string {
  const local = new Date(instant.getTime() + shanghaiOffsetMs);
  return `${padded(local.getUTCHours(), 2)}:${padded(local.getUTCMinutes(), 2)}`;
}

export function addDays(day: BusinessDay, days: number): BusinessDay {
  return dayOfNumber(dayNumber(day) + days);
}

/** Days from the first to the second: 0 for the same day, negative backwards. */
export function daysFrom(first: BusinessDay, second: BusinessDay): number {
  return dayNumber(second) - dayNumber(first);
}

/** How many days a span has, both ends included; 0 where it ends before it begins. */
export function dayCount(span: DaySpan): number {
  return Math.max(0, daysFrom(span.from, span.to) + 1);
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: BusinessDay): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

export function monthOf(day: BusinessDay): Month {
  return day.slice(0, 7);
}

/** Whether a month is of the year of another one: where it is not, its name says the year. */
export const isSameYear = (period: Month, other: Month): boolean => period.slice(0, 4) === other.slice(0, 4);

/** Whether a text is a day of the calendar of these times: `2026-02-30` is none. */
export const isBusinessDay = (value: string): boolean =>
  /^(20\d{2}|2100)-\d{2}-\d{2}$/.test(value) && addDays(value, 0) === value;

export const isMonth = (value: string): boolean => isBusinessDay(`${value}-01`);

export function isPeriod(value: string): boolean {
  if (/^\d{4}$/.test(value) || /^\d{4}-Q[1-4]$/.test(value) || /^\d{4}-(0[1-9]|1[0-2])$/.test(value)) return true;
  const week = /^(\d{4})-W(\d{2})$/.exec(value);
  return week !== null && Number(week[2]) >= 1 && Number(week[2]) <= weeksOf(Number(week[1]));
}

export function lengthOf(period: Period): PeriodLength {
  if (period.length === 4) return "year";
  if (period.charAt(5) === "Q") return "quarter";
  return period.charAt(5) === "W" ? "week" : "month";
}

/** The period of a given length that a day lies in. A week is that of ISO 8601. */
export function periodOf(day: BusinessDay, length: PeriodLength): Period {
  const year = day.slice(0, 4);
  if (length === "year") return year;
  if (length === "month") return monthOf(day);
  if (length === "quarter") return `${year}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
  const thursday = addDays(day, 4 - weekdayOf(day));
  const weekYear = thursday.slice(0, 4);
  return `${weekYear}-W${padded(Math.floor(daysFrom(`${weekYear}-01-01`, thursday) / 7) + 1, 2)}`;
}

/** First and last day of a period. */
export function daysOf(period: Period): DaySpan {
  const year = period.slice(0, 4);
  const length = lengthOf(period);
  if (length === "year") return { from: `${year}-01-01`, to: `${year}-12-31` };
  if (length === "week") {
    const from = addDays(firstMonday(Number(year)), 7 * (Number(period.slice(6)) - 1));
    return { from, to: addDays(from, 6) };
  }
  const last = length === "month" ? Number(period.slice(5)) : 3 * Number(period.slice(6));
  const first = length === "month" ? last : last - 2;
  const to = `${year}-${padded(last, 2)}-${padded(lastDateOf(Number(year), last), 2)}`;
  return { from: `${year}-${padded(first, 2)}-01`, to };
}

/** The month in which a period is settled: that of its last day, so a week belongs to the month of its Sunday. */
export function settlementMonthOf(period: Period): Month {
  return monthOf(daysOf(period).to);
}

/** The weeks that belong to a month, in their order: those whose Sunday lies in it. */
export function weeksIn(month: Month): Period[] {
  const { from, to } = daysOf(month);
  const weeks: Period[] = [];
  for (let sunday = addDays(from, 7 - weekdayOf(from)); sunday <= to; sunday = addDays(sunday, 7))
    weeks.push(periodOf(sunday, "week"));
  return weeks;
}

export function previousPeriod(period: Period): Period {
  return periodOf(addDays(daysOf(period).from, -1), lengthOf(period));
}

export function nextPeriod(period: Period): Period {
  return periodOf(addDays(daysOf(period).to, 1), lengthOf(period));
}

/** From the first day of the year to the end of a period. */
export function yearToDate(period: Period): DaySpan {
  const { to } = daysOf(period);
  return { from: `${to.slice(0, 4)}-01-01`, to };
}

export function isWithin(day: BusinessDay, span: DaySpan): boolean {
  return span.from <= day && day <= span.to;
}

/** The same day of the month, months later (or earlier), or the last day of a shorter month. */
export function monthsLater(day: BusinessDay, months: number): BusinessDay {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  const date = Math.min(Number(day.slice(8)), lastDateOf(year, month));
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(date, 2)}`;
}

/** The last date of a month, 1 January … 12 December. */
function lastDateOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function firstMonday(year: number): BusinessDay {
  const fourth = `${padded(year, 4)}-01-04`;
  return addDays(fourth, 1 - weekdayOf(fourth));
}

function weeksOf(year: number): number {
  return Number(periodOf(`${padded(year, 4)}-12-28`, "week").slice(6));
}
