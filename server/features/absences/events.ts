import type { Absence } from "@shared/domain/absence";
import { defineEvent } from "../../outbox";

/** A leader has said when they are away, or has changed or taken back what they said. */
export interface AbsenceChanged {
  memberId: string;
  name: string;
  revision: number;
  before: Absence | null;
  after: Absence | null;
  /** Business time, ISO. */
  at: string;
}

export const absenceChanged = defineEvent<AbsenceChanged>("absence.changed");
