import {
  type Assignment,
  canonicalJson,
  evaluate,
  type GivenInput,
  type GivenValue,
  type Plan,
  type Statement,
} from "@shared/domain/pay";
import { addDays, type BusinessDay, daysOf, type Month } from "@shared/domain/time";
import { inTransaction } from "../../db";
import { assignmentsNamed, readPlanWorld } from "../../features/plans";
import { type MonthState, readMonth } from "../../features/statements/readMonth";
import { readStoredMonth, type StoredMonth } from "../../features/statements/storedMonth";
import { type Behind, firstDifference, moneyOf, nothing, type Place } from "./difference";
import type { Progress } from "./progress";
import { underWayFor } from "./underWay";

/** A month as it stands, beside what it would be priced from now, by the reads that pricing itself begins with. */
export interface ReadTwice {
  stored: StoredMonth;
  now: MonthState;
}

/** A month that was written each time that it was looked at is being priced. */
const looksMax = 5;

/**
 * The first of some months that stands otherwise than it would be priced now. It is no difference where something is queued that
 * prices the month again, nor where the month was written since it was read: whatever changes an input leaves an event with the
 * change, and whoever works off the last one that follows from it writes the month, also where it stays the same.
 */
export async function behindOf(months: readonly StoredMonth[], progress: Progress): Promise<Behind | null> {
  let first: Behind | null = null;
  let open = months;
  for (let looks = 0; open.length > 0 && looks < looksMax; looks += 1) {
    const { written, differing } = await compare(open);
    const queued = await underWayFor(differing.map(({ read }) => read));
    // After the queue was read: what was worked off by then has written its month.
    const again = await storedAgain([...written, ...differing.map(({ read }) => read.stored)]);
    open = written.flatMap(({ repMonth }) => again.get(repMonth) ?? []);
    for (const { read, place } of differing) {
      const { repMonth, memberId, period, bookRevision } = read.stored;
      const { isOpen = false, isGivenUp = false } = queued.get(read) ?? {};
      const month = again.get(repMonth);
      if (isOpen) progress.count("beingPriced", 1);
      else if (month && month.bookRevision !== bookRevision) open = [...open, month];
      else {
        first ??= { memberId, period, ...place, isGivenUp };
        progress.count("behind", 1);
      }
    }
  }
  progress.count("beingPriced", open.length);
  return first;
}

async function compare(months: readonly StoredMonth[]) {
  const { plans } = await readPlanWorld();
  const read = await Promise.all(
    months.map(async (stored) => ({ stored, now: await readMonth(stored.memberId, stored.period) })),
  );
  const together = read.filter(({ stored, now }) => now.bookRevision === stored.bookRevision);
  return {
    /** Since they were stored like this: the two readings do not belong together. */
    written: read.filter((one) => !together.includes(one)).map(({ stored }) => stored),
    differing: together.flatMap((one) => {
      const place = placeBehind(one, plans);
      return place ? [{ read: one, place }] : [];
    }),
  };
}

async function storedAgain(months: readonly StoredMonth[]): Promise<Map<string, StoredMonth>> {
  const read = await Promise.all(
    months.map(({ repMonth }) => inTransaction((session) => readStoredMonth(repMonth, session))),
  );
  return new Map(read.flatMap((month) => (month ? [[month.repMonth, month] as const] : [])));
}

/**
 * Where a month stands otherwise than it would be priced now, named by the first input that is another one; null where it does not.
 * An input that changes no fen counts as well, since it is shown. One that is new does where the statement follows it: plans ask
 * also for what only a version to come uses.
 */
function placeBehind({ stored, now }: ReadTwice, plans: readonly Plan[]): Place | null {
  const { period, plansUsed } = stored;
  const known = plansUsed && assignmentsNamed(plansUsed, plans);
  const was = inputsOf(stored.given, known, period);
  // Last written before statements named their plans.
  const is = inputsOf(now.book.given, known && now.assignments, period);
  const statement = evaluatedNow(now);
  if (typeof statement === "string") return { at: "statement", expected: statement, found: "what it was" };
  const isSame = canonicalJson(statement) === canonicalJson(stored.statement);
  for (const at of [...new Set([...is.keys(), ...was.keys()])]) {
    const [expected, found] = [is.get(at), was.get(at)];
    const isNew = found === undefined && at !== ownTarget;
    if (expected === found || (isSame && (isNew || expected === undefined))) continue;
    return { at, expected: expected ?? nothing, found: found ?? nothing };
  }
  const difference = isSame ? null : firstDifference(statement, stored.statement);
  return difference && { ...difference, at: `statement › ${difference.at}` };
}

/** What pricing would write; where it fails, why. */
function evaluatedNow({ assignments, book }: MonthState): Statement | string {
  try {
    return evaluate(assignments, book);
  } catch (error) {
    return `nothing, since it fails (${String(error)})`;
  }
}

const ownTarget = "target of the member";

/** Each input by a name that tells which it is: what a month is computed from beside its facts. */
function inputsOf(
  given: readonly GivenInput[],
  assignments: readonly Assignment[] | null,
  period: Month,
): Map<string, string> {
  const inputs = new Map<string, string>();
  if (assignments) inputs.set("plans", plansOf(assignments, period));
  for (const { kind, code, of, unitId, value } of given) {
    const name = unitId === undefined ? `${kind} of the ${of}` : `${kind} ${code} of ${of} ${unitId}`;
    inputs.set(name, textOf(value));
  }
  return inputs;
}

function textOf(value: GivenValue): string {
  if (value === null) return "no value";
  return "fen" in value ? moneyOf(value.fen) : value.decimal;
}

/** The plans of the days of a month, in the versions that have begun by its end, and the team meanwhile. */
function plansOf(assignments: readonly Assignment[], period: Month): string {
  const { from: first, to: last } = daysOf(period);
  const runs: { from: BusinessDay; to: BusinessDay; plan: string }[] = [];
  for (const { from, to, teamId, versions } of [...assignments].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const days = { from: from < first ? first : from, to: to === null || to > last ? last : to };
    if (days.from > days.to) continue;
    const begun = versions.filter(({ validFrom }) => validFrom <= last).map(({ version }) => version);
    const plan = `${versions[0]?.code ?? "none"}@${Math.max(0, ...begun)} in ${teamId ?? "no team"}`;
    // Days are cut wherever any plan begins, also one that is not this member's.
    const before = runs.find((run) => run.plan === plan && addDays(run.to, 1) === days.from);
    if (before) before.to = days.to;
    else runs.push({ ...days, plan });
  }
  return runs.length === 0 ? "none" : runs.map(({ from, to, plan }) => `${plan} from ${from} to ${to}`).join(", ");
}
