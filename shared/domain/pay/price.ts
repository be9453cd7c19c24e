import { sumFen, yuanOf } from "../money";
import { isWithin } from "../time";
import { inOrderOfNeed } from "./compile";
import { type Draft, withoutPay } from "./draft";
import { eventDrafts, payOnce } from "./eventLines";
import { type FactIndex, indexOf } from "./factIndex";
import type { FormulaRecord } from "./formula";
import { periodDraft } from "./periodLines";
import { PricingRun } from "./pricingRun";
import { MonthSegments, ownsDay, type PlanSegment, prefixOf, samePlace } from "./segments";
import { applyStacking } from "./stacking";
import type { Assignment, Book, Fact, StackingRule, StatementException } from "./types";

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

/** @param records where given, receives for every line (or only the named one) how its formulas were evaluated */
export function priceBook(
  assignments: readonly Assignment[],
  book: Book,
  records?: { of: Map<string, FormulaRecord>; only?: string },
): PricedBook {
  const months = new MonthSegments(assignments, book.period);
  const run = new PricingRun(book, indexOf(book), months, records);
  const exceptions = months.ambiguous.map(({ label, from, to }) =>
    exception("plan.ambiguous", { plan: label.planCode, from, to }),
  );
  const groups: Group[] = months.segments.map((segment) => ({ segment, events: [], periods: [] }));
  for (const fact of run.index.facts) priceEvent(fact, run, groups, exceptions);
  const events = groups.flatMap((group) => group.events);
  payOnce(events, run, (draft, reason) => withoutPay(draft, reason, "stacking"));
  for (const group of groups) pricePeriods(group, run, exceptions);
  return { index: run.index, drafts: groups.flatMap(inPlanOrder), exceptions };
}

function priceEvent(fact: Fact, run: PricingRun, groups: Group[], exceptions: StatementException[]): void {
  const { segments, planned } = run.months.onDay(fact.on);
  if (!planned && fact.kind === "sale" && isWithin(fact.countsOn, run.months.days)) {
    exceptions.push(exception("plan.missing", { factId: fact.id, on: fact.on }));
  }
  for (const segment of segments) {
    const drafts = eventDrafts(fact, segment, run);
    if (drafts.length > 0) groupFor(segment, fact, groups).events.push(...drafts);
  }
}

/** The month's segment of the same plan and team that owns the fact; one of its own for a plan that the month no longer has. */
function groupFor(segment: PlanSegment, fact: Fact, groups: Group[]): Group {
  const known = groups.find(
    ({ segment: other }) =>
      other === segment ||
      (other.plan.code === segment.plan.code && samePlace(other, segment) && ownsDay(other, fact.on)),
  );
  if (known !== undefined) return known;
  const group: Group = { segment, events: [], periods: [] };
  groups.push(group);
  return group;
}

function pricePeriods(group: Group, run: PricingRun, exceptions: StatementException[]): void {
  const { segment } = group;
  const segmentRun = run.segmentRun(segment);
  const stacking = new Stacking(group);
  segmentRun.linesSum = (codes) => yuanOf(sumFen(draftsOf(group, codes).map((draft) => draft.amountFen)));
  const { ordered, needing } = inOrderOfNeed(segmentRun.plan.components);
  for (const compiled of ordered) {
    const { component, faults } = compiled;
    for (const { slot, error } of faults) {
      exceptions.push(exception("formula.invalid", { component: component.name, slot, message: error.message }));
    }
    // A group made for a fact of an earlier plan has no period of its own in this month.
    if (component.grain !== "period" || !isWithin(segment.from, run.months.days)) continue;
    // What a component sums up is final by then: those that sum up others come last.
    if (needing.has(component.code)) stacking.applyUnless(needing);
    const id = `${prefixOf(segment)}${component.code}${segment.cut ? `@${segment.from}` : ""}`;
    const draft = periodDraft(compiled, component, segmentRun, run, id);
    if (draft !== null) group.periods.push(draft);
  }
  stacking.applyUnless(new Set());
}

/** The stacking rules of a group, each applied once. A line is under the rules of its own version; those of one name are one rule. */
class Stacking {
  private readonly pending: Set<StackingRule>;

  constructor(private readonly group: Group) {
    const plans = new Set([group.segment.plan, ...group.events.map((draft) => draft.segment.plan)]);
    const byName = new Map<string, StackingRule>();
    // Of two versions the newer says how.
    for (const plan of [...plans].sort((one, other) => one.version - other.version))
      for (const rule of plan.stacking) byName.set(rule.name, rule);
    this.pending = new Set(byName.values());
  }

  /** Applies what is pending, but for rules over components that are still to be priced. */
  applyUnless(unpriced: ReadonlySet<string>): void {
    for (const rule of this.pending) {
      if (rule.components.some((code) => unpriced.has(code))) continue;
      const { events, periods } = this.group;
      applyStacking(
        rule,
        [...events, ...periods].filter((draft) => isUnder(rule, draft)),
      );
      this.pending.delete(rule);
    }
  }
}

const isUnder = ({ name }: StackingRule, { segment }: Draft): boolean =>
  segment.plan.stacking.some((rule) => rule.name === name);

const draftsOf = ({ events, periods }: Group, codes: readonly string[]): Draft[] =>
  [...events, ...periods].filter((draft) => codes.includes(draft.compiled.component.code));

/** By component, each component's lines in the order of their facts. */
function inPlanOrder({ segment, events, periods }: Group): Draft[] {
  const byOrder: Draft[][] = segment.plan.components.map(() => []);
  for (const draft of events) (byOrder[draft.compiled.order] ??= []).push(draft);
  for (const draft of periods) (byOrder[draft.compiled.order] ??= []).push(draft);
  return byOrder.flat();
}

const exception = (code: StatementException["code"], params: StatementException["params"]): StatementException => ({
  lineId: null,
  code,
  params,
});
