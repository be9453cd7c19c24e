import type { Month } from "@shared/domain/time";
import { defineEvent } from "../../outbox";

/** Targets are in force that were not, or were others, before. */
export interface TargetPublished {
  measure: string;
  period: Month;
  /** Members and units. */
  subjectIds: string[];
  /** What people are told of it; absent where it is priced only, and in events of before. */
  publication?: {
    byId: string;
    /** Business time, ISO. */
    at: string;
    reason: string | null;
    /** `beforeFen`: null where none was in force. */
    targets: { subjectId: string; isUnit: boolean; beforeFen: number | null; afterFen: number }[];
  };
}

export const targetPublished = defineEvent<TargetPublished>("target.published");
