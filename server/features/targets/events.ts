import type { Month } from "@shared/domain/time";
import { defineEvent } from "../../outbox";

/** Targets are in force that were not, or were others, before. */
export interface TargetPublished {
  measure: string;
  period: Month;
  /** Members and units. */
  subjectIds: string[];
}

export const targetPublished = defineEvent<TargetPublished>("target.published");
