import type { BusinessDay } from "@shared/domain/time";
import { defineEvent } from "../../outbox";

/** A version of a plan is in force from its first day on. */
export interface PlanPublished {
  code: string;
  version: number;
  /** The day of the publication; missing where an older version said it. */
  publishedOn?: BusinessDay;
}

export const planPublished = defineEvent<PlanPublished>("plan.published");
