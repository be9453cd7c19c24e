import type { Cause } from "@shared/domain/pay";
import type { Month } from "@shared/domain/time";
import { defineEvent, type NewEvent } from "../../outbox";

/** Inputs of a member's statement that others give (a team's attainment, a target) may have changed. */
export interface StatementReprice {
  memberId: string;
  period: Month;
  /** What the ledger names for the difference; absent in events of versions that named none. */
  cause?: Cause;
}

export const statementReprice = defineEvent<StatementReprice>("statement.reprice");

/** Asks for a member's month to be priced again. @param key what the event follows from */
export const askToReprice = (payload: StatementReprice, key: Pick<NewEvent, "cause" | "part" | "dueAt">): NewEvent =>
  statementReprice.of({ payload, partition: `member:${payload.memberId}`, ...key });

/** A change that comes with a first pricing has its own follower, which goes first and gives its own name to the difference. */
const afterFirstMs = 2_000;

/**
 * What a month's first pricing leaves behind: it asks for one more. Whoever follows a change of its inputs finds the months that
 * are there, and this one was not yet; nothing can have been missed by a pricing that begins after it is, whenever that is.
 */
export const firstPricings = (
  months: readonly { memberId: string; period: Month }[],
  { cause, realNow }: { cause: string; realNow: Date },
): NewEvent[] =>
  months.map(({ memberId, period }) => {
    const repMonth = `${memberId}:${period}`;
    const payload = { memberId, period, cause: { kind: "firstPricing", id: repMonth } };
    const dueAt = new Date(realNow.getTime() + afterFirstMs);
    return askToReprice(payload, { cause, part: `first:${repMonth}`, dueAt });
  });
