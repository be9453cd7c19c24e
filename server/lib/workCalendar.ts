import chineseDays from "chinese-days";
import { addDays, type BusinessDay, type DaySpan, weekdayOf } from "@shared/domain/time";
import { type WorkCalendar, workdayTest } from "@shared/domain/workingDays";

/*
 * The one place that says which days are worked. A year is as the company has written it, where it has said that this is all of it; else
 * as it was announced for China, with what the company has written of it; one that nobody has announced yet is plain Monday to Friday
 * beside that. What the company has written is read from the database by
 * `features/calendar`, when a process starts and every few seconds, since it is asked for within the pricing of a month.
 */

/** What the company has written of a year. */
export interface CompanyYear extends WorkCalendar {
  /** All of its days: nothing else holds in this year. */
  isWhole: boolean;
}

let companyYears: ReadonlyMap<string, CompanyYear> = new Map();

/** Takes over what the company has written, for this process. */
export function takeCompanyYears(years: ReadonlyMap<string, CompanyYear>): void {
  companyYears = years;
  calendars.clear();
}

/** The days between two days that are not what their weekday says: days off, and weekend days that are worked (调休). */
export function workCalendarOf(span: DaySpan): WorkCalendar {
  const key = `${span.from}:${span.to}`;
  const known = calendars.get(key) ?? lookedUp(span);
  // The same few months over and over; an odd one costs a look-up more.
  if (calendars.size >= calendarsMax) calendars.clear();
  calendars.set(key, known);
  return known;
}

export const isWorkday = (day: BusinessDay): boolean => workdayTest(workCalendarOf({ from: day, to: day }))(day);

const calendarsMax = 200;
const calendars = new Map<string, WorkCalendar>();

function lookedUp({ from, to }: DaySpan): WorkCalendar {
  const calendar: WorkCalendar = { holidays: [], workdays: [] };
  for (let year = from.slice(0, 4); year <= to.slice(0, 4); year = String(Number(year) + 1)) {
    const { holidays, workdays } = yearOf(companyYears.get(year), () => announced(daysWithin(year, { from, to })));
    const isWithin = (day: BusinessDay) => from <= day && day <= to;
    calendar.holidays.push(...holidays.filter(isWithin));
    calendar.workdays.push(...workdays.filter(isWithin));
  }
  return calendar;
}

/** A year's days: of what was announced, and of what the company has written of it. */
export function yearOf(company: CompanyYear | undefined, announcedDays: () => WorkCalendar): WorkCalendar {
  if (company?.isWhole) return company;
  const known = announcedDays();
  if (!company) return known;
  const both = (one: readonly string[], other: readonly string[]) => [...new Set([...one, ...other])].sort();
  return { holidays: both(known.holidays, company.holidays), workdays: both(known.workdays, company.workdays) };
}

function daysWithin(year: string, { from, to }: DaySpan): DaySpan {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  return { from: from < first ? first : from, to: last < to ? last : to };
}

function announced({ from, to }: DaySpan): WorkCalendar {
  const calendar: WorkCalendar = { holidays: [], workdays: [] };
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const isWeekday = weekdayOf(day) <= 5;
    const isWorked = chineseDays.isWorkday(day);
    if (isWeekday && !isWorked) calendar.holidays.push(day);
    if (!isWeekday && isWorked) calendar.workdays.push(day);
  }
  return calendar;
}

/** A year as it was announced for China; null where this version does not know it. */
export function announcedYear(year: string): WorkCalendar | null {
  // National Day has been one in every year that was announced; a day without a name of its own is called by its weekday.
  const isKnown = chineseDays.getDayDetail(`${year}-10-01`).name.includes(",");
  return isKnown ? announced({ from: `${year}-01-01`, to: `${year}-12-31` }) : null;
}
