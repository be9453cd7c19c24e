import type { Cause } from "@shared/domain/pay";
import type { BusinessDay, Month } from "@shared/domain/time";
import type { Role } from "@shared/domain/actor";
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

export interface RoleSpan {
  fromOn: BusinessDay;
  /** Null where it has no end. */
  lastOn: BusinessDay | null;
}

/** An administrator has given somebody a role, taken it back or set its end anew. */
export interface RoleChanged {
  memberId: string;
  name: string;
  role: Role;
  /** The unit that a manager's is of. */
  unitId: string | null;
  /** Null where they did not have it, or have it no more. */
  before: RoleSpan | null;
  after: RoleSpan | null;
  /** Null: whoever runs the server. */
  byId: string | null;
  /** Business time, ISO. */
  at: string;
}

export const roleChanged = defineEvent<RoleChanged>("role.changed");
