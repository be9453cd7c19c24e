import type { Assignment, PlanInput, Subject } from "@shared/domain/pay";
import { type OrgUnit, unitAndAbove } from "../members";

/** Levels whose results others make: pay that uses one follows when it moves. */
export type UnitLevel = Extract<Subject, "team" | "branch" | "company">;
const unitLevels: readonly Subject[] = ["team", "branch", "company"];

type SubjectInput = Extract<PlanInput, { of: Subject }>;

function subjectInputs(assignments: readonly Assignment[]): SubjectInput[] {
  const inputs = assignments.flatMap(({ versions }) => versions.flatMap((version) => version.inputs));
  return inputs.filter((input): input is SubjectInput => "of" in input);
}

/** The levels whose results the plans of these assignments use. */
export function levelsUsed(assignments: readonly Assignment[]): Set<UnitLevel> {
  const levels = subjectInputs(assignments)
    .map((input) => input.of)
    .filter((of): of is UnitLevel => unitLevels.includes(of));
  return new Set(levels);
}

/**
 * The units whose results and targets these plans use, with the level that each is. Of several units of one level above a member,
 * as where a branch was hung under another one, the nearest counts: nobody's branch becomes another one because a level was put in
 * above it.
 */
export function unitsUsed(
  assignments: readonly Assignment[],
  units: ReadonlyMap<string, OrgUnit>,
): Map<string, UnitLevel> {
  const levels = levelsUsed(assignments);
  const wanted = new Map<string, UnitLevel>();
  for (const { teamId } of assignments) {
    const found = new Set<UnitLevel>();
    for (const { unitId, kind } of teamId === null ? [] : unitAndAbove(units, teamId)) {
      if (levels.has(kind) && !found.has(kind)) wanted.set(unitId, kind);
      found.add(kind);
    }
  }
  return wanted;
}
