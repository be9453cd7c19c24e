import { type Cause, evaluate } from "@shared/domain/pay";
import { businessDayOf, type Month, monthOf } from "@shared/domain/time";
import type { Deps } from "../../deps";
import type { EventHandler } from "../../outbox";
import { openMonths } from "../periods";
import { factorCrossedEvents } from "./factorCrossed";
import { firstPricings, type StatementReprice } from "./events";
import { gainedBy, summaryOf } from "./monthSummary";
import { followedByOnce } from "./paidOnce";
import { readMonthState, type MonthState } from "./readMonthState";
import { writeStatement } from "./writeStatement";

/**
 * A month priced again from its facts and present inputs. One that has not begun is left alone (null): by its first day another
 * plan or another team may count, and the first look at it prices it.
 */
async function repriced(memberId: string, period: Month, pricedAt: Date) {
  const monthState: MonthState = await readMonthState(memberId, period);
  if (monthState.stored === null && period > monthOf(businessDayOf(pricedAt))) return null;
  const statement = evaluate(monthState.assignments, monthState.book);
  // What others have changed is no gain of the day's own sales.
  const gained = gainedBy(monthState.summary, pricedAt);
  return { monthState, statement, summary: summaryOf(monthState, statement, pricedAt, gained) };
}

/**
 * Follows what others changed: a team's result, a target, a plan. Own facts have been priced with their command. However many
 * causes have come together for a member's month, it is priced once, and its journal names them all.
 *
 * It writes also where the statement stays the same: a booking that has read the month before it, and with it perhaps what was
 * there before the change, then reads again. So one of the two always sees the other, however long the booking takes.
 */
export const reprice: EventHandler<StatementReprice[], Pick<Deps, "clock" | "realNow" | "settings">> = async (
  payloads,
  delivery,
  deps,
) => {
  const [due] = payloads;
  if (!due) return;
  const times = { pricedAt: deps.clock.now(), recordedAt: deps.realNow() };
  const change = await repriced(due.memberId, due.period, times.pricedAt);
  if (!change) return;
  const { monthState } = change;
  const isFirst = monthState.revision === 0;
  if (isFirst) await openMonths(deps, [monthState.period]);
  const named = causesOf(payloads);
  // An event that was left before events named their causes.
  const causes = named.length > 0 ? named : [{ kind: "tick", id: delivery.cause }];
  return {
    events: [
      ...(isFirst
        ? firstPricings([monthState], { cause: delivery.id, realNow: times.recordedAt })
        : factorCrossedEvents(monthState, change.statement, { at: times.pricedAt, delivery })),
      ...(await followedByOnce(monthState, change.statement, delivery.id)),
    ],
    write: (session) => writeStatement(monthState, { ...change, causes, ...times }, session),
  };
};

/** Each cause once. */
function causesOf(payloads: readonly StatementReprice[]): Cause[] {
  const causes = new Map(
    payloads.flatMap(({ cause }) => (cause ? [[`${cause.kind}:${cause.id}`, cause] as const] : [])),
  );
  return [...causes.values()];
}
