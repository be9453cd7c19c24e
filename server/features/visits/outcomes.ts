import type { CheckInView } from "@shared/contracts";
import type { VisitOutcome } from "@shared/domain/visit";
import { VisitModel, type VisitRecord } from "./visitModel";

/** Check-ins of days with what their records have come to. Nothing is asked where none of them has one. */
export async function withOutcomes(checkIns: readonly CheckInView[]): Promise<CheckInView[]> {
  const outcomes = await outcomesOf(checkIns.flatMap(({ visitId }) => visitId ?? []));
  return checkIns.map((checkIn) => ({
    ...checkIn,
    visit: (checkIn.visitId === null ? null : outcomes.get(checkIn.visitId)) ?? null,
  }));
}

async function outcomesOf(visitIds: readonly string[]): Promise<Map<string, NonNullable<CheckInView["visit"]>>> {
  if (visitIds.length === 0) return new Map();
  const visits = await VisitModel.find({ _id: { $in: [...visitIds] } }, { effective: 1, reason: 1 }).lean<
    Pick<VisitRecord, "_id" | "effective" | "reason">[]
  >();
  return new Map(visits.map((visit) => [visit._id, outcomeOf(visit)]));
}

/** What a visit has come to. */
export const outcomeOf = ({ effective, reason }: Pick<VisitRecord, "effective" | "reason">) => ({
  effective,
  // Written from the same list as the contract's.
  reason: (reason ?? null) as Exclude<VisitOutcome["reason"], "record.missing">,
});
