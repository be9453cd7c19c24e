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
import { assignmentsNamed } from "../../features/plans";
import type { MonthState } from "../../features/statements/readMonthState";
import type { StoredMonth } from "../../features/statements/storedMonth";
import { salesMeasure } from "../../features/targets";
import { firstDifference, moneyOf, nothing, type Place } from "./difference";

/** A month as it stands, beside what it would be priced from now, by the reads that pricing itself begins with. */
export interface ReadTwice {
  stored: StoredMonth;
  now: MonthState;
}

/**
 * Where a month stands otherwise than it would be priced now, named by the first input that is another one; null where it does not.
 * An input that changes no fen counts as well, since it is shown. One that is new does where the statement follows it: plans ask
 * also for what only a version to come uses.
 */
export function placeBehind({ stored, now }: ReadTwice, plans: readonly Plan[]): Place | null {
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

export const plansAt = "plans";
const ownTarget = "target of the member";

/** Each input by a name that tells which it is: what a month is computed from beside its facts. */
function inputsOf(
  given: readonly GivenInput[],
  assignments: readonly Assignment[] | null,
  period: Month,
): Map<string, string> {
  const inputs = new Map<string, string>();
  if (assignments) inputs.set(plansAt, plansOf(assignments, period));
  for (const input of given)
    inputs.set(nameOf(input, period), input.ratio ? canonicalJson(input.ratio) : textOf(input.value));
  return inputs;
}

function nameOf({ value: _value, ratio: _ratio, ...input }: GivenInput, month: Month): string {
  const { kind, code, of, unitId, period, ...more } = input;
  const whose = code === salesMeasure && unitId === undefined ? `${kind} of the ${of}` : `${kind} ${code} of ${of}`;
  const is = unitId === undefined ? whose : `${whose} ${unitId}`;
  const rest = Object.keys(more).length === 0 ? "" : ` ${canonicalJson(more)}`;
  return `${is}${period === month ? "" : ` in ${period}`}${rest}`;
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
