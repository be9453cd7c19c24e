import { type Fen, sumFen } from "../../money";
import { addDays, type BusinessDay, periodOf, type PeriodLength, weeksIn } from "../../time";
import { type CompiledComponent, type CompiledPlan, compilePlan } from "../plan/compile";
import { compiledByDays } from "../plan/compileByDays";
import { type Held, InputScope, PricingEnvironment } from "./environment";
import type { Draft } from "./draft";
import { type FactIndex, indexOf, type RefundView } from "../facts/factIndex";
import type { FormulaRecord } from "../formula";
import { type Exact, sumOf, zero } from "../numbers/number";
import { type Priced, tooLarge } from "./priceAmount";
import { PeriodSegments, type PlanSegment } from "../plan/segments";
import { paramChangesIn } from "./paramChanges";
import type { Assignment, MemberBook, Fact, Role } from "../types";

/** Whether a component's inputs have refunds taken off: under every other rule it deals with them line by line, or not at all. */
export const viewOf = ({ component }: CompiledComponent): RefundView =>
  (component.refund ?? "saleMonth") === "saleMonth" ? "net" : "gross";

export const roleOf = ({ component }: CompiledComponent): Role => component.credit ?? "owner";

/** One segment under way: its plan, and its inputs as each role and refund view see them. */
export class SegmentRun {
  readonly plan: CompiledPlan;
  /** Sum of the named components' lines so far. */
  linesSum: (components: readonly string[]) => Exact = () => zero;
  private readonly scopes = new Map<string, InputScope>();
  private readonly scopeByComponent = new Map<CompiledComponent, InputScope>();

  constructor(
    readonly segment: PlanSegment,
    private readonly run: PricingRun,
  ) {
    const plan = compilePlan(segment.plan);
    this.plan = segment.cut ? compiledByDays(plan) : plan;
  }

  environment(compiled: CompiledComponent, fact: Fact | null, lineId: string): PricingEnvironment {
    let scope = this.scopeByComponent.get(compiled);
    if (scope === undefined) {
      scope = this.scope(roleOf(compiled), viewOf(compiled));
      this.scopeByComponent.set(compiled, scope);
    }
    return new PricingEnvironment(scope, fact, this.run.recordFor(lineId));
  }

  private scope(role: Role, view: RefundView): InputScope {
    const key = `${role} ${view}`;
    const known = this.scopes.get(key);
    if (known !== undefined) return known;
    const { book, held } = this.run;
    const { segment, plan } = this;
    const index = segment.length === "week" ? this.run.weekIndex : this.run.index;
    const linesSum = (components: readonly string[]): Exact => this.linesSum(components);
    const scope = new InputScope(plan, { book, index, segment, role, view, inputs: plan.inputs, linesSum }, held);
    this.scopes.set(key, scope);
    return scope;
  }
}

/** What the parts of one pricing share. */
export class PricingRun {
  /** Rewards already given by `oncePer`, as `<component>\n<key>`. */
  readonly given: Set<string>;
  /** By what a line is called: the parts of a month that was cut, so far, with their exact amounts in yuan. */
  private readonly parts = new Map<string, { draft: Draft; exact: Exact }[]>();
  private readonly segmentRuns = new Map<PlanSegment, SegmentRun>();

  /** Of all lines so far, losses as well. */
  private countedFen = 0;

  readonly index: FactIndex;
  readonly months: PeriodSegments;
  /** By week, where some plan pays by it. */
  readonly weeks: readonly PeriodSegments[];
  private indexOfWeeks: FactIndex | null = null;

  constructor(
    assignments: readonly Assignment[],
    readonly book: MemberBook,
    /** Where given, receives for every line (or only the named one) how its formulas were evaluated. */
    private readonly records?: { of: Map<string, FormulaRecord>; only?: string },
    /** Where given, what of the inputs stays as in another month. */
    readonly held?: Held,
  ) {
    this.index = indexOf(book);
    const changes = paramChangesIn(book);
    this.months = new PeriodSegments(assignments, book.period, changes);
    const byWeek = assignments.some((one) => paysByWeek(one, this.months.days.from));
    const weeks = byWeek ? weeksIn(book.period) : [];
    this.weeks = weeks.map((week) => new PeriodSegments(assignments, week, changes));
    for (const { amountFen } of book.corrections ?? []) this.counts(amountFen);
    this.given = new Set((book.paidOnce ?? []).map(({ component, key }) => `${component}\n${key}`));
  }

  /** With the facts of the days before the month that its first week has. */
  get weekIndex(): FactIndex {
    const { book } = this;
    this.indexOfWeeks ??= book.factsBefore
      ? indexOf({ ...book, facts: [...book.factsBefore, ...book.facts] })
      : this.index;
    return this.indexOfWeeks;
  }

  segmentRun(segment: PlanSegment): SegmentRun {
    const known = this.segmentRuns.get(segment);
    if (known !== undefined) return known;
    const made = new SegmentRun(segment, this);
    this.segmentRuns.set(segment, made);
    return made;
  }

  /** What the earlier parts of a month come to before rounding; a part that lost to another component is none. */
  sumBefore(name: string): Exact {
    const parts = this.parts.get(name) ?? [];
    return sumOf(parts.flatMap(({ draft, exact }) => (draft.reason.code === "stacking.lost" ? [] : [exact])));
  }

  /** What a component has given in earlier months of the period that the book's month is in. */
  settledFen(name: string, length: PeriodLength): Fen {
    const period = periodOf(this.months.days.from, length);
    const { settled = [] } = this.book;
    return sumFen(settled.filter((one) => one.component === name && one.period === period).map(({ fen }) => fen));
  }

  addPart(name: string, draft: Draft, exact: Exact): void {
    this.parts.set(name, [...(this.parts.get(name) ?? []), { draft, exact }]);
  }

  /** Whatever the month's lines are summed up to can be told to the fen: a line that goes beyond that pays nothing, and the others what they pay. */
  countable(priced: Priced): Priced {
    return this.counts(priced.fen) ? priced : tooLarge();
  }

  counts(amountFen: Fen): boolean {
    const countedFen = this.countedFen + Math.abs(amountFen);
    const isExact = Number.isSafeInteger(countedFen);
    if (isExact) this.countedFen = countedFen;
    return isExact;
  }

  recordFor(lineId: string): FormulaRecord | undefined {
    const { records } = this;
    if (records === undefined || (records.only !== undefined && records.only !== lineId)) return undefined;
    const record: FormulaRecord = { values: new Map(), rows: new Map() };
    records.of.set(lineId, record);
    return record;
  }
}

/** By versions that had not ended before the month's first week began; what is over is of no week that the month settles. */
function paysByWeek({ versions }: Assignment, firstDay: BusinessDay): boolean {
  const firstMonday = addDays(firstDay, -6);
  return versions.some(
    ({ validTo, components }) =>
      (validTo === undefined || validTo >= firstMonday) &&
      components.some((one) => one.grain === "period" && one.period === "week"),
  );
}
