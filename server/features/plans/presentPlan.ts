import type { AnswerOf, PlanView } from "@shared/contracts";
import type { PlanRecord } from "./planModel";
import { rulesOf } from "./planVersions";

export function presentPlan(record: PlanRecord): PlanView {
  const { code, version, name, validFrom } = rulesOf(record);
  return { planId: record._id, code, version, name, validFrom, state: record.state, revision: record.revision };
}

/** A version with its rules. @param all whether the reader writes plans: others do not see whom else it is for, nor who wrote it */
export function presentPlanDetail(
  record: PlanRecord,
  { all, names }: { all: boolean; names: ReadonlyMap<string, { name: string }> },
): AnswerOf<"plans.read">["plan"] {
  // The contract's shape is what was let through when it was drafted.
  const rules = rulesOf(record) as AnswerOf<"plans.read">["plan"]["rules"];
  const steps = record.steps.map(({ action, by, at, reason }) => ({
    action,
    by: { kind: by.kind, id: by.id },
    name: (by.kind === "member" && names.get(by.id)?.name) || null,
    at: at.toISOString(),
    reason: reason ?? null,
  }));
  // `needs` tells what other people have asked for, `differs` how others are paid, and weights what others have of a pool.
  const { differs: _differs, ...rest } = rules;
  const components = rules.components.map((component) => {
    if (component.grain === "event" || component.pool === undefined) return component;
    const { weights: _weights, ...pool } = component.pool;
    return { ...component, pool };
  });
  const own = { ...rest, components, scope: {}, needs: [] };
  return { ...presentPlan(record), rules: all ? rules : own, steps: all ? steps : [] };
}
