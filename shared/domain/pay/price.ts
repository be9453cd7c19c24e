import { sumFen, yuanOf } from "../money";
import { daysOf, isWithin } from "../time";
import { type CompiledPlan, compilePlan, inOrderOfNeed } from "./compile";
import { type Draft, withoutPay } from "./draft";
import type { InputCache } from "./environment";
import { eventDrafts, payOnce, type PricingRun } from "./eventLines";
import { type FactIndex, indexOf } from "./factIndex";
import type { FormulaRecord, Quantity } from "./formula";
import { periodDraft } from "./periodLines";
import { eventSegments, overlappingBases, ownsFact, type PlanSegment, segmentsOf } from "./segments";
import { applyStacking } from "./stacking";
import type { Assignment, Book, Fact, StatementException } from "./types";

/** A book with its prices, before states: what statements and traces are both made from. */
export interface PricedBook {
  index: FactIndex;
  /** In the order of the statement: base plan before campaigns, segments, components, facts. */
  drafts: Draft[];
  exceptions: StatementException[];
}

/** What belongs to one segment: stacking and sums of lines look no further. */
interface Group {
  segment: PlanSegment;
  events: Draft[];
  periods: Draft[];
}

/**
 * @param records where given, receives for every line (or only the named one) how its formulas were evaluated
 */
export function priceBook(
  assignments: readonly Assignment[],
  book: Book,
  records?: { of: Map<string, FormulaRecord>; only?: string },
): PricedBook {
  const index = indexOf(book);
  const all = segmentsOf(assignments, book.period);
  const ambiguous = overlappingBases(all);
  const segments = all.filter((segment) => !ambiguous.includes(segment));
  const exceptions: StatementException[] = ambiguous.map((one) =>
    exception("plan.ambiguous", { plan: one.planCode, from: one.from, to: one.to }),
  );
  const run = runOf(book, index, records);
  const groups: Group[] = segments.map((segment) => ({ segment, events: [], periods: [] }));
  for (const fact of index.facts) priceEvent(fact, assignments, run, groups, exceptions);
  payOnce(
    groups.flatMap((group) => group.events),
    run,
    (draft, reason) => withoutPay(draft, reason, "stacking"),
  );
  for (const group of groups) pricePeriods(group, run, exceptions);
  return { index, drafts: groups.flatMap(inPlanOrder), exceptions };
}

function runOf(book: Book, index: FactIndex, records?: { of: Map<string, FormulaRecord>; only?: string }): PricingRun {
  const caches = new Map<string, InputCache>();
  return {
    book,
    index,
    given: new Set((book.paidOnce ?? []).map(({ component, key }) => `${component}\n${key}`)),
    recordFor(lineId) {
      if (records === undefined || (records.only !== undefined && records.only !== lineId)) return undefined;
      const record: FormulaRecord = { values: new Map(), rows: new Map() };
      records.of.set(lineId, record);
      return record;
    },
    cacheFor(segment: PlanSegment, { plan }: CompiledPlan) {
      const key = `${plan.code}@${plan.version}\n${segment.from}\n${segment.to}\n${segment.teamId ?? ""}`;
      const cache: InputCache = caches.get(key) ?? new Map<string, Quantity>();
      caches.set(key, cache);
      return cache;
    },
  };
}

function priceEvent(
  fact: Fact,
  assignments: readonly Assignment[],
  run: PricingRun,
  groups: Group[],
  exceptions: StatementException[],
): void {
  const found = eventSegments(assignments, run.book.period, fact);
  const counted = fact.kind === "sale" && isWithin(fact.countsOn, daysOf(run.book.period));
  if (found.length === 0 && counted) exceptions.push(exception("plan.missing", { factId: fact.id, on: fact.on }));
  const ambiguous = found.filter((segment) => segment.plan.layer === "base").length > 1;
  for (const segment of found) {
    if (ambiguous && segment.plan.layer === "base") continue;
    const drafts = eventDrafts(fact, segment, run, prefixOf(segment));
    if (drafts.length > 0) groupFor(segment, fact, run, groups).events.push(...drafts);
  }
}

/** The month's segment of the same plan and team that owns the fact; one of its own for a plan that the month no longer has. */
function groupFor(segment: PlanSegment, fact: Fact, run: PricingRun, groups: Group[]): Group {
  const same = ({ segment: other }: Group): boolean =>
    other.planCode === segment.planCode && other.teamId === segment.teamId;
  const known =
    groups.find((group) => same(group) && ownsFact(group.segment, run.book.period, fact)) ??
    groups.find((group) => same(group) && group.segment.from === segment.from && group.segment.to === segment.to);
  if (known !== undefined) return known;
  const group: Group = { segment, events: [], periods: [] };
  groups.push(group);
  return group;
}

function pricePeriods(group: Group, run: PricingRun, exceptions: StatementException[]): void {
  const { segment } = group;
  const plan = compilePlan(segment.plan);
  const pending = new Set(segment.plan.stacking);
  const done = new Set<string>();
  const drafts = (): Draft[] => [...group.events, ...group.periods];
  const linesSum = (codes: readonly string[]) =>
    yuanOf(
      sumFen(
        drafts()
          .filter((draft) => codes.includes(draft.compiled.component.code))
          .map((draft) => draft.amountFen),
      ),
    );
  const stack = (ready: (code: string) => boolean): void => {
    for (const rule of pending) {
      if (!rule.components.every(ready)) continue;
      applyStacking(rule, drafts());
      pending.delete(rule);
    }
  };
  const isEvent = (code: string): boolean =>
    plan.components.some((one) => one.component.code === code && one.component.grain === "event");
  for (const compiled of inOrderOfNeed(plan.components)) {
    const { component, faults } = compiled;
    for (const { slot, error } of faults) {
      exceptions.push(exception("formula.invalid", { component: component.name, slot, message: error.message }));
    }
    if (component.grain === "period") {
      // What a component sums up is final by then.
      if (compiled.needs.length > 0) stack((code) => done.has(code) || isEvent(code));
      const id = `${prefixOf(segment)}${component.code}${segment.cut ? `@${segment.from}` : ""}`;
      const draft = isOneDayLeft(segment, run) ? null : periodDraft(compiled, component, segment, run, linesSum, id);
      if (draft !== null) group.periods.push(draft);
    }
    done.add(component.code);
  }
  stack(() => true);
}

/** A group made for a fact of an earlier plan has no period of its own in this month. */
const isOneDayLeft = (segment: PlanSegment, run: PricingRun): boolean =>
  !isWithin(segment.from, daysOf(run.book.period));

/** Components of campaigns may be named like those of the base plan. */
const prefixOf = ({ plan }: PlanSegment): string => (plan.layer === "campaign" ? `${plan.code}.` : "");

function inPlanOrder({ events, periods }: Group): Draft[] {
  return [...events, ...periods]
    .map((draft, at) => ({ draft, at }))
    .sort((a, b) => a.draft.compiled.order - b.draft.compiled.order || a.at - b.at)
    .map(({ draft }) => draft);
}

const exception = (
  code: StatementException["code"],
  params: StatementException["params"],
  lineId: string | null = null,
): StatementException => ({
  lineId,
  code,
  params,
});
