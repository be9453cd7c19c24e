import { sumFen, yuanOf } from "../../money";
import { type BusinessDay, isWithin } from "../../time";
import { compilePlan, inOrderOfNeed } from "../plan/compile";
import { type Draft, withoutPay } from "./draft";
import type { Held } from "./environment";
import { eventDrafts, isOnce, payOnce } from "./eventLines";
import { byDayAndId, type FactIndex, pricedOn } from "../facts/factIndex";
import type { FormulaRecord } from "../formula";
import { nameIn, periodDraft } from "./periodLines";
import { poolDrafts } from "./poolLines";
import { PricingRun, type SegmentRun } from "./pricingRun";
import { ownsDay, type PeriodSegments, type PlanSegment, samePlace } from "../plan/segments";
import { applyStacking } from "./stacking";
import type { Assignment, MemberBook, Fact, StackingRule, StatementException } from "../types";

/** A book with its prices, before states: what statements and traces are both made from. */
export interface PricedBook {
  index: FactIndex;
  /** With the facts of the days before the month that its first week has. */
  weekIndex: FactIndex;
  months: PeriodSegments;
  /** Of the month's weeks, where some plan pays by these. */
  weeks: readonly PeriodSegments[];
  /** In the order of the statement: base plan before campaigns, segments, components, facts. */
  drafts: Draft[];
  exceptions: StatementException[];
}

/** What belongs to one segment: sums of lines look no further. */
interface Group {
  segment: PlanSegment;
  events: Draft[];
  periods: Draft[];
}

/**
 * @param records where given, receives for every line (or only the named one) how its formulas were evaluated
 * @param held where given, what of the inputs stays as in another month
 */
export function priceBook(
  assignments: readonly Assignment[],
  book: MemberBook,
  records?: { of: Map<string, FormulaRecord>; only?: string },
  held?: Held,
): PricedBook {
  const run = new PricingRun(assignments, book, records, held);
  const { months } = run;
  const exceptions = months.ambiguous.map(({ label, from, to }) =>
    exception("plan.ambiguous", { plan: label.planCode, from, to }),
  );
  const groups: Group[] = months.segments.map((segment) => ({ segment, events: [], periods: [] }));
  for (const fact of run.index.facts) priceEvent(fact, run, groups, exceptions);
  const events = groups.flatMap((group) => group.events);
  payOnce(inOrderOfFacts(events.filter(isOnce)), run, (draft, reason) => withoutPay(draft, reason, "stacking"));
  pricePeriods(groups, run, exceptions);
  const { index, weeks, weekIndex } = run;
  return { index, weekIndex, months, weeks, drafts: [...groups.flatMap(inPlanOrder), ...poolDrafts(run)], exceptions };
}

function priceEvent(fact: Fact, run: PricingRun, groups: Group[], exceptions: StatementException[]): void {
  const on = pricedOn(fact, run.index);
  const { segments } = run.months.onDay(on);
  if (isWithin(fact.countsOn, run.months.days) && isUnpaid(fact, on, run)) {
    exceptions.push(exception("plan.missing", { factId: fact.id, on }));
  }
  for (const segment of segments) {
    const drafts = eventDrafts(fact, segment, run);
    if (drafts.length > 0) groupFor(segment, on, groups).events.push(...drafts);
  }
}

/**
 * Whether a sale finds no plan on its day, or money none on the day of its sale that the plan of its own day would pay by: nobody guesses, and
 * nothing is left out in silence.
 */
function isUnpaid(fact: Fact, on: BusinessDay, { months }: PricingRun): boolean {
  const { segments, planned } = months.onDay(on);
  if (fact.kind === "sale") return !planned || isLeftBehind(on, segments, months.segments);
  if (planned || on === fact.on) return false;
  return months.onDay(fact.on).segments.some(({ plan }) => compilePlan(plan).events.has(fact.kind));
}

/** Of somebody who has no plan any more in the month in which it counts, so that nothing that is paid by the month sums it up. */
const isLeftBehind = (on: BusinessDay, onDay: readonly PlanSegment[], inMonth: readonly PlanSegment[]): boolean =>
  onDay.some(({ plan }) => plan.components.some(({ grain }) => grain === "period")) &&
  !inMonth.some((segment) => ownsDay(segment, on));

/** Over the whole month, however many segments that has. */
const inOrderOfFacts = (events: readonly Draft[]): Draft[] =>
  [...events].sort((one, other) => (one.fact === null || other.fact === null ? 0 : byDayAndId(one.fact, other.fact)));

/** The month's segment of the same plan and team that owns the day; one of its own for a plan that the month no longer has. */
function groupFor(segment: PlanSegment, on: BusinessDay, groups: Group[]): Group {
  const known = groups.find(
    ({ segment: other }) =>
      other === segment || (other.plan.code === segment.plan.code && samePlace(other, segment) && ownsDay(other, on)),
  );
  if (known !== undefined) return known;
  const group: Group = { segment, events: [], periods: [] };
  groups.push(group);
  return group;
}

/**
 * Prices what is paid by the month. What sums up other lines comes after stacking has decided what these pay, which it does for a
 * plan's whole month, however many segments that has.
 */
function pricePeriods(groups: Group[], run: PricingRun, exceptions: StatementException[]): void {
  const weeks = run.weeks.flatMap(({ segments }) =>
    segments.map((segment) => ({ segment, group: groupFor(segment, segment.to, groups) })),
  );
  for (const ofPlan of groupsByPlan(groups).values()) {
    const stacking = new Stacking(ofPlan);
    // What is paid by the week first: what is paid by the month may sum it up.
    const pricings = [
      ...weeks.filter(({ group }) => ofPlan.includes(group)).map((one) => new PeriodPricing(one, run, exceptions)),
      ...ofPlan.filter(isOfMonth).map((group) => new PeriodPricing({ group, segment: group.segment }, run, exceptions)),
    ];
    const needing = new Set(pricings.flatMap((one) => [...one.needing]));
    for (const one of pricings) one.price((code) => !needing.has(code));
    stacking.applyUnless(needing);
    for (const one of pricings) one.price((code) => needing.has(code));
    stacking.applyUnless(new Set());
  }
}

/** A plan that ended within the first week, before the month, has a group of that week alone. */
const isOfMonth = ({ segment }: Group): boolean => segment.length === "month";

function groupsByPlan(groups: readonly Group[]): Map<string, Group[]> {
  const byPlan = new Map<string, Group[]>();
  for (const group of groups) {
    const { code } = group.segment.plan;
    byPlan.set(code, [...(byPlan.get(code) ?? []), group]);
  }
  return byPlan;
}

/** The period components of one segment of the month, or of a week, in the order in which they need each other. */
class PeriodPricing {
  /** Those that sum up lines of others. */
  readonly needing: ReadonlySet<string>;
  private readonly ordered: ReturnType<typeof inOrderOfNeed>["ordered"];
  private readonly segmentRun: SegmentRun;

  constructor(
    private readonly at: { group: Group; segment: PlanSegment },
    private readonly run: PricingRun,
    private readonly exceptions: StatementException[],
  ) {
    const { group, segment } = at;
    this.segmentRun = run.segmentRun(segment);
    this.segmentRun.linesSum = (codes) => {
      const drafts = draftsOf(group, codes).filter((draft) => segment.length === "month" || draft.segment === segment);
      return yuanOf(sumFen(drafts.map((draft) => draft.amountFen)));
    };
    const { ordered, needing } = inOrderOfNeed(this.segmentRun.plan.components);
    this.ordered = ordered;
    this.needing = needing;
  }

  price(isDue: (code: string) => boolean): void {
    const { segment, group } = this.at;
    for (const compiled of this.ordered.filter(({ component }) => isDue(component.code))) {
      const { component, faults } = compiled;
      if (segment.length === "month")
        for (const { slot, error } of faults)
          this.exceptions.push(
            exception("formula.invalid", { component: component.name, slot, message: error.message }),
          );
      if (component.grain !== "period" || (component.period === "week") !== (segment.length === "week")) continue;
      // A group made for a fact of an earlier plan has no period of its own in this month.
      if (segment.length === "month" && !isWithin(segment.from, this.run.months.days)) continue;
      const id = `${nameIn(segment, component)}${segment.cut ? `@${segment.from}` : ""}`;
      const draft = periodDraft(compiled, component, this.segmentRun, this.run, id);
      if (draft !== null) group.periods.push(draft);
    }
  }
}

/** The stacking rules of a plan's groups, each applied once. A line is under the rules of its own version; those of one name are one rule. */
class Stacking {
  private readonly pending: Set<StackingRule>;

  constructor(private readonly groups: readonly Group[]) {
    const plans = new Set(groups.map(({ segment }) => segment.plan));
    for (const { events } of groups) for (const draft of events) plans.add(draft.segment.plan);
    const byName = new Map<string, StackingRule>();
    // Of two versions the newer says how.
    for (const plan of [...plans].sort((one, other) => one.version - other.version))
      for (const rule of plan.stacking) byName.set(rule.name, rule);
    // Where all are paid there is nothing to decide.
    this.pending = new Set([...byName.values()].filter(({ policy }) => policy !== "sum"));
  }

  /** Applies what is pending, but for rules over components that are still to be priced. */
  applyUnless(unpriced: ReadonlySet<string>): void {
    for (const rule of this.pending) {
      if (rule.components.some((code) => unpriced.has(code))) continue;
      const drafts = this.groups.flatMap(({ events, periods }) => [...events, ...periods]);
      applyStacking(
        rule,
        drafts.filter((draft) => isUnder(rule, draft)),
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
