import type { BusinessDay, Period } from "@shared/domain/time";
import { membersOfUnit } from "../members";
import { salesMeasure, targetsOf } from "../targets";
import { memberSummariesOf } from "./memberSummaries";

interface Progress {
  doneFen: number;
  /** Null while no target is published. */
  targetFen: number | null;
}

/**
 * A team's month with those who belong to it on a day. The members' summaries are written with each sale, so it has every sale
 * that was confirmed before the call, whether or not the roll-up has followed.
 */
export async function readTeamMonth(
  unitId: string,
  period: Period,
  on: BusinessDay,
): Promise<Progress & { members: (Progress & { memberId: string })[] }> {
  const [summaries, memberIds] = await Promise.all([memberSummariesOf(unitId, period), membersOfUnit(unitId, on)]);
  const targets = await targetsOf([unitId, ...memberIds], salesMeasure, period);
  const doneOf = (memberId: string) => summaries.get(memberId)?.[salesMeasure] ?? 0;
  return {
    doneFen: [...summaries.keys()].reduce((sum, memberId) => sum + doneOf(memberId), 0),
    targetFen: targets.get(unitId) ?? null,
    members: memberIds.map((memberId) => ({
      memberId,
      doneFen: doneOf(memberId),
      targetFen: targets.get(memberId) ?? null,
    })),
  };
}
