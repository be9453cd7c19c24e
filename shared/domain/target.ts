import { type Fen, splitByWeights, sumFen } from "./money";
import { decimal } from "./pay/numbers/number";
import { addDays, type BusinessDay, daysOf, type Month, monthOf, nextPeriod } from "./time";
import { type WorkCalendar, workdayTest } from "./workingDays";

/** Measures that a target can be set in; all are money. */
export const targetMeasures = ["sales.confirmed"] as const;
export type TargetMeasure = (typeof targetMeasures)[number];

export interface Decomposition {
  allocatedFen: Fen;
  /** Below 0 where more is given out than there is. */
  unallocatedFen: Fen;
  /** Only then may a level be published. */
  complete: boolean;
}

/** How a target and the targets below it add up; what is kept back on purpose is handed in as one of the children. */
export function decompositionOf(parentFen: Fen, childrenFen: readonly Fen[]): Decomposition {
  const allocatedFen = sumFen(childrenFen);
  const unallocatedFen = sumFen([parentFen, 0 - allocatedFen]);
  return { allocatedFen, unallocatedFen, complete: unallocatedFen === 0 };
}

/**
 * Whether a publication says why: in a month that has begun, of targets that were in force and become others. What nobody had before takes
 * nothing back; it is HR's to publish then all the same.
 */
export const needsReason = (hasBegun: boolean, changed: readonly { beforeFen: Fen | null }[]): boolean =>
  hasBegun && changed.some(({ beforeFen }) => beforeFen !== null);

/** What is missing to a target: 0 where it is reached, or there is none. */
export const leftToTargetFen = ({ doneFen, targetFen }: { doneFen: Fen; targetFen: Fen | null }): Fen =>
  targetFen === null ? 0 : Math.max(0, targetFen - doneFen);

/** So many working days before a month whoever sets its targets hears that they are missing. */
export const targetLeadDays = 3;

/** A month whose targets should be in force, or be put in force now. */
export interface MonthToSet {
  month: Month;
  /** Since when it is asked for; before its first day nobody lacks anything yet. */
  askedFrom: BusinessDay;
}

/** @param calendar of the days of today's month */
export function monthsToSet(today: BusinessDay, calendar: WorkCalendar): MonthToSet[] {
  const month = monthOf(today);
  const { from, to } = daysOf(month);
  const isWorkday = workdayTest(calendar);
  let askedFrom = to;
  for (let left = targetLeadDays; askedFrom > from; askedFrom = addDays(askedFrom, -1)) {
    if (isWorkday(askedFrom)) left -= 1;
    if (left === 0) break;
  }
  const running = { month, askedFrom: from };
  return today < askedFrom ? [running] : [running, { month: nextPeriod(month), askedFrom }];
}

/** A target divided by weights (decimals, any sum): parts in the order of the weights that add up to it. */
export const proposeByWeights = (parentFen: Fen, weights: readonly string[]): Fen[] =>
  splitByWeights(parentFen, weights.map(decimal));
