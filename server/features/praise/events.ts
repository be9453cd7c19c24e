import { defineEvent } from "../../outbox";

/** A rep was asked whether the group may hear a leader's praise, and some time has gone by. */
export interface PraiseWaits {
  saleId: string;
  repId: string;
  /** The command that asked: one that was given up and asked anew has times of its own. */
  askedBy: string;
  /** A reminder, or the end of the time to answer. */
  step: 1 | 2 | "end";
}

export const praiseWaits = defineEvent<PraiseWaits>("praise.waits");
