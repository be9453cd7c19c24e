import { type Plan, type PlanFault, resolvePlan } from "@shared/domain/pay";
import { AppError } from "@shared/errors";
import type { ServerTexts } from "../../texts";
import { findVersionOrNull, rulesOf } from "./planVersions";

/**
 * What goes before a second person: with the parts of the plan that it extends, which is published and never changes. Both read the whole, and what
 * is put in force needs no other version.
 * @throws AppError "plan.faulty" where that was never published
 */
export async function completePlan(plan: Plan, { planFaults: t }: ServerTexts): Promise<Plan> {
  if (plan.extends === undefined) return plan;
  const parent = await findVersionOrNull(plan.extends);
  if (parent?.state === "published") return resolvePlan(plan, rulesOf(parent));
  const message = t.parentUnknown({ parent: plan.extends });
  const fault: PlanFault = { path: "extends", code: "extends.unknown", message };
  throw new AppError("plan.faulty", `${plan.extends} is not published`, {
    fields: [{ field: fault.path, code: fault.code }],
    faults: [fault],
  });
}
