import type { Month } from "@shared/domain/time";
import { defineEvent, type NewEvent } from "../../outbox";

/** A member or a child unit of a unit has new sums in a month. */
export interface RollUpDue {
  unitId: string;
  period: Month;
}

export const rollUpDue = defineEvent<RollUpDue>("rollup.due");

/** Asks a unit to compare its month with what is below it. */
export const askToRollUp = (payload: RollUpDue, cause: string, part: string): NewEvent =>
  rollUpDue.of({ payload, partition: `rollup:${payload.unitId}`, cause, part });

/** A unit's sums of a month are others than they were. */
export interface UnitResultChanged {
  unitId: string;
  period: Month;
}

export const unitResultChanged = defineEvent<UnitResultChanged>("unitResult.changed");
