import type { WecomUser } from "../../integrations/wecom";
import { type Directory, type Recorded, unseenUnits } from "./directoryState";
import { memberIdOf, unitIdOf } from "./memberIds";

export interface Place {
  unitId: string;
  part: "member" | "leader";
}

/** Where a member belongs and what they lead. What WeCom does not say leaves what is recorded. */
export function placesIn(recorded: Recorded, directory: Directory) {
  const { departments, recordedIds } = directory;
  const unseen = unseenUnits(recorded, directory);
  /** Null where the department does not say who leads it. */
  const leaders = new Map(
    departments.map(({ departmentId, leaderIds }) => [
      unitIdOf(departmentId),
      leaderIds && new Set(leaderIds.map((userId) => memberIdOf(userId, recordedIds))),
    ]),
  );

  function unitOf(user: WecomUser, had: readonly Place[]): string | undefined {
    const unitIds = user.departmentIds?.map(unitIdOf) ?? [];
    if (user.mainDepartmentId !== null) return unitIdOf(user.mainDepartmentId);
    const before = had.find(({ part }) => part === "member")?.unitId;
    const stays = before !== undefined && (unitIds.length === 0 || unitIds.includes(before) || unseen.has(before));
    return stays ? before : unitIds[0];
  }

  function ledBy(memberId: string, user: WecomUser, had: readonly Place[]): Set<string> {
    const led = new Set(user.leadsDepartmentIds?.map(unitIdOf));
    for (const [unitId, memberIds] of leaders) if (memberIds?.has(memberId)) led.add(unitId);
    for (const { unitId, part } of had) {
      const isListed = leaders.has(unitId);
      const isToldByUnit = (leaders.get(unitId) ?? null) !== null;
      const isOfUser = isListed || user.departmentIds?.some((id) => unitIdOf(id) === unitId);
      const isToldByUser = user.leadsDepartmentIds !== null && isOfUser === true;
      if (part === "leader" && (isListed || unseen.has(unitId)) && !isToldByUnit && !isToldByUser) led.add(unitId);
    }
    return led;
  }

  return (memberId: string, user: WecomUser, had: readonly Place[]): Place[] => {
    const unitId = unitOf(user, had);
    const leads = [...ledBy(memberId, user, had)].map((led) => ({ unitId: led, part: "leader" as const }));
    return unitId === undefined ? leads : [{ unitId, part: "member" }, ...leads];
  };
}
