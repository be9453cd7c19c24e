import type { BusinessDay } from "@shared/domain/time";
import { defineEvent } from "../../outbox";

/** Somebody has said how many effective visits a week are expected of these people. */
export interface VisitTargetSaid {
  unitId: string;
  /** A Monday. */
  from: BusinessDay;
  /** Null: none from then on. */
  perWeek: number | null;
  /** What would have been expected of them then; null: nothing. */
  beforePerWeek: number | null;
  memberIds: string[];
  byId: string;
  byName: string;
  /** Business time, ISO. */
  at: string;
}

export const visitTargetSaid = defineEvent<VisitTargetSaid>("visitTarget.said");
