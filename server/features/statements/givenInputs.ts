import type { Assignment, GivenInput, GivenValue, Subject, UnitLevel } from "@shared/domain/pay";
import type { Month } from "@shared/domain/time";
import { unitsUsed } from "../plans";
import { salesMeasure, targetsOf } from "../targets";
import { visitsExpectedInMonth, visitsMeasure } from "../visitTargets";
import { readUnitMonths, type UnitMonth } from "../performance";
import { readLayers } from "./layers";
import { readOtherMonths } from "./otherMonths";

/**
 * What the member's own facts do not say, for the inputs that these plans ask for: own targets, and results and targets
 * of the units above. A unit that nothing was sold in has 0; a target that nobody set is not given, and so undefined.
 */
export async function readGivenInputs(
  memberId: string,
  assignments: readonly Assignment[],
  period: Month,
): Promise<GivenInput[]> {
  const targetFen = (await targetsOf([memberId], salesMeasure, period)).get(memberId);
  const wanted = unitsUsed(assignments, period);
  const visitsExpected = await visitsExpectedOf(assignments, period);
  const unitMonths = wanted.size === 0 ? [] : await readUnitMonths([...wanted.keys()].sort(), period);
  const otherMonths = await readOtherMonths(memberId, assignments, period);
  const layers = await readLayers(memberId, assignments, period);
  return givenInputsOf(period, { targetFen, visitsExpected, wanted, unitMonths, others: [...otherMonths, ...layers] });
}

/**
 * The effective visits that are expected of a member in a month, where these plans ask for the attainment of that: by the team of its last
 * day there, so that a move within a month has one target.
 */
export async function visitsExpectedOf(assignments: readonly Assignment[], period: Month): Promise<number | null> {
  const asks = assignments.some(({ versions }) =>
    versions.some(({ inputs }) => inputs.some((input) => input.kind === "attainment" && input.code === visitsMeasure)),
  );
  const teamId = assignments.reduce<string | null>((last, one) => one.teamId ?? last, null);
  return asks ? visitsExpectedInMonth(teamId, period) : null;
}

/** The same from what was read already. @param unitMonths of the wanted units, in the order of their ids */
export function givenInputsOf(
  period: Month,
  known: {
    targetFen: number | undefined;
    /** Effective visits that are expected in the month; null: none are, or nobody's pay asks. */
    visitsExpected: number | null;
    wanted: ReadonlyMap<string, UnitLevel>;
    unitMonths: readonly UnitMonth[];
    /** Of other months, and layers. */
    others: readonly GivenInput[];
  },
): GivenInput[] {
  const given: GivenInput[] = [];
  if (known.targetFen !== undefined) given.push(targetInput("member", undefined, period, known.targetFen));
  if (known.visitsExpected !== null) {
    const value: GivenValue = { decimal: String(known.visitsExpected) };
    given.push({ kind: "target", code: visitsMeasure, of: "member", period, value });
  }
  for (const { unitId, doneFen, targetFen } of known.unitMonths) {
    const of = known.wanted.get(unitId);
    if (!of) continue;
    const value: GivenValue = { fen: doneFen };
    given.push({ kind: "measure", code: salesMeasure, of, unitId, period, value });
    if (targetFen !== null) given.push(targetInput(of, unitId, period, targetFen));
  }
  return [...given, ...known.others];
}

function targetInput(of: Subject, unitId: string | undefined, period: Month, valueFen: number): GivenInput {
  const value: GivenValue = { fen: valueFen };
  return { kind: "target", code: salesMeasure, of, ...(unitId === undefined ? {} : { unitId }), period, value };
}
