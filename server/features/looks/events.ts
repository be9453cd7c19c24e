import type { LookAction } from "../../audit";
import { defineEvent } from "../../outbox";

/** Somebody has looked at the positions, visits or results of a member who wishes to be told of it. */
export interface LookNoted {
  memberId: string;
  byId: string;
  what: LookAction;
  /** Business time, ISO. */
  at: string;
}

export const lookNoted = defineEvent<LookNoted>("look.noted");
