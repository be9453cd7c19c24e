import { isHouseAccount } from "@shared/domain/pay";
import { daysOf, type Month } from "@shared/domain/time";
import { findMembers, leadersOfUnit, membersOfUnit } from "../members";
import { salesMeasure, targetsOf } from "../targets";
import { memberSummariesOf } from "./memberSummaries";

/** Sales and targets of those who belong to the units now or at the month's end, whichever is earlier. No pay. */
export async function memberMonths(unitIds: readonly string[], period: Month, today: string, houseName: string) {
  const last = daysOf(period).to;
  const on = today < last ? today : last;
  const [idsByUnit, leaderIds, summaries] = await Promise.all([
    Promise.all(unitIds.map((unitId) => membersOfUnit(unitId, on))),
    Promise.all(unitIds.map((unitId) => leadersOfUnit(unitId, on))),
    Promise.all(unitIds.map((unitId) => memberSummariesOf(unitId, period))),
  ]);
  const leaders = new Set(leaderIds.flat());
  // With those who sold for the unit and have left it, so that the rows add up to the total.
  const memberIds = [...new Set([...idsByUnit.flat(), ...summaries.flatMap((unit) => [...unit.keys()])])];
  const [members, targets] = await Promise.all([findMembers(memberIds), targetsOf(memberIds, salesMeasure, period)]);
  return (
    memberIds
      .map((memberId) => ({
        memberId,
        name: members.get(memberId)?.name ?? (isHouseAccount(memberId) ? houseName : memberId),
        doneFen: summaries.reduce((sum, unit) => sum + (unit.get(memberId)?.[salesMeasure] ?? 0), 0),
        targetFen: targets.get(memberId) ?? null,
      }))
      // A leader who sells nothing and has no target is not part of the list.
      .filter((month) => month.targetFen !== null || month.doneFen !== 0 || !leaders.has(month.memberId))
  );
}
