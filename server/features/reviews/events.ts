import type { CheckInVerdict } from "@shared/domain/checkIn";
import type { BusinessDay } from "@shared/domain/time";
import { defineEvent } from "../../outbox";
import type { ReviewRecord } from "../checkIns";
import type { ComponentChange } from "../statements";

/** Who has decided and why, as messages tell of it. `insteadOfName`: of a leader who was away; null or absent: by an own right. */
export interface DecisionSaid {
  accepted: boolean;
  byName: string;
  insteadOfName?: string | null;
  reason: string;
}

export const decisionSaid = (
  { byName, insteadOfName, reason }: NonNullable<ReviewRecord["decision"]>,
  accepted: boolean,
): DecisionSaid => ({ accepted, byName, insteadOfName: insteadOfName ?? null, reason });

/** A check-in that is put before the leader because of what has become of another. */
export interface AskedToo {
  checkInId: string;
  /** Business time, ISO. */
  checkedInAt: string;
}

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
  decision: DecisionSaid | null;
  /** A second person was asked; absent where it is the first time. */
  isAppeal?: true;
  /** No record was written in time, so that no decision would have brought a visit; absent where that is not so. */
  isUnrecorded?: true;
  /** There is one all the same: too late, or without what its type asks for. Absent where there is none. */
  hasRecord?: true;
  /** Whose decision a second person has looked at, and the rep's name for them; absent where nobody has, and in older events. */
  first?: { byId: string; repName: string };
  /** Who could have decided by then, where nobody has. */
  askedNames: string[];
  /** By how much the month's pay has changed with it and all that follows for the day. */
  changeFen: number;
  /** Of which parts of the pay that is. Absent in older events. */
  changeParts?: ComponentChange[];
  /** One more effective visit, or one less; 0 also where another of the day has taken its place. Absent in older events. */
  visitsChange?: -1 | 0 | 1;
  /** Other check-ins of the day that are put before the leader with it. Absent in older events. */
  asked?: AskedToo[];
  /** Business time, ISO. */
  closedAt: string;
}

export const reviewClosed = defineEvent<ReviewClosed>("review.closed");

/** A rep's day at a customer was judged anew, and something of theirs has changed with it. */
export interface DayJudged extends Required<Pick<ReviewClosed, "changeFen" | "visitsChange" | "asked">> {
  /** By what has become of which. */
  checkInId: string;
  memberId: string;
  customerName: string;
  on: BusinessDay;
  /** What was decided on that one; null where it was not decided on. */
  decision: ReviewClosed["decision"];
  /** Business time, ISO. */
  judgedAt: string;
}

export const dayJudged = defineEvent<DayJudged>("day.judged");
/** Better evidence of the day has made a check-in good: nobody has to decide on it any more. */
export interface ReviewMended {
  checkInId: string;
}

export const reviewMended = defineEvent<ReviewMended>("review.mended");
