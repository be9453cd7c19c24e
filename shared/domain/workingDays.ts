import { addDays, type BusinessDay, type DaySpan, daysOf, type Month, monthsLater, weekdayOf } from "./time";

/** The company's deviations from Monday to Friday. */
export interface WorkCalendar {
  /** Days off from Monday to Friday; a weekend day may be listed too and changes nothing. */
  holidays: BusinessDay[];
  /** Weekend days that are worked (调休). */
  workdays: BusinessDay[];
}

/** What was made of a calendar, as long as that lives: it is asked for the same days again and again. */
interface KnownCalendar {
  isWorkday: (day: BusinessDay) => boolean;
  /** Due days by `<day>+<count>`. */
  after: Map<string, BusinessDay>;
}

const calendars = new WeakMap<WorkCalendar, KnownCalendar>();

function knownCalendar(calendar: WorkCalendar): KnownCalendar {
  const known = calendars.get(calendar);
  if (known !== undefined) return known;
  const made = { isWorkday: newTest(calendar), after: new Map<string, BusinessDay>() };
  calendars.set(calendar, made);
  return made;
}

/** What a calendar says about single days. */
export const workdayTest = (calendar: WorkCalendar): ((day: BusinessDay) => boolean) =>
  knownCalendar(calendar).isWorkday;

function newTest(calendar: WorkCalendar): (day: BusinessDay) => boolean {
  const holidays = new Set(calendar.holidays);
  const workdays = new Set(calendar.workdays);
  return (day) => (weekdayOf(day) <= 5 ? !holidays.has(day) : workdays.has(day));
}

/** No company stops working for longer than this; a calendar that says so is wrong. */
const searchDaysMax = 3_660;

function firstWorkday(from: BusinessDay, step: 1 | -1, isWorkday: (day: BusinessDay) => boolean): BusinessDay {
  let day = from;
  for (let tried = 0; tried < searchDaysMax; tried += 1) {
    if (isWorkday(day)) return day;
    day = addDays(day, step);
  }
  throw new RangeError("a calendar without working days");
}

/** The `count`-th working day after a day, which itself never counts; 0 is the day itself. */
export function workingDaysAfter(day: BusinessDay, count: number, calendar: WorkCalendar): BusinessDay {
  const { isWorkday, after } = knownCalendar(calendar);
  const key = `${day}+${count}`;
  let result = after.get(key);
  if (result !== undefined) return result;
  result = day;
  for (let done = 0; done < count; done += 1) result = firstWorkday(addDays(result, 1), 1, isWorkday);
  after.set(key, result);
  return result;
}

export function workingDaysIn(span: DaySpan, calendar: WorkCalendar): number {
  const isWorkday = workdayTest(calendar);
  let count = 0;
  for (let day = span.from; day <= span.to; day = addDays(day, 1)) if (isWorkday(day)) count += 1;
  return count;
}

/**
 * The pay day of a month: that day of the next month, or the last working day before it; where that would not be after the
 * month itself (5 May, 5 October), the first working day after it.
 * @param dayOfMonth 1 to 31; a shorter month pays on its last day
 */
export function payDayOf(month: Month, dayOfMonth: number, calendar: WorkCalendar): BusinessDay {
  const { from, to } = daysOf(month);
  const nominal = nominalPayDay(monthsLater(from, 1), dayOfMonth);
  const isWorkday = workdayTest(calendar);
  const before = firstWorkday(nominal, -1, isWorkday);
  return before > to ? before : firstWorkday(nominal, 1, isWorkday);
}

function nominalPayDay(firstOfMonth: BusinessDay, dayOfMonth: number): BusinessDay {
  const { to } = daysOf(firstOfMonth.slice(0, 7));
  const day = addDays(firstOfMonth, dayOfMonth - 1);
  return day < to ? day : to;
}

/** How far a month is. */
export interface Pace {
  /** Up to and including today. */
  workingDaysGone: number;
  /** Of the whole month. */
  workingDays: number;
  /** After today. */
  workingDaysLeft: number;
}

export function paceOf(month: Month, today: BusinessDay, calendar: WorkCalendar): Pace {
  const span = daysOf(month);
  const gone = { from: span.from, to: today < span.to ? today : span.to };
  const workingDaysGone = workingDaysIn(gone, calendar);
  const workingDays = workingDaysIn(span, calendar);
  return { workingDaysGone, workingDays, workingDaysLeft: workingDays - workingDaysGone };
}
