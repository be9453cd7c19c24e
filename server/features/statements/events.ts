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
