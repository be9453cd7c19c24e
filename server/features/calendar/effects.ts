import { calendarOfDays, daysChanged, type SpecialDay } from "@shared/domain/companyCalendar";
import type { AnswerOf } from "@shared/contracts";
import { addDays, daysOf, type Month, previousPeriod } from "@shared/domain/time";
import { type WorkCalendar, workingDaysIn } from "@shared/domain/workingDays";
import type { Deps } from "../../deps";
import { workCalendarOf } from "../../lib/workCalendar";
import { type CutOffMove, cutOffMoveOf } from "../periods";

type Effects = AnswerOf<"calendar.preview">["effects"];

/** What becomes other by a year's new days: which days, how long months are, and when months are cut off. */
export async function effectsOf(
  deps: Pick<Deps, "clock" | "settings">,
  year: string,
  before: readonly SpecialDay[],
  after: readonly SpecialDay[],
): Promise<{ effects: Effects; moves: CutOffMove[] }> {
  const months = monthsOf(year);
  const [was, is] = [calendarOfDays(before), calendarOfDays(after)];
  const workingDays = months.flatMap((month) => {
    const counts = [was, is].map((calendar) => workingDaysIn(daysOf(month), calendar));
    const [from = 0, to = 0] = counts;
    return from === to ? [] : [{ month, before: from, after: to }];
  });
  // A month is cut off after its end, the last one of the year before in this one.
  const ending = [previousPeriod(months[0] ?? `${year}-01`), ...months];
  const found = await Promise.all(
    ending.map((month) =>
      cutOffMoveOf(deps, { month, was: around(month, year, was), is: around(month, year, is), now: deps.clock.now() }),
    ),
  );
  const moves = found.filter((move) => move !== null);
  const cutOffs = moves.map(({ month, ...at }) => ({
    ...{ month, before: at.before.toISOString(), after: at.after.toISOString() },
  }));
  return { effects: { days: daysChanged(before, after), workingDays, cutOffs }, moves };
}

const monthsOf = (year: string): Month[] =>
  Array.from({ length: 12 }, (_, n) => `${year}-${String(n + 1).padStart(2, "0")}`);

/** The days after a month, those of this year as they are to be. */
function around(month: Month, year: string, calendar: WorkCalendar): WorkCalendar {
  const { to } = daysOf(month);
  const now = workCalendarOf({ from: to, to: addDays(to, 62) });
  const others = (days: readonly string[]) => days.filter((day) => day.slice(0, 4) !== year);
  return {
    holidays: [...others(now.holidays), ...calendar.holidays],
    workdays: [...others(now.workdays), ...calendar.workdays],
  };
}
