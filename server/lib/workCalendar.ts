import chineseDays from "chinese-days";
import { addDays, type BusinessDay, type DaySpan, weekdayOf } from "@shared/domain/time";
import type { WorkCalendar } from "@shared/domain/workingDays";

/**
 * China's public calendar between two days: holidays on weekdays and weekend days that are worked (调休). A year that has
 * not been announced yet is plain Monday to Friday.
 */
export function workCalendarOf(span: DaySpan): WorkCalendar {
  const key = `${span.from}:${span.to}`;
  const known = calendars.get(key) ?? lookedUp(span);
  // The same few months over and over; an odd one costs a look-up more.
  if (calendars.size >= calendarsMax) calendars.clear();
  calendars.set(key, known);
  return known;
}

const calendarsMax = 200;
const calendars = new Map<string, WorkCalendar>();

function lookedUp({ from, to }: DaySpan): WorkCalendar {
  const calendar: WorkCalendar = { holidays: [], workdays: [] };
  for (let day: BusinessDay = from; day <= to; day = addDays(day, 1)) {
    const isWeekday = weekdayOf(day) <= 5;
    const isWorked = chineseDays.isWorkday(day);
    if (isWeekday && !isWorked) calendar.holidays.push(day);
    if (!isWeekday && isWorked) calendar.workdays.push(day);
  }
  return calendar;
}
