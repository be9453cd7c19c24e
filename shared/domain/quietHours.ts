import { addDays, type BusinessDay, businessDayOf, clockTimeOf, startOfDay } from "./time";

const minuteMs = 60_000;
const quietUntil = "08:00";
const quietFrom = "20:00";
const eightHoursMs = 8 * 60 * minuteMs;

/**
 * The first instant from now on at which a message may go out. Quiet hours are 20:00 to 08:00 and whole days off; after
 * them, and for what the clock sends, the full and the half hour are avoided as well, since everybody sends then.
 */
export function sendableFrom(
  now: Date,
  rule: { quiet: boolean; byClock: boolean; isWorkday: (day: BusinessDay) => boolean },
): Date {
  const open = rule.quiet ? openFrom(now, rule.isWorkday) : now;
  const keepsOff = rule.byClock || open > now;
  return keepsOff && /:[03]0$/.test(clockTimeOf(open)) ? nextMinute(open) : open;
}

function openFrom(now: Date, isWorkday: (day: BusinessDay) => boolean): Date {
  const today = businessDayOf(now);
  const time = clockTimeOf(now);
  if (isWorkday(today) && time >= quietUntil && time < quietFrom) return now;
  let day = isWorkday(today) && time < quietUntil ? today : addDays(today, 1);
  while (!isWorkday(day)) day = addDays(day, 1);
  return new Date(startOfDay(day).getTime() + eightHoursMs);
}

const nextMinute = (instant: Date): Date => new Date(Math.floor(instant.getTime() / minuteMs + 1) * minuteMs);
