import { addDays, type BusinessDay, businessDayOf } from "@shared/domain/time";

/** At 6:00 a day has begun for pay. Until then it is the night of the day before, whose changes the nightly reading finds. */
const dayBeginsAfterMs = 6 * 3_600_000;

/**
 * The first day on which whatever is read of places and units at this time counts for pay. A day that has begun keeps the place that pays
 * for it, so that nobody loses what they have earned on it by then: a change that is seen in the day counts from the next one. What is
 * read in the night was changed on the day before, and nobody has worked on the new day yet: it counts from this one. Whoever was deleted
 * on the evening of 31 March has no day of April, with a whole month's allowance, and whoever was moved then has April in one part.
 */
export const dayOfMoves = (now: Date): BusinessDay =>
  addDays(businessDayOf(new Date(now.getTime() - dayBeginsAfterMs)), 1);
