import { defineEvent } from "../../outbox";

/** A version of a plan is in force from its first day on. */
export interface PlanPublished {
  code: string;
  version: number;
}

export const planPublished = defineEvent<PlanPublished>("plan.published");
