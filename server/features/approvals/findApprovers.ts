import { approversOf } from "@shared/domain/approval";
import type { BusinessDay } from "@shared/domain/time";
import { findOfficers, findUnitsEver, leadersOfUnits, unitAndAbove } from "../members";

/** Who is to decide on it today: nobody's name is stored with it, so whoever has left or been moved is not waited for. */
export async function findApprovers(
  { unitId, ownIds }: { unitId: string; ownIds: readonly string[] },
  on: BusinessDay,
): Promise<string[]> {
  const { path, financeIds } = await decidersOf(unitId, on);
  return approversOf({ path, officers: [financeIds], ownIds, absent: new Map() });
}

/** All who may decide on what belongs to a unit today, near or far. */
export async function everybodyWhoMayDecide(unitId: string, on: BusinessDay): Promise<string[]> {
  const { path, financeIds } = await decidersOf(unitId, on);
  return [...new Set([...path.flatMap(({ leaderIds }) => leaderIds), ...financeIds])];
}

async function decidersOf(unitId: string, on: BusinessDay) {
  // Of a team that is gone the branch above it decides.
  const unitIds = unitAndAbove(await findUnitsEver(), unitId).map((unit) => unit.unitId);
  const [leaders, finance] = await Promise.all([leadersOfUnits(unitIds, on), findOfficers(["finance"], on)]);
  return {
    path: unitIds.map((id) => ({ unitId: id, leaderIds: leaders.get(id) ?? [] })),
    financeIds: finance.map(({ memberId }) => memberId),
  };
}
