import { businessDayOf } from "@shared/domain/time";
import type { Deps } from "../../deps";
import { allow, type Handlers } from "../../http";
import { textsIn } from "../../texts";
import { findUnitsEver, treeOf, unitAndAbove, unitAndBelow } from "../members";
import { memberMonths } from "./memberMonths";
import { mayReadUnit, mayReadUnitMembers } from "./policy";
import { presentUnitMonth } from "./presentUnitMonth";
import { readLevel } from "./readLevel";
import { readUnitMonths } from "./unitMonths";

export const teamsHandlers = (deps: Pick<Deps, "clock">): Pick<Handlers<"teams">, "teams.level" | "teams.read"> => ({
  "teams.level": ({ actor, params: { period }, query: { unitId } }) => readLevel(deps, actor, { period, unitId }),

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
