import type { Actor } from "@shared/domain/actor";
import { hasPublishedPlan } from "./planVersions";
import { mayWriteFirstPlan } from "./policy";

/** Whether this administrator may write a plan as HR does: a company's first one, before any is in force. */
export const mayBeginPlans = async (actor: Actor): Promise<boolean> =>
  mayWriteFirstPlan(actor) && !(await hasPublishedPlan());
