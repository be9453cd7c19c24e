import type { Assignment, GivenInput, GivenValue, Subject, UnitLevel } from "@shared/domain/pay";
import type { Month } from "@shared/domain/time";
import { unitsUsed } from "../plans";
import { salesMeasure, targetsOf } from "../targets";
import { readUnitMonths, type UnitMonth } from "../performance";

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
  const unitMonths = wanted.size === 0 ? [] : await readUnitMonths([...wanted.keys()].sort(), period);
  return givenInputsOf(period, { targetFen, wanted, unitMonths });
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
