import { decimalText } from "@shared/domain/pay/numbers/number";
import {
  evaluate,
  factorCrossing,
  type GivenInput,
  type Statement,
  type UnitLevel,
  unitLevels,
} from "@shared/domain/pay";
import { sumFen } from "@shared/domain/money";
import type { Month } from "@shared/domain/time";
import { type Delivery, defineEvent, type NewEvent } from "../../outbox";
import { salesMeasure } from "../targets";
import type { MonthState } from "./readMonthState";

/** A factor by a unit's result has become another one, and with it what a member's month pays. */
export interface FactorCrossed {
  memberId: string;
  period: Month;
  unitId: string;
  level: UnitLevel;
  /** Decimals. */
  factorBefore: string;
  factorAfter: string;
  /** The attainment that was reached or lost. */
  edge: string;
  /** Whether the edge itself still belongs below. */
  isEdgeBelow: boolean;
  isReached: boolean;
  /** The month now, less the month before. */
  changeFen: number;
  /** Business time, ISO. */
  at: string;
}

export const factorCrossed = defineEvent<FactorCrossed>("statement.factorCrossed");

/** What a pricing leaves for whoever tells the member that others have moved their pay; nothing where no factor has changed. */
export function factorCrossedEvents(
  { memberId, period, assignments, stored, storedGiven, expectedGiven, book }: MonthState,
  statement: Statement,
  { at, delivery }: { at: Date; delivery: Pick<Delivery, "id"> },
): NewEvent[] {
  // What own sales do to the units was told with them: here it is what others have done.
  const told = stored && expectedGiven ? evaluate(assignments, { ...book, given: expectedGiven }) : stored;
  const changeFen = told ? sumFen([statement.totals.amountFen, 0 - told.totals.amountFen]) : 0;
  if (changeFen === 0) return [];
  const crossed = unitLevels.flatMap((level) => {
    const before = resultOf(expectedGiven ?? storedGiven, level, period);
    const after = resultOf(book.given, level, period);
    if (!before || before.unitId !== after?.unitId) return [];
    const crossing = factorCrossing(assignments, { period, measure: salesMeasure, level, before, after });
    return crossing ? [{ level, unitId: after.unitId, crossing }] : [];
  });
  // Where several have moved at once the nearest is named: the change is that of all of them.
  const [nearest] = crossed;
  if (!nearest) return [];
  const { crossing, ...unit } = nearest;
  const payload: FactorCrossed = {
    memberId,
    period,
    ...unit,
    factorBefore: decimalText(crossing.factorBefore) ?? "",
    factorAfter: decimalText(crossing.factorAfter) ?? "",
    edge: decimalText(crossing.edge) ?? "",
    isEdgeBelow: crossing.isEdgeBelow,
    isReached: crossing.isReached,
    changeFen,
    at: at.toISOString(),
  };
  return [factorCrossed.of({ payload, partition: `member:${memberId}`, cause: delivery.id })];
}

/** The result and the target of the unit of a level as a statement was given them; null where it was not, or for several units. */
function resultOf(given: readonly GivenInput[], level: UnitLevel, period: Month) {
  const of = (kind: "measure" | "target") => {
    const inputs = given.filter(
      (one) =>
        one.kind === kind &&
        one.code === salesMeasure &&
        one.of === level &&
        one.period === period &&
        one.filter === undefined,
    );
    const [input, ...more] = inputs;
    return more.length === 0 && input?.unitId !== undefined && input.value && "fen" in input.value
      ? { unitId: input.unitId, fen: input.value.fen }
      : null;
  };
  const [done, target] = [of("measure"), of("target")];
  if (!done || !target || done.unitId !== target.unitId || target.fen === 0) return null;
  return { unitId: done.unitId, doneFen: done.fen, targetFen: target.fen };
}
