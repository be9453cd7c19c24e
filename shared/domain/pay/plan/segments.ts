import {
  addDays,
  type BusinessDay,
  dayCount,
  type DaySpan,
  daysOf,
  lengthOf,
  monthOf,
  type Period,
  type PeriodLength,
} from "../../time";
import type { Assignment, OwnUnits, Plan, Segment } from "../types";
import { unitLevels } from "./unitLevels";

/** A segment with its plan version, and whether a move inside its month, or week, made it shorter than that. */
export interface PlanSegment {
  plan: Plan;
  /** As a line shows it. */
  label: Segment;
  from: BusinessDay;
  to: BusinessDay;
  teamId: string | null;
  /** Whose results count in it, see `Assignment`. */
  units: OwnUnits;
  cut: boolean;
  days: number;
  /** Days of all segments that its period is cut into, and of those before it: `days` where it is not cut, and 0. */
  coveredDays: number;
  daysBefore: number;
  /** What it is cut from: the month that is priced, or one of its weeks. */
  period: Period;
  length: PeriodLength;
  periodSpan: DaySpan;
  periodDays: number;
}

/** What prices the events of a day. */
export interface DayPlans {
  segments: PlanSegment[];
  /** False where the member had no plan at all; where two base plans contend there is one, but neither pays. */
  planned: boolean;
}

const endOfTime: BusinessDay = "9999-12-31";

/**
 * The version in force on a day, whatever the order of the list: the one with the latest first day not after it; of two with one first day
 * the later listed. null before the first.
 */
export function inForceOn<Version>(
  versions: readonly Version[],
  day: BusinessDay,
  firstDay: (version: Version) => BusinessDay,
): Version | null {
  let found: Version | null = null;
  for (const version of versions) {
    if (firstDay(version) <= day && (found === null || firstDay(version) >= firstDay(found))) found = version;
  }
  return found;
}

/** A plan's version in force on a day; of two with one first day the newer. Campaigns end. */
export function versionOn(versions: readonly Plan[], day: BusinessDay): Plan | null {
  const running = versions
    .filter((plan) => plan.validTo === undefined || plan.validTo >= day)
    .sort((a, b) => a.version - b.version);
  return inForceOn(running, day, (plan) => plan.validFrom);
}

/**
 * The versions that price anything on the days of a span: those in force on one of them, and the one in force when the month began that
 * the span begins in, which prices its period to the end.
 */
export function versionsFor(versions: readonly Plan[], { from, to }: DaySpan): Plan[] {
  const changes = versions.flatMap(({ validFrom, validTo }) => [
    validFrom,
    ...(validTo === undefined ? [] : [addDays(validTo, 1)]),
  ]);
  const days = [daysOf(monthOf(from)).from, from, ...changes.filter((day) => from < day && day <= to)];
  return [...new Set(days.flatMap((day) => versionOn(versions, day) ?? []))];
}

/** On which days of the month an assignment to a plan version becomes another: each begins a segment of its own. */
export type ChangesOf = (plan: Plan, assignment: Assignment) => readonly BusinessDay[];

/** The segments of one month, or week, for one member: made once, asked for every fact. */
export class PeriodSegments {
  readonly days: DaySpan;
  /** Base plans first, each in the order of its days. */
  readonly segments: PlanSegment[];
  /** Segments of base plans that would both pay for the same days: nobody guesses which, so neither does. */
  readonly ambiguous: PlanSegment[];
  /** Of the plans of the member's teams, which price nothing of the member's own. */
  readonly ofTeams: PlanSegment[];
  private readonly assignments: Assignment[];
  private readonly byDay = new Map<BusinessDay, DayPlans>();

  constructor(
    assignments: readonly Assignment[],
    private readonly period: Period,
    private readonly changesOf: ChangesOf = () => [],
  ) {
    this.days = daysOf(period);
    this.assignments = merged(assignments);
    const placed = this.assignments.flatMap((assignment) => this.inMonth(assignment));
    this.ofTeams = placed.filter(({ plan }) => plan.subject === "team");
    const all = placed.filter(({ plan }) => plan.subject !== "team");
    const base = all.filter((segment) => segment.plan.layer === "base");
    this.ambiguous = base.filter((one) =>
      base.some((other) => other !== one && one.from <= other.to && other.from <= one.to),
    );
    for (const segment of all) {
      const parts = all.filter((other) => isSameLine(segment, other));
      if (parts.length === 1) continue;
      segment.cut = true;
      segment.coveredDays = daysIn(parts, this.days.to);
      segment.daysBefore = daysIn(parts, addDays(segment.from, -1));
    }
    this.segments = all.filter((segment) => !this.ambiguous.includes(segment)).sort(inOrder);
  }

  /** What prices an event of a day: one segment for each plan that the member had then, in the version valid on that day. */
  onDay(day: BusinessDay): DayPlans {
    const known = this.byDay.get(day);
    if (known !== undefined) return known;
    const found = this.assignments.flatMap((assignment) => this.eventSegment(assignment, day) ?? []);
    const bases = found.filter((segment) => segment.plan.layer === "base");
    const segments = bases.length > 1 ? found.filter((segment) => segment.plan.layer !== "base") : found;
    // A campaign adds to a plan, and is none.
    const plans = { segments, planned: bases.length > 0 };
    this.byDay.set(day, plans);
    return plans;
  }

  /** One segment for each version that prices the period on some of the assignment's days. */
  private inMonth(assignment: Assignment): PlanSegment[] {
    const { versions } = assignment;
    const end = earliest(assignment.to ?? endOfTime, this.days.to);
    const segments: PlanSegment[] = [];
    for (let from = latest(assignment.from, this.days.from); from <= end;) {
      const plan = segments.length === 0 ? this.versionFrom(versions, from) : versionOn(versions, from);
      if (plan === null) {
        // Before the first version, or between two.
        const begins = versions.map(({ validFrom }) => validFrom).filter((day) => day > from);
        from = earliest(endOfTime, ...begins);
        continue;
      }
      const to = earliest(end, plan.validTo ?? endOfTime);
      for (const span of cutAt({ from, to }, this.changesOf(plan, assignment)))
        segments.push(this.segmentOf(assignment, plan, span));
      from = addDays(to, 1);
    }
    return segments;
  }

  /** A new version of period components begins with a period: one that begins later waits for the next, or for the end of the one before. */
  private versionFrom(versions: readonly Plan[], day: BusinessDay): Plan | null {
    const first = versionOn(versions, this.days.from);
    return first !== null && (first.validTo ?? endOfTime) >= day ? first : versionOn(versions, day);
  }

  private eventSegment(assignment: Assignment, day: BusinessDay): PlanSegment | null {
    const { from, to } = assignment;
    const plan = day < from || (to !== null && day > to) ? null : versionOn(assignment.versions, day);
    if (plan === null || plan.subject === "team") return null;
    // An order of an earlier month looks at the results of the month in which it counts, as those beside it do.
    const same = this.segments.find(
      (one) => one.plan === plan && one.teamId === assignment.teamId && ownsDay(one, day),
    );
    if (same !== undefined) return same;
    // Events may follow another version than the period: on the same days, of which the same part of the month is reckoned.
    const around = this.segments.find(
      (one) => one.plan.code === plan.code && samePlace(one, assignment) && ownsDay(one, day),
    );
    if (around !== undefined) {
      const label: Segment = { ...around.label, planVersion: plan.version };
      return { ...around, plan, label };
    }
    const span = {
      from: latest(from, this.days.from),
      to: earliest(to ?? endOfTime, this.days.to, plan.validTo ?? endOfTime),
    };
    return this.segmentOf(assignment, plan, span.from <= day && day <= span.to ? span : { from: day, to: day });
  }

  private segmentOf(assignment: Assignment, plan: Plan, span: DaySpan): PlanSegment {
    const { teamId, units = {} } = assignment;
    const { period } = this;
    const length = lengthOf(period);
    const label: Segment = { ...span, planCode: plan.code, planVersion: plan.version, teamId };
    if (length === "week") label.week = period;
    const days = dayCount(span);
    const whole = { cut: false, days, coveredDays: days, daysBefore: 0 };
    const of = { period, length, periodSpan: this.days, periodDays: dayCount(this.days) };
    return { plan, label, ...span, teamId, units, ...whole, ...of };
  }
}

/** What the codes of a plan's components begin with outside the plan: those of campaigns and of teams may be named like those of the base plan. */
export const prefixOf = ({ plan }: Pick<PlanSegment, "plan">): string =>
  plan.layer === "campaign" || plan.subject === "team" ? `${plan.code}.` : "";

/**
 * Whether a fact of a day is priced in a segment of the month, or week. One signed before it belongs to its first segment, whenever in
 * the month that begins; one after it to the last.
 */
export function ownsDay(
  { from, to, periodSpan, days, daysBefore, coveredDays }: PlanSegment,
  on: BusinessDay,
): boolean {
  if (on < periodSpan.from) return daysBefore === 0;
  if (on > periodSpan.to) return daysBefore + days >= coveredDays;
  return from <= on && on <= to;
}

/** Whether results of the same units count in both. */
export const samePlace = (a: Pick<Assignment, "teamId" | "units">, b: Pick<Assignment, "teamId" | "units">): boolean =>
  a.teamId === b.teamId && unitLevels.every((level) => a.units?.[level] === b.units?.[level]);

/** Assignments that follow one another with the same plan, team and units are one. */
function merged(assignments: readonly Assignment[]): Assignment[] {
  const ordered = assignments
    .filter((one) => one.versions.length > 0)
    .sort((a, b) => compareText(codeOf(a), codeOf(b)) || compareText(a.from, b.from));
  const result: Assignment[] = [];
  for (const next of ordered) {
    const last = result[result.length - 1];
    const follows =
      last !== undefined &&
      codeOf(last) === codeOf(next) &&
      samePlace(last, next) &&
      (last.to === null || next.from <= addDays(last.to, 1));
    if (!follows) result.push(next);
    else
      result[result.length - 1] = {
        ...last,
        to: laterEnd(last.to, next.to),
        versions: [...last.versions, ...next.versions],
      };
  }
  return result;
}

/** Whether both pay the same thing, each on its own days: base plans follow one another, a campaign itself. */
const isSameLine = ({ plan: one }: PlanSegment, { plan: other }: PlanSegment): boolean =>
  one.layer === other.layer && (one.layer === "base" || one.code === other.code);

/** A span in parts, a new one on each of these days. */
function cutAt(span: DaySpan, days: readonly BusinessDay[]): DaySpan[] {
  const starts = [span.from, ...days.filter((day) => span.from < day && day <= span.to)];
  return starts.map((from, at) => {
    const next = starts[at + 1];
    return { from, to: next === undefined ? span.to : addDays(next, -1) };
  });
}

/** How many days lie in any of these spans, up to a last one. */
function daysIn(spans: readonly DaySpan[], last: BusinessDay): number {
  let count = 0;
  let counted: BusinessDay | null = null;
  for (const span of [...spans].sort((a, b) => compareText(a.from, b.from))) {
    const from: BusinessDay = counted === null ? span.from : latest(span.from, addDays(counted, 1));
    const to = earliest(span.to, last);
    if (from > to) continue;
    count += dayCount({ from, to });
    counted = to;
  }
  return count;
}

const inOrder = (a: PlanSegment, b: PlanSegment): number =>
  layerOrder(a) - layerOrder(b) || compareText(a.from, b.from) || compareText(a.plan.code, b.plan.code);

const codeOf = (assignment: Assignment): string => assignment.versions[0]?.code ?? "";
const laterEnd = (a: BusinessDay | null, b: BusinessDay | null): BusinessDay | null =>
  a === null || b === null ? null : latest(a, b);
const latest = (...days: BusinessDay[]): BusinessDay => days.reduce((a, b) => (a > b ? a : b));
const earliest = (...days: BusinessDay[]): BusinessDay => days.reduce((a, b) => (a < b ? a : b));
const layerOrder = (segment: PlanSegment): number => (segment.plan.layer === "base" ? 0 : 1);
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
