import type { CheckInView } from "@shared/contracts";
import { addDays, businessDayOf, monthOf } from "@shared/domain/time";
import { missingSteps } from "@shared/domain/visitType";
import { isRecordDue, type VisitReason, visitStanding } from "@shared/domain/visit";
import { checkInsToRecord, findCheckIns, presentCheckIn } from "../checkIns";
import { outcomeOf } from "./outcomes";
import { VisitModel, type VisitRecord } from "./visitModel";
import { recordedOf, typesOfRecords } from "./visitVersions";

/** A record that would make a visit count, while it is not too late. */
export interface RecordToWrite {
  checkIn: CheckInView;
  /** What is there already leaves these out; none: nothing is written yet. */
  missingSteps: string[];
}

/** What a member has still to write for visits to count: records, and required steps of records that are there. @param now business time */
export async function recordsToWrite(memberId: string, now: Date): Promise<RecordToWrite[]> {
  const [unwritten, incomplete] = await Promise.all([
    checkInsToRecord(memberId, now),
    recordsToComplete(memberId, now),
  ]);
  return [...unwritten.map((checkIn) => ({ checkIn, missingSteps: [] })), ...incomplete];
}

async function recordsToComplete(memberId: string, now: Date): Promise<RecordToWrite[]> {
  const today = businessDayOf(now);
  const yesterday = addDays(today, -1);
  const months = [...new Set([yesterday, today].map(monthOf))];
  const found = await Promise.all(
    months.map((month) =>
      VisitModel.find({ repMonth: `${memberId}:${month}`, on: { $gte: yesterday, $lte: today } }).lean<VisitRecord[]>(),
    ),
  );
  const incomplete = found.flat().filter(({ reason }) => reason === ("steps.missing" satisfies VisitReason));
  if (incomplete.length === 0) return [];
  const [checkIns, typeOf] = await Promise.all([
    findCheckIns(incomplete.map(({ checkInId }) => checkInId)),
    typesOfRecords(incomplete),
  ]);
  const byId = new Map(checkIns.map((checkIn) => [checkIn._id, presentCheckIn(checkIn)]));
  return incomplete.flatMap((visit) => {
    const checkIn = byId.get(visit.checkInId);
    if (!checkIn || !isRecordDue(visitStanding({ ...outcomeOf(visit), checkIn }, now))) return [];
    return [{ checkIn, missingSteps: missingSteps(typeOf(visit), recordedOf(visit)).map(({ label }) => label) }];
  });
}
