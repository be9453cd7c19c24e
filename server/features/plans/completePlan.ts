import { type Plan, resolvePlan } from "@shared/domain/pay";
import { findVersionOrNull, rulesOf } from "./planVersions";

/**
 * A draft with the parts of the plan that it extends, which is published and never changes: whoever checks, reads and publishes it has the whole, and
 * what is put in force needs no other version. One whose parent was never published stays as it is written, and is refused for that.
 */
export async function completePlan(plan: Plan): Promise<Plan> {
  if (plan.extends === undefined) return plan;
  const parent = await findVersionOrNull(plan.extends);
  return parent?.state === "published" ? resolvePlan(plan, rulesOf(parent)) : plan;
}
