import { addDays, type BusinessDay, dayCount, type DaySpan, daysOf, type Month } from "../time";
import type { Assignment, Fact, Plan, Segment } from "./types";

/** A segment with its plan version, and whether a move inside the month made it shorter than the month. */
export interface PlanSegment extends Segment {
  plan: Plan;
  /** The assignment that it is part of. */
  span: DaySpan;
  cut: boolean;
  days: number;
  monthDays: number;
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

/** The month's segments, base plans first, each in the order of its days. Period components of a segment take one version. */
export function segmentsOf(assignments: readonly Assignment[], month: Month): PlanSegment[] {
  const days = daysOf(month);
  const segments = merged(assignments).flatMap((assignment) => {
    const first = firstDayOf(assignment.versions);
    const from = latest(assignment.from, days.from, first);
    const to = earliest(assignment.to ?? endOfTime, days.to);
    // A new version of period components begins with a period: one that begins later waits for the next.
    const plan = versionOn(assignment.versions, days.from) ?? versionOn(assignment.versions, from);
    if (plan === null || from > to) return [];
    const end = plan.validTo === undefined ? to : earliest(to, plan.validTo);
    return [segmentOf(assignment, plan, { from, to: end }, dayCount(days))];
  });
  const base = segments.filter((segment) => segment.plan.layer === "base");
  return segments
    .map((segment) => ({ ...segment, cut: segment.plan.layer === "base" && base.length > 1 }))
    .sort(
      (a, b) => layerOrder(a) - layerOrder(b) || compareText(a.from, b.from) || compareText(a.planCode, b.planCode),
    );
}

function segmentOf(assignment: Assignment, plan: Plan, span: DaySpan, monthDays: number): PlanSegment {
  return {
    ...span,
    planCode: plan.code,
    planVersion: plan.version,
    teamId: assignment.teamId,
    plan,
    span: spanOf(assignment),
    cut: false,
    days: dayCount(span),
    monthDays,
  };
}

/** Assignments that follow one another with the same plan and team are one. */
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
      last.teamId === next.teamId &&
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

/** Days on which two base plans would both pay: nobody guesses which. */
export function overlappingBases(segments: readonly PlanSegment[]): PlanSegment[] {
  const base = segments.filter((segment) => segment.plan.layer === "base");
  return base.filter((one) => base.some((other) => other !== one && one.from <= other.to && other.from <= one.to));
}

/** Whether a fact is priced in a segment: by its day, which for one signed before the month is the month's first. */
export function ownsFact(segment: PlanSegment, month: Month, fact: Fact): boolean {
  const days = daysOf(month);
  const day = latest(days.from, earliest(fact.on, days.to));
  return segment.from <= day && day <= segment.to;
}

/** The segments that price an event: one for each plan that the member had on its day, in the version valid on that day. */
export function eventSegments(assignments: readonly Assignment[], month: Month, fact: Fact): PlanSegment[] {
  const days = daysOf(month);
  return merged(assignments).flatMap((assignment) => {
    const span = spanOf(assignment);
    const plan = fact.on < span.from || fact.on > span.to ? null : versionOn(assignment.versions, fact.on);
    if (plan === null) return [];
    const inMonth = { from: latest(span.from, days.from), to: earliest(span.to, days.to, plan.validTo ?? endOfTime) };
    const within = inMonth.from <= fact.on && fact.on <= inMonth.to;
    return [segmentOf(assignment, plan, within ? inMonth : { from: fact.on, to: fact.on }, dayCount(days))];
  });
}

export const segmentLabel = ({ from, to, planCode, planVersion, teamId }: PlanSegment): Segment => ({
  from,
  to,
  planCode,
  planVersion,
  teamId,
});

const spanOf = (assignment: Assignment): DaySpan => ({ from: assignment.from, to: assignment.to ?? endOfTime });
const codeOf = (assignment: Assignment): string => assignment.versions[0]?.code ?? "";
const firstDayOf = (versions: readonly Plan[]): BusinessDay =>
  versions.map((plan) => plan.validFrom).sort()[0] ?? endOfTime;
const laterEnd = (a: BusinessDay | null, b: BusinessDay | null): BusinessDay | null =>
  a === null || b === null ? null : latest(a, b);
const latest = (...days: BusinessDay[]): BusinessDay => days.reduce((a, b) => (a > b ? a : b));
const earliest = (...days: BusinessDay[]): BusinessDay => days.reduce((a, b) => (a < b ? a : b));
const layerOrder = (segment: PlanSegment): number => (segment.plan.layer === "base" ? 0 : 1);
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
