import type { ClientSession } from "mongoose";
import {
  type CutOffRule,
  cutOffMovedTo,
  cutOffOf,
  type MonthStanding,
  openMonthFor,
  takesAt,
} from "@shared/domain/period";
import {
  addDays,
  type BusinessDay,
  businessDayOf,
  daysOf,
  type Month,
  monthOf,
  nextPeriod,
  previousPeriod,
} from "@shared/domain/time";
import type { WorkCalendar } from "@shared/domain/workingDays";
import { isDuplicateKey, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import { workCalendarOf } from "../../lib/workCalendar";
import { PeriodModel, type PeriodRecord } from "./periodModel";

type PeriodDeps = Pick<Deps, "settings">;

/**
 * The month that a fact is booked in, which team, branch and company measures fold: that of `countsOn` or, where that one
 * was cut off when the fact was recorded, the earliest one that is open.
 */
export async function bookedInOf(
  deps: PeriodDeps,
  { countsOn, recordedAt }: { countsOn: BusinessDay; recordedAt: Date },
): Promise<Month> {
  const first = monthOf(countsOn);
  const last = monthOf(businessDayOf(recordedAt));
  // No month is cut off before it is over: what is recorded within it, as nearly everything is, asks nobody.
  if (last <= first) return first;
  const months = monthsBetween(first, last);
  const records = await PeriodModel.find({ _id: { $in: months } }).lean<PeriodRecord[]>();
  const stored = new Map(records.map((record) => [record._id, record]));
  return openMonthFor(countsOn, recordedAt, (month) => stored.get(month) ?? freshStanding(month, deps));
}

/** Whether a month takes what is recorded, and until when. */
export async function standingOf(deps: PeriodDeps, month: Month): Promise<MonthStanding> {
  const stored = await PeriodModel.findOne({ _id: month }).lean<PeriodRecord | null>();
  return stored ?? freshStanding(month, deps);
}

/**
 * The standings of the month of a day and of those before it that may still take something: a cut-off is at most two months
 * after its month.
 */
export async function standingsAround(
  deps: PeriodDeps,
  on: BusinessDay,
): Promise<({ period: Month } & MonthStanding)[]> {
  const present = monthOf(on);
  const months = [present, previousPeriod(present), previousPeriod(previousPeriod(present))];
  const records = await PeriodModel.find({ _id: { $in: months } }).lean<PeriodRecord[]>();
  const stored = new Map(records.map((record) => [record._id, record]));
  return months.map((period) => {
    const { state, cutOffAt } = stored.get(period) ?? freshStanding(period, deps);
    return { period, state, cutOffAt };
  });
}

/** Opens months that nobody has opened yet. Safe to repeat, also by several processes at once. */
export async function openMonths(deps: PeriodDeps, months: readonly Month[]): Promise<void> {
  const missing = new Set(months);
  if (missing.size === 0) return;
  for (const { _id } of await PeriodModel.find({ _id: { $in: [...missing] } }, { _id: 1 }).lean()) missing.delete(_id);
  for (const month of missing) {
    await PeriodModel.create({ _id: month, ...freshStanding(month, deps), revision: 1 }).catch((error: unknown) => {
      if (!isDuplicateKey(error)) throw error;
    });
  }
}

/** A month whose cut-off becomes another. `revision`: of its document; null where nobody has opened it yet. */
export interface CutOffMove {
  month: Month;
  before: Date;
  after: Date;
  revision: number | null;
}

/**
 * What becomes of a month's cut-off where the calendar becomes another; null: it stays. One that was said stays while its day is worked,
 * and never comes earlier.
 */
export async function cutOffMoveOf(
  deps: PeriodDeps,
  { month, was, is, now }: { month: Month; was: WorkCalendar; is: WorkCalendar; now: Date },
): Promise<CutOffMove | null> {
  const rule = ruleOf(deps);
  const stored = await PeriodModel.findOne({ _id: month }).lean<PeriodRecord | null>();
  if (!stored) {
    const [before, after] = [cutOffOf(month, rule, was), cutOffOf(month, rule, is)];
    return before.getTime() === after.getTime() ? null : { month, before, after, revision: null };
  }
  const { cutOffAt: before, revision } = stored;
  const after = takesAt(stored, now) ? cutOffMovedTo(before, { month, rule, calendar: is }) : null;
  return after && { month, before, after, revision };
}

/** Writes that a month's cut-off has moved, at the end of a transaction. */
export async function moveCutOff({ month, after, revision }: CutOffMove, session: ClientSession): Promise<void> {
  if (revision !== null)
    await updateAtRevision(PeriodModel, { id: month, revision, set: { cutOffAt: after } }, session);
}

const ruleOf = ({ settings }: PeriodDeps): CutOffRule => ({
  workingDay: settings.PERIOD_CUT_OFF_WORKING_DAY,
  time: settings.PERIOD_CUT_OFF_TIME,
});

/** A month as it is opened. A document keeps the cut-off that it was opened with. */
function freshStanding(month: Month, deps: PeriodDeps): MonthStanding {
  const { to } = daysOf(month);
  // Twenty working days are at most two months, with the longest holidays in between.
  return { state: "open", cutOffAt: cutOffOf(month, ruleOf(deps), workCalendarOf({ from: to, to: addDays(to, 62) })) };
}

function monthsBetween(first: Month, last: Month): Month[] {
  const months: Month[] = [];
  for (let month = first; month <= last; month = nextPeriod(month)) months.push(month);
  return months;
}
