import {
  type Assignment,
  type OwnUnits,
  type Plan,
  type UnitLevel,
  unitLevels,
  unitLevelsOf,
  versionsFor,
} from "@shared/domain/pay";
import { addDays, type BusinessDay, daysOf, type DaySpan, type Month, monthOf } from "@shared/domain/time";
import { forAll } from "../../db";
import { findUnitsEver, type OrgUnit, unitAndAboveOn, type UnitSpan } from "../members";
import { plansOn } from "./choosePlans";
import { PlanModel, type PlanRecord } from "./planModel";

/** By id, the versions that were read last, with their text. */
let readLast = new Map<string, { text: string; plan: Plan }>();

/** A version that says the same as when it was read last is the same object, whose formulas the engine has compiled already. */
function sameAsBefore(records: readonly PlanRecord[]): Plan[] {
  const readNow = records.map(({ _id, plan }) => {
    const text = JSON.stringify(plan);
    const before = readLast.get(_id);
    // Written from the engine's own type when it was published.
    return [_id, before?.text === text ? before : { text, plan: plan as Plan }] as const;
  });
  readLast = new Map(readNow);
  return readNow.map(([, { plan }]) => plan);
}

/** Every published version of every plan, by its code and then from the oldest version: some dozens. */
const publishedPlans = forAll(async (): Promise<Plan[]> => {
  const plans = sameAsBefore(await PlanModel.find({ state: "published" }).lean<PlanRecord[]>());
  // As text, which ids are compared as, version 10 comes before 2.
  return plans.sort((a, b) => (a.code === b.code ? a.version - b.version : a.code < b.code ? -1 : 1));
});

/** What choosing plans needs for everybody: read once where many members are asked for. */
export interface OrganisationSnapshot {
  plans: Plan[];
  units: ReadonlyMap<string, OrgUnit>;
}

export async function readOrganisationSnapshot(): Promise<OrganisationSnapshot> {
  const [plans, units] = await Promise.all([publishedPlans(), findUnitsEver()]);
  return { plans, units };
}

/**
 * The plans that a member is on up to the end of a month: one assignment for each run of days in one place under one plan. They reach back before the month: an order signed
 * earlier and confirmed now is priced by the plan of the day it was signed.
 */
export function assign(
  memberId: string,
  unitSpans: readonly UnitSpan[],
  month: Month,
  snapshot: OrganisationSnapshot,
): Assignment[] {
  const { to: last } = daysOf(month);
  return unitSpans.flatMap(({ unitId, fromOn, untilOn }) => {
    const to = untilOn !== null && untilOn <= last ? addDays(untilOn, -1) : last;
    const runs = runsOf({ unitId, from: fromOn, to }, snapshot).flatMap((run) => atMonths(run, snapshot.plans));
    return joined(
      runs.flatMap(({ from, to: end, path }) => {
        const unitIds = path.map((unit) => unit.unitId);
        return plansOn(snapshot.plans, { memberId, unitIds }, from).map((code): Assignment => {
          const versions = versionsOf(code, snapshot.plans);
          const levels = levelsOf(versions, from);
          const units = levels.length > 0 ? { units: unitsAt(path, levels) } : {};
          return { from, to: end, teamId: unitId, ...units, versions };
        });
      }),
    );
  });
}

/** Of several units of one level, as where a branch was hung under another one, the nearest counts. */
const unitsAt = (path: readonly OrgUnit[], levels: readonly UnitLevel[]): OwnUnits =>
  Object.fromEntries(levels.map((level) => [level, path.find(({ kind }) => kind === level)?.unitId ?? null]));

/**
 * The levels whose results what is priced on a day depends on. Versions that are not in force have no say: one of next month must not cut
 * this one where a unit has moved.
 */
function levelsOf(versions: readonly Plan[], on: BusinessDay): UnitLevel[] {
  const used = versionsFor(versions, { from: on, to: on }).map(unitLevelsOf);
  return unitLevels.filter((level) => used.some((levels) => levels.has(level)));
}

/**
 * Assignments of one unit, in the order of their days; those that follow one another with the same plan and units are one. A level that is
 * named by one of them alone is none that the other looks at.
 */
function joined(assignments: readonly Assignment[]): Assignment[] {
  const result: Assignment[] = [];
  const lastOf = new Map<string, Assignment>();
  for (const next of assignments) {
    const code = next.versions[0]?.code ?? "";
    const before = lastOf.get(code);
    if (before?.to && addDays(before.to, 1) === next.from && agree(before.units, next.units)) {
      before.to = next.to;
      if (next.units) before.units = { ...before.units, ...next.units };
    } else {
      lastOf.set(code, next);
      result.push(next);
    }
  }
  return result;
}

const agree = (a: OwnUnits = {}, b: OwnUnits = {}): boolean =>
  unitLevels.every((level) => a[level] === undefined || b[level] === undefined || a[level] === b[level]);

/**
 * A run, cut once more where the first month after a version has begun or ended begins: up to there, the version before it prices the
 * period.
 */
function atMonths(run: Run, plans: readonly Plan[]): Run[] {
  const { monthFirsts } = indexOf(plans);
  const firsts = monthFirsts.filter((day) => run.from < day && day <= run.to);
  return [run.from, ...firsts].map((from, index) => {
    const next = firsts[index];
    return { ...run, from, to: next === undefined ? run.to : addDays(next, -1) };
  });
}

/** Days in one unit with the same plans in force and the same units above it: itself first. */
export interface Run extends DaySpan {
  path: OrgUnit[];
}

/** Days cut wherever a plan begins or has ended, or a unit of one's own path has moved. */
export function runsOf(
  { unitId, from, to }: DaySpan & { unitId: string },
  { plans, units }: OrganisationSnapshot,
): Run[] {
  const runs: Run[] = [];
  for (let start = from; start <= to;) {
    const path = unitAndAboveOn(units, unitId, start);
    const moves = path.flatMap(({ formerParents }) => formerParents.map(({ before }) => before));
    const next = [...edgesOf(plans), ...moves].filter((day) => day > start && day <= to).sort()[0];
    const end = next === undefined ? to : addDays(next, -1);
    runs.push({ from: start, to: end, path });
    start = addDays(end, 1);
  }
  return runs;
}

/** What follows from a list of plans alone, which is read once where many members are asked for. */
interface PlanIndex {
  /** First days, and days after last ones. */
  edges: readonly BusinessDay[];
  /** In order: the first days of the months after those edges that lie inside one. */
  monthFirsts: readonly BusinessDay[];
  byCode: Map<string, Plan[]>;
}

const planIndexes = new WeakMap<readonly Plan[], PlanIndex>();

function indexOf(plans: readonly Plan[]): PlanIndex {
  const known = planIndexes.get(plans);
  if (known) return known;
  const edges = plans.flatMap(({ validFrom, validTo }) => [validFrom, ...(validTo ? [addDays(validTo, 1)] : [])]);
  const inside = edges.filter((day) => day !== daysOf(monthOf(day)).from);
  const monthFirsts = inside.map((day) => addDays(daysOf(monthOf(day)).to, 1)).sort();
  const index = { edges: [...new Set(edges)], monthFirsts: [...new Set(monthFirsts)], byCode: new Map() };
  planIndexes.set(plans, index);
  return index;
}

const edgesOf = (plans: readonly Plan[]): readonly BusinessDay[] => indexOf(plans).edges;

/** Every version of a plan. */
function versionsOf(code: string, plans: readonly Plan[]): Plan[] {
  const { byCode } = indexOf(plans);
  const known = byCode.get(code);
  if (known) return known;
  const versions = plans.filter((plan) => plan.code === code);
  byCode.set(code, versions);
  return versions;
}
