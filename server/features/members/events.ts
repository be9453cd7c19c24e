import type { Cause } from "@shared/domain/pay";
import type { Month } from "@shared/domain/time";
import { defineEvent } from "../../outbox";

/** A member belongs elsewhere from a day of this month on. */
export interface MemberMoved {
  memberId: string;
  period: Month;
  /** What the ledger names for what it changes. */
  cause: Cause;
}

export const memberMoved = defineEvent<MemberMoved>("member.moved");

/** A unit, with everything below it, hangs below another one, or is known only now while people belong to it already. */
export interface UnitMoved {
  unitId: string;
  /** The month in which that happened. */
  period: Month;
  cause: Cause;
}

export const unitMoved = defineEvent<UnitMoved>("unit.moved");
