import type { ClientSession } from "mongoose";
import type { Plan } from "@shared/domain/pay";
import { insert } from "../../db";
import { PlanModel } from "./planModel";

/** Puts a version of a plan in force from its first day. It never changes afterwards: a second one is a duplicate key. */
export function publishPlan(plan: Plan, publishedAt: Date, session: ClientSession): Promise<void> {
  return insert(PlanModel, { _id: `${plan.code}@${plan.version}`, state: "published", plan, publishedAt }, session);
}
