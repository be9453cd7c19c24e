import { type Cause, evaluate } from "@shared/domain/pay";
import { businessDayOf, type Month, monthOf } from "@shared/domain/time";
import type { Deps } from "../../deps";
import type { EventHandler } from "../../outbox";
import { openMonths } from "../periods";
import { firstPricings, type StatementReprice } from "./events";
import { summaryOf } from "./monthSummary";
import { readMonth, repMonthOf, type MonthState } from "./readMonth";
import { writeStatement } from "./writeStatement";

/**
 * A month priced again from its facts and present inputs. One that has not begun is left alone (null): by its first day another
 * plan or another team may count, and the first look at it prices it.
 */
async function repriced(memberId: string, period: Month, pricedAt: Date) {
  const month: MonthState = await readMonth(memberId, period);
  if (month.stored === null && period > monthOf(businessDayOf(pricedAt))) return null;
  const statement = evaluate(month.assignments, month.book);
  return { month, statement, summary: summaryOf(month, statement, pricedAt) };
}

/**
 * Follows what others changed: a team's result, a target, a plan. Own facts have been priced with their command. However many
 * causes have come together, a month is priced once, and its journal names them all.
 *
 * It writes also where the statement stays the same: a booking that has read the month before it, and with it perhaps what was
 * there before the change, then reads again. So one of the two always sees the other, however long the booking takes.
 */
export const reprice: EventHandler<StatementReprice[], Pick<Deps, "clock" | "realNow" | "settings">> = async (
  payloads,
  delivery,
  deps,
) => {
  const times = { pricedAt: deps.clock.now(), recordedAt: deps.realNow() };
  const changes = await Promise.all(
    monthsDue(payloads).map(async ({ memberId, period, causes }) => {
      const change = await repriced(memberId, period, times.pricedAt);
      // An event that was left before events named their causes.
      return change && { ...change, causes: causes.length > 0 ? causes : [{ kind: "tick", id: delivery.cause }] };
    }),
  );
  const due = changes.filter((change) => change !== null);
  const first = due.flatMap(({ month }) => (month.revision === 0 ? [month] : []));
  await openMonths(
    deps,
    first.map(({ period }) => period),
  );
  return {
    events: firstPricings(first, { cause: delivery.id, realNow: times.recordedAt }),
    write: async (session) => {
      for (const change of due) await writeStatement(change.month, { ...change, ...times }, session);
    },
  };
};

/** Each month once, with all that it is priced again for. */
function monthsDue(payloads: readonly StatementReprice[]) {
  const months = new Map<string, { memberId: string; period: Month; causes: Cause[] }>();
  for (const { memberId, period, cause } of payloads) {
    const key = repMonthOf(memberId, period);
    const month = months.get(key) ?? { memberId, period, causes: [] };
    const isNamed = month.causes.some((named) => named.kind === cause?.kind && named.id === cause.id);
    if (cause && !isNamed) month.causes.push(cause);
    months.set(key, month);
  }
  return [...months.values()];
}
