import type { Plan } from "@shared/domain/pay";
import { consumerGoods, internetCompany, manufacturingGroup, tutorialTiers } from "@shared/domain/pay/plans";
import { demoPlans } from "../plans";
import type { Team } from "./people";
import type { Scale } from "./scale";

const spread = [manufacturingGroup, tutorialTiers, internetCompany, consumerGoods];

/** The small demo's teams keep their plans; the other teams share those of all source companies whose inputs are there. */
export function largePlans(teams: readonly Team[], scale: Scale): Plan[] {
  const validFrom = `${scale.months[0] ?? scale.until.slice(0, 7)}-01`;
  const scopes = new Map(demoPlans().map((plan) => [plan.code, { plan, orgUnits: [...(plan.scope.orgUnits ?? [])] }]));
  teams
    .filter(({ reps }) => !reps.some((rep) => rep.isOfSmallDemo))
    .forEach(({ unitId }, index) => {
      const plan = spread[index % spread.length] ?? manufacturingGroup;
      const known = scopes.get(plan.code) ?? { plan: { ...plan, scope: {} }, orgUnits: [] };
      scopes.set(plan.code, { ...known, orgUnits: [...known.orgUnits, unitId] });
    });
  return [...scopes.values()].map(({ plan, orgUnits }) => ({
    ...plan,
    validFrom,
    scope: { ...plan.scope, ...(orgUnits.length > 0 && { orgUnits }) },
  }));
}
