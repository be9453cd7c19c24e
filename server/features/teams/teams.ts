import type { Period } from "@shared/domain/time";
import { salesMeasure, targetsOf } from "../targets";
import { UnitSummaryModel, type UnitSummaryRecord } from "./unitSummaryModel";

/** Sums by measure code. */
export type Sums = Record<string, number>;

export interface UnitMonth {
  unitId: string;
  period: Period;
  doneFen: number;
  /** Null while no target is published. */
  targetFen: number | null;
  computedAt: Date | null;
}

export const unitMonthIdOf = (unitId: string, period: Period) => `${unitId}:${period}`;

/** Stored sums of units by unit id; a unit that has none yet is missing. */
export async function unitSummaries(
  unitIds: readonly string[],
  period: Period,
): Promise<Map<string, UnitSummaryRecord>> {
  const ids = unitIds.map((unitId) => unitMonthIdOf(unitId, period));
  const records = await UnitSummaryModel.find({ _id: { $in: ids } }).lean<UnitSummaryRecord[]>();
  return new Map(records.map((record) => [record.unitId, record]));
}

/** Done and target of units in a month, in the order of the ids. */
export async function readUnitMonths(unitIds: readonly string[], period: Period): Promise<UnitMonth[]> {
  const [summaries, targets] = await Promise.all([
    unitSummaries(unitIds, period),
    targetsOf(unitIds, salesMeasure, period),
  ]);
  return unitIds.map((unitId) => {
    const summary = summaries.get(unitId);
    return {
      unitId,
      period,
      doneFen: sumsOf(summary)[salesMeasure] ?? 0,
      targetFen: targets.get(unitId) ?? null,
      computedAt: summary?.computedAt ?? null,
    };
  });
}

export function sumsOf(summary: Pick<UnitSummaryRecord, "sums"> | undefined): Sums {
  // Stored by rollUp, which sums numbers by measure code.
  return (summary?.sums ?? {}) as Sums;
}
