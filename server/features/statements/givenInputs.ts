import type { Assignment, GivenInput, GivenValue, PlanInput, Subject } from "@shared/domain/pay";
import type { Month } from "@shared/domain/time";
import { type OrgUnit, unitAndAbove } from "../members";
import { salesMeasure, targetsOf } from "../targets";
import { readUnitMonths, type UnitMonth } from "../performance";

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
 * What the member's own facts do not say, for the inputs that these plans ask for: own targets, and results and targets
 * of the units above. A unit that nothing was sold in has 0; a target that nobody set is not given, and so undefined.
 */
export async function readGivenInputs(
  memberId: string,
  assignments: readonly Assignment[],
  period: Month,
  units: ReadonlyMap<string, OrgUnit>,
): Promise<GivenInput[]> {
  const targetFen = (await targetsOf([memberId], salesMeasure, period)).get(memberId);
  const wanted = unitsUsed(assignments, units);
  const unitMonths = wanted.size === 0 ? [] : await readUnitMonths([...wanted.keys()].sort(), period);
  return givenInputsOf(period, { targetFen, wanted, unitMonths });
}

/** The units whose results and targets these plans use, with the level that each is. */
export function unitsUsed(
  assignments: readonly Assignment[],
  units: ReadonlyMap<string, OrgUnit>,
): Map<string, UnitLevel> {
  const levels = levelsUsed(assignments);
  const wanted = new Map<string, UnitLevel>();
  for (const { teamId } of assignments) {
    for (const unit of teamId === null ? [] : unitAndAbove(units, teamId)) {
      if (levels.has(unit.kind)) wanted.set(unit.unitId, unit.kind);
    }
  }
  return wanted;
}

/** The same from what was read already. @param unitMonths of the wanted units, in the order of their ids */
export function givenInputsOf(
  period: Month,
  known: {
    targetFen: number | undefined;
    wanted: ReadonlyMap<string, UnitLevel>;
    unitMonths: readonly UnitMonth[];
  },
): GivenInput[] {
  const given: GivenInput[] = [];
  if (known.targetFen !== undefined) given.push(targetInput("member", undefined, period, known.targetFen));
  for (const { unitId, doneFen, targetFen } of known.unitMonths) {
    const of = known.wanted.get(unitId);
    if (!of) continue;
    const value: GivenValue = { fen: doneFen };
    given.push({ kind: "measure", code: salesMeasure, of, unitId, period, value });
    if (targetFen !== null) given.push(targetInput(of, unitId, period, targetFen));
  }
  return given;
}

function targetInput(of: Subject, unitId: string | undefined, period: Month, valueFen: number): GivenInput {
  const value: GivenValue = { fen: valueFen };
  return { kind: "target", code: salesMeasure, of, ...(unitId === undefined ? {} : { unitId }), period, value };
}
