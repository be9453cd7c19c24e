import type { AnswerOf } from "@shared/contracts";
import { businessDayOf, daysOf } from "@shared/domain/time";
import { paceOf } from "@shared/domain/workingDays";
import { workCalendarOf } from "../../lib/workCalendar";
import type { UnitMonth } from "./unitMonths";

/** A unit's month as everybody who may see it sees it: sums, never a person. */
export function presentUnitMonth(month: UnitMonth, name: string, now: Date): AnswerOf<"teams.read">["team"] {
  const { unitId, period, doneFen, targetFen } = month;
  return {
    unitId,
    name,
    period,
    doneFen,
    targetFen,
    asOf: (month.computedAt ?? now).toISOString(),
    pace: paceOf(period, businessDayOf(now), workCalendarOf(daysOf(period))),
  };
}
