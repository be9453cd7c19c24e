import { daysOf, type Period, periodOf, previousPeriod, weeksIn } from "../../time";
import type { Held } from "../evaluation/environment";
import type { PricedBook } from "../evaluation/price";
import { creditsOf } from "../facts/credits";
import { standingFacts } from "../facts/factIndex";
import { sumNamed } from "../facts/measures";
import { isUnitLevel } from "../plan/unitLevels";
import type { Assignment, Fact, GivenInput, MemberBook, PlanInput } from "../types";

/** A member's month: all that `evaluate` needs. */
export interface MonthBook {
  assignments: readonly Assignment[];
  book: MemberBook;
}

/** Why two months pay differently, in the order in which one thing after the other is exchanged. */
export const differenceCauses = [
  /** What own facts bring at the rates of before: contracts, visits, clients. */
  "volume",
  /** The rows of tables that they reach, and rates by origin, stream and class. */
  "rate",
  /** Completion, growth, scores, imported results and the own target. */
  "ownAttainment",
  "team",
  /** Branch and company, and whatever lies outside the own team. */
  "company",
  /** Another version or plan, another team, and values that rules name, such as a base of bonuses. */
  "planVersion",
  "shares",
  "refunds",
  /** All that rewards and allowances come to, whatever has moved them. */
  "rewards",
  "corrections",
  /** What has been released, where that is what is compared. */
  "collections",
] as const;
export type DifferenceCause = (typeof differenceCauses)[number];

/** Whether a thing of this cause is already as afterwards, when all up to another have been exchanged. */
export const isExchanged = (cause: DifferenceCause, upTo: DifferenceCause): boolean =>
  differenceCauses.indexOf(cause) <= differenceCauses.indexOf(upTo);

/** The month afterwards, of which everything behind `upTo` is still as before; given inputs of before come in the periods of afterwards. */
export function mixed(before: MonthBook, after: MonthBook, upTo: DifferenceCause): MonthBook {
  const { pools: _pools, ...book } = after.book;
  const isAfter = (cause: DifferenceCause): boolean => isExchanged(cause, upTo);
  const inPeriods = inPeriodsOf(before.book, after.book);
  const pools = isAfter("team") ? after.book.pools : before.book.pools?.map(inPeriods);
  const given = [
    ...before.book.given.filter((one) => !isAfter(causeOfGiven(one))).map(inPeriods),
    ...after.book.given.filter((one) => isAfter(causeOfGiven(one))),
  ];
  const facts = mixedFacts(before.book.facts, after.book.facts, isAfter);
  const [wasBefore, isBefore] = [before, after].map((month) => month.book.factsBefore);
  const factsBefore = isBefore && { factsBefore: mixedFacts(wasBefore ?? [], isBefore, isAfter) };
  return {
    assignments: (isAfter("planVersion") ? after : before).assignments,
    book: { ...book, facts, ...factsBefore, given, ...(pools && { pools }) },
  };
}

function causeOfGiven({ kind, of, code }: GivenInput): DifferenceCause {
  if (kind === "param") return "planVersion";
  if (of === "team") return "team";
  if (isUnitLevel(of) || of !== "member") return "company";
  return kind === "measure" && sumNamed(code) !== null ? "volume" : "ownAttainment";
}

function causeOfFact({ kind }: Fact): DifferenceCause {
  if (kind === "creditNote" || kind === "cashRefund") return "refunds";
  return kind === "manual" || kind === "ruling" ? "corrections" : "volume";
}

function mixedFacts(before: Fact[], after: Fact[], isAfter: (cause: DifferenceCause) => boolean): Fact[] {
  const [was, is] = [before, after].map((facts) => new Map(standingFacts(facts).map((fact) => [fact.id, fact])));
  const ids = new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])]);
  return [...ids].flatMap((id) => {
    const [old, now] = [was?.get(id), is?.get(id)];
    const one = old ?? now;
    if (one === undefined) return [];
    if (!isAfter(causeOfFact(one))) return old ?? [];
    if (now === undefined || old === undefined) return now ?? [];
    return withShares(withProperties(now, old, isAfter("rate")), old, isAfter("shares"));
  });
}

function withProperties(now: Fact, old: Fact, isAfter: boolean): Fact {
  if (isAfter || now.kind !== "sale" || old.kind !== "sale") return now;
  const { stream: _stream, origin: _origin, customerClass: _class, ...sale } = now;
  const { stream, origin, customerClass } = old;
  return { ...sale, ...(stream && { stream }), ...(origin && { origin }), ...(customerClass && { customerClass }) };
}

function withShares(now: Fact, old: Fact, isAfter: boolean): Fact {
  if (isAfter) return now;
  const [nowFen, oldFen] = [now, old].map((fact) => ("amountFen" in fact ? fact.amountFen : 0));
  return { ...now, credits: nowFen === oldFen ? old.credits : creditsOf(nowFen ?? 0, old.credits) };
}

/** What is given of one month as the same of another: this month's, the one before, this quarter's … */
function inPeriodsOf(from: MemberBook, to: MemberBook): <Given extends { period: Period }>(given: Given) => Given {
  const periods = new Map<Period, Period>();
  for (const length of ["month", "quarter", "year"] as const) {
    const [old, now] = [from, to].map(({ period }) => periodOf(daysOf(period).from, length)) as [Period, Period];
    periods.set(previousPeriod(old), previousPeriod(now)).set(old, now);
  }
  // The first week of one month as the first of another, and so on.
  const [oldWeeks, nowWeeks] = [weeksIn(from.period), weeksIn(to.period)];
  oldWeeks.forEach((week, at) => periods.set(week, nowWeeks[at] ?? week));
  return (given) => ({ ...given, period: periods.get(given.period) ?? given.period });
}

/** What of a mixed month's inputs comes from own facts and is still as in `before`. */
export function heldAt(upTo: DifferenceCause, before: PricedBook, { book }: MonthBook, after: MonthBook): Held {
  const { months, weeks } = before;
  const nowWeeks = weeksIn(after.book.period);
  const holds = !isExchanged("ownAttainment", upTo);
  return {
    holdsRows: !isExchanged("rate", upTo),
    isHeld: (input) => holds && isOwnAttainment(input),
    sourceOf: ({ plan, from, length, period }) => {
      const ofWeeks = nowWeeks.indexOf(period);
      const within = length === "week" ? weeks[ofWeeks] : months;
      const same = within?.segments.filter((one) => one.plan.code === plan.code) ?? [];
      const segment = same.find((one) => one.from === from) ?? same[same.length - 1];
      return segment ? { book, index: length === "week" ? before.weekIndex : before.index, segment } : null;
    },
  };
}

const isOwnAttainment = (input: PlanInput): boolean =>
  input.kind === "score" || ((input.kind === "attainment" || input.kind === "growth") && input.of === "member");
