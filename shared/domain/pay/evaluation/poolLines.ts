import { periodOf } from "../../time";
import type { CompiledComponent } from "../plan/compile";
import { type PlanSegment, prefixOf } from "../plan/segments";
import type { PeriodComponent, PoolPart, PoolRule, Reason, TraceStep } from "../types";
import type { Draft } from "./draft";
import { paid, tooLarge } from "./priceAmount";
import type { PricingRun } from "./pricingRun";

/**
 * The member's parts of what the teams' plans give: the book has them, since a part depends on everybody in the team. One line for each team and
 * component, of the last days there.
 */
export function poolDrafts(run: PricingRun): Draft[] {
  const places = new Map<string, { segment: PlanSegment; compiled: CompiledComponent; component: PeriodComponent }>();
  for (const segment of run.months.ofTeams) {
    for (const compiled of run.segmentRun(segment).plan.components) {
      const { component } = compiled;
      if (component.grain !== "period" || component.pool === undefined) continue;
      places.set(`${prefixOf(segment)}${component.code}:${segment.teamId ?? ""}`, { segment, compiled, component });
    }
  }
  return [...places].map(([id, place]) => poolDraft(id, place, run));
}

function poolDraft(
  id: string,
  { segment, compiled, component }: { segment: PlanSegment; compiled: CompiledComponent; component: PeriodComponent },
  run: PricingRun,
): Draft {
  const part = run.book.pools?.find(
    (one) =>
      one.planCode === segment.plan.code &&
      one.component === component.code &&
      one.teamId === segment.teamId &&
      one.period === periodOf(run.months.days.from, component.period),
  );
  const isCounted = run.counts(part?.partFen ?? 0);
  const amountFen = isCounted ? (part?.partFen ?? 0) : 0;
  const notGiven: Reason = { code: "undefined", params: { name: component.name, why: "notGiven" } };
  const given = part === undefined ? notGiven : (part.reason ?? paid);
  const reason = isCounted ? given : tooLarge().reason;
  return {
    id,
    compiled,
    segment,
    fact: null,
    wholeFen: amountFen,
    amountFen,
    reason,
    allocation: [],
    unallocatedFen: amountFen,
    steps: part === undefined || amountFen === 0 ? [] : [poolStep(part, component.pool)],
    undefinedBecause: lackingOf(reason),
    env: run.segmentRun(segment).environment(compiled, null, id),
    ...(part && { pool: part }),
  };
}

/** What the team's amount lacks, its members' parts lack. */
function lackingOf({ code, params }: Reason): Draft["undefinedBecause"] {
  if (code === "tooLarge") return code;
  if (code !== "undefined") return null;
  const why = (["notGiven", "noTarget", "noData", "divisionByZero"] as const).find((one) => one === params.why);
  return { missing: why ?? "notGiven", name: String(params.name) };
}

function poolStep({ poolFen, partFen, weight, weightsSum }: PoolPart, pool: PoolRule | undefined): TraceStep {
  const by = pool?.give === "each" ? "each" : (pool?.by ?? "equal");
  return {
    step: "pool",
    fromFen: poolFen,
    toFen: partFen,
    params: { by, code: pool?.code ?? "", weight, total: weightsSum },
  };
}
