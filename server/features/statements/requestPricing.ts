import type { Assignment } from "@shared/domain/pay";
import { businessDayOf, daysOf, type Month, monthOf, previousPeriod } from "@shared/domain/time";
import { inTransaction } from "../../db";
import type { Deps } from "../../deps";
import { perProcess } from "../../lib/perProcess";
import { ShortCache } from "../../lib/shortCache";
import { emitAgain, emitOnce } from "../../outbox";
import { unitSpansOfAll } from "../members";
import { assign, membersInScope, type OrganisationSnapshot, readOrganisationSnapshot } from "../plans";
import { askToReprice } from "./events";
import { repMonthOf } from "./bookFacts";
import { StatementModel } from "./statementModel";

/** How long a process does not ask again for the same month. */
const askedMs = 60_000;

const asked = perProcess(
  ({ realNow }: Pick<Deps, "realNow" | "caches">) =>
    new ShortCache<true>({ realNow, keptMs: askedMs, entriesMax: 20_000 }),
);

/**
 * Asks a worker to price a month that nobody has priced yet, such as a new one before its first morning. Asking is all that a read does;
 * it may be repeated, and where pricing was given up, it is tried again. One that is over and that no plan reaches stays out of the books,
 * whoever looks at it.
 */
export async function requestPricing(
  deps: Pick<Deps, "clock" | "realNow" | "caches">,
  { memberId, period }: { memberId: string; period: Month },
): Promise<void> {
  const repMonth = repMonthOf(memberId, period);
  await asked(deps).get(repMonth, async () => {
    const isOver = period < monthOf(businessDayOf(deps.clock.now()));
    if (
      isOver &&
      !(await monthsToPrice([memberId], period, await readOrganisationSnapshot())).unpriced.includes(memberId)
    )
      return true;
    const cause = { kind: "firstLook", id: repMonth };
    const event = askToReprice({ memberId, period, cause }, { cause: `firstLook:${repMonth}` });
    await inTransaction((session) => emitAgain(event, session, deps.realNow()));
    return true;
  });
}

const pageSize = 200;
/** So far back it is made up for what had no worker in time. */
const lookBackMonths = 12;

/**
 * Asks for the months of all who are on a plan and whom nobody has priced yet: what they are paid without any doing of theirs
 * is in the ledger, too, whether or not they look.
 * @returns how many months were asked for
 */
export async function requestMonths(
  deps: Pick<Deps, "realNow">,
  { at, runId }: { at: Date; runId: string },
): Promise<number> {
  const snapshot = await readOrganisationSnapshot();
  const scopes = snapshot.plans.map(({ scope }) => scope);
  let count = 0;
  let period = monthOf(businessDayOf(at));
  for (let n = 0; n <= lookBackMonths; n += 1, period = previousPeriod(period)) {
    if (!snapshot.plans.some(({ validFrom }) => validFrom <= daysOf(period).to)) break;
    const memberIds = await membersInScope(scopes, snapshot.units, daysOf(period));
    for (let from = 0; from < memberIds.length; from += pageSize) {
      const { unpriced } = await monthsToPrice(memberIds.slice(from, from + pageSize), period, snapshot);
      const events = unpriced.map((memberId) => {
        const repMonth = repMonthOf(memberId, period);
        const payload = { memberId, period, cause: { kind: "monthBegin", id: repMonth } };
        return askToReprice(payload, { cause: runId, part: repMonth });
      });
      if (events.length > 0) await inTransaction((session) => emitOnce(events, session, deps.realNow()));
      count += events.length;
    }
  }
  return count;
}

/** Those whose month has been priced, and those who are on a plan in it and whom nobody has priced yet. */
export async function monthsToPrice(
  memberIds: readonly string[],
  period: Month,
  snapshot: OrganisationSnapshot,
): Promise<{ priced: string[]; unpriced: string[] }> {
  const ids = memberIds.map((memberId) => repMonthOf(memberId, period));
  const found = await StatementModel.find({ _id: { $in: ids } }, { memberId: 1 }).lean<{ memberId: string }[]>();
  const priced = found.map(({ memberId }) => memberId);
  const known = new Set(priced);
  const left = memberIds.filter((memberId) => !known.has(memberId));
  const spans = await unitSpansOfAll(left);
  const { from, to } = daysOf(period);
  const touches = (assignment: Assignment) =>
    assignment.from <= to &&
    (assignment.to === null || assignment.to >= from) &&
    assignment.versions.some(({ validFrom }) => validFrom <= to);
  const isOnPlan = (memberId: string) => assign(memberId, spans.get(memberId) ?? [], period, snapshot).some(touches);
  return { priced, unpriced: left.filter(isOnPlan) };
}
