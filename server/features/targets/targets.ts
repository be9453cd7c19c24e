import type { Period } from "@shared/domain/time";
import { TargetModel, type TargetRecord } from "./targetModel";

/** The measure that the month targets of this company are set in: confirmed sales, in fen. */
export const salesMeasure = "sales.confirmed";

export const targetIdOf = (subjectId: string, measure: string, period: Period) => `${subjectId}:${measure}:${period}`;

/** Targets in fen by subject (member or unit); subjects without one are missing. */
export async function targetsOf(
  subjectIds: readonly string[],
  measure: string,
  period: Period,
): Promise<Map<string, number>> {
  const ids = subjectIds.map((subjectId) => targetIdOf(subjectId, measure, period));
  const targets = await TargetModel.find({ _id: { $in: ids } }).lean<TargetRecord[]>();
  return new Map(targets.map((target) => [target.subjectId, target.valueFen]));
}
