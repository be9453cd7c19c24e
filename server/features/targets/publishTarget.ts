import type { ClientSession } from "mongoose";
import type { Period } from "@shared/domain/time";
import { insert } from "../../db";
import { TargetModel } from "./targetModel";
import { targetIdOf } from "./targets";

/** Publishes the first target of a subject for a measure and a period. A second one is a duplicate key. */
export function publishTarget(
  target: { subjectId: string; measure: string; period: Period; valueFen: number; setById: string; setAt: Date },
  session: ClientSession,
): Promise<void> {
  const { subjectId, measure, period } = target;
  return insert(TargetModel, { _id: targetIdOf(subjectId, measure, period), ...target, revision: 1 }, session);
}
