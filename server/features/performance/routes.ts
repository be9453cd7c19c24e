import { isHouseAccount } from "@shared/domain/pay";
import { businessDayOf, daysOf, type Month } from "@shared/domain/time";
import type { Deps } from "../../deps";
import { allow, type Handlers } from "../../http";
import { textsIn } from "../../texts";
import {
  findMembers,
  findUnitsEver,
  leadersOfUnit,
  membersOfUnit,
  treeOf,
  unitAndAbove,
  unitAndBelow,
} from "../members";
import { salesMeasure, targetsOf } from "../targets";
import { memberSummariesOf } from "./memberSummaries";
import { mayReadUnit, mayReadUnitMembers } from "./policy";
import { presentUnitMonth } from "./presentUnitMonth";
import { readUnitMonths } from "./unitMonths";

export const teamsHandlers = (deps: Pick<Deps, "clock">): Pick<Handlers<"teams">, "teams.read"> => ({
  "teams.read": async ({ actor, params }) => {
    const { unitId, period } = params;
    const now = deps.clock.now();
    // In the tree of the month: its figures are those of who was above then, wherever the unit hangs by now.
    const units = treeOf(await findUnitsEver(), period);
    const path = unitAndAbove(units, unitId).map((unit) => unit.unitId);
    const unit = units.get(unitId);
    // An unknown unit is answered like a foreign one, so that nobody learns the tree by trying.
    allow(unit !== undefined && mayReadUnit(actor, path), "this unit is not yours");
    const [month] = await readUnitMonths([unitId], period);
    allow(month !== undefined);
    const unitIds = unitAndBelow(units, unitId).map((below) => below.unitId);
    const seesMembers = mayReadUnitMembers(actor, path) && unit.kind === "team";
    return {
      team: presentUnitMonth(month, unit.name, now),
      members: seesMembers
        ? await memberMonths(unitIds, period, businessDayOf(now), textsIn(actor.language).houseAccount)
        : null,
    };
  },
});

/** Sales and targets of those who belong to the units now or at the month's end, whichever is earlier. No pay. */
async function memberMonths(unitIds: readonly string[], period: Month, today: string, houseName: string) {
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
