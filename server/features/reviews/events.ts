import type { CheckInVerdict } from "@shared/domain/checkIn";
import { defineEvent } from "../../outbox";

/** Somebody has decided on a check-in in doubt, or nobody has in time. */
export interface ReviewClosed {
  checkInId: string;
  revision: number;
  memberId: string;
  customerName: string;
  /** Business time, ISO. */
  checkedInAt: string;
  verdict: CheckInVerdict;
  /** null: nobody has decided; it stays as it was judged. */
  decision: { accepted: boolean; byName: string; reason: string } | null;
  /** Who could have decided by then, where nobody has. */
  askedNames: string[];
  /** By how much the month's pay has changed with it. */
  changeFen: number;
  /** Business time, ISO. */
  closedAt: string;
}

export const reviewClosed = defineEvent<ReviewClosed>("review.closed");
