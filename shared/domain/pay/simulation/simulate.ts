import { type Fen, sumFen } from "../../money";
import type { BusinessDay, Month } from "../../time";
import { evaluate } from "../evaluation/evaluate";
import { payIf, type UnitPath } from "../explanation/whatIf";
import { creditFen, type FactIndex, indexOf } from "../facts/factIndex";
import { type Exact, ratioOf } from "../numbers/number";
import { unitLevels } from "../plan/unitLevels";
import type { Assignment, MemberBook, Plan, Statement } from "../types";
import { bandsOf, type Fairness, fairnessOf } from "./fairness";
import { addSignals, type FairnessSignals, noSignals, signalsOf } from "./signals";
import { giniOf, type Quantiles, quantilesOf } from "./spread";

/** A month of somebody, real or made up, with the plans that pay it and those that would. */
export interface SimulatedMonth {
  /** Its state is taken as closed: what is told is what the month comes to. */
  book: MemberBook;
  before: readonly Assignment[];
  after: readonly Assignment[];
  /** Whom the member is compared with: a region, team or mode of sale. */
  group: string;
}

export interface MonthResult {
  memberId: string;
  period: Month;
  group: string;
  salesFen: Fen;
  beforeFen: Fen;
  afterFen: Fen;
  /** Amounts without value, plans that are missing, and the like: what is not in the sums. */
  exceptions: { before: number; after: number };
}

export interface MemberResult {
  memberId: string;
  salesFen: Fen;
  beforeFen: Fen;
  afterFen: Fen;
  differenceFen: Fen;
}

export interface GroupResult {
  group: string;
  salesFen: Fen;
  beforeFen: Fen;
  afterFen: Fen;
}

/** What a component comes to over all months. */
export interface ComponentResult {
  code: string;
  name: string;
  beforeFen: Fen;
  afterFen: Fen;
}

/** A month that stands right before a jump under the new plans: selling a hundredth more would have brought more than half of it. */
export interface NearCliff {
  memberId: string;
  period: Month;
  moreSoldFen: Fen;
  gainFen: Fen;
}

/** Pay of a month beside its sales, and how it is spread over the members. */
export interface Cost {
  totalFen: Fen;
  /** Of sales; null where nothing was sold. */
  ofSales: Exact | null;
  /** Of what a member gets over all months. */
  quantiles: Quantiles | null;
  gini: Exact | null;
}

export interface Simulation {
  memberCount: number;
  monthCount: number;
  salesFen: Fen;
  before: Cost;
  after: Cost;
  differenceFen: Fen;
  /** In the order of their ids. */
  members: MemberResult[];
  /** In the order of member and month. */
  months: MonthResult[];
  groups: GroupResult[];
  components: ComponentResult[];
  /** How many get more, less and the same. */
  winners: number;
  losers: number;
  same: number;
  nearCliffs: NearCliff[];
  fairness: Fairness;
  signals: FairnessSignals;
}

/** A month that is in the population twice. */
export class MonthTwice extends Error {
  constructor(
    readonly memberId: string,
    readonly period: Month,
  ) {
    super(`${period} of ${memberId} is in the population twice`);
    this.name = "MonthTwice";
  }
}

/**
 * What plans would have cost beside what they did cost, by the engine that pays. Pure: the same population gives the same result, in
 * whatever order it comes.
 * @throws MonthTwice, since its sales would count twice
 */
export function simulate(population: readonly SimulatedMonth[]): Simulation {
  const known = new Set<string>();
  for (const { book } of population) {
    const key = `${book.memberId}\n${book.period}`;
    if (known.has(key)) throw new MonthTwice(book.memberId, book.period);
    known.add(key);
  }
  const ordered = [...population].sort(
    (a, b) => order(a.book.memberId, b.book.memberId) || order(a.book.period, b.book.period),
  );
  const simulated = ordered.map(simulatedMonth);
  const months = simulated.map(({ result }) => result);
  const members = membersOf(months);
  const salesFen = sumFen(months.map((month) => month.salesFen));
  const differences = members.map(({ differenceFen }) => Math.sign(differenceFen));
  return {
    memberCount: members.length,
    monthCount: months.length,
    salesFen,
    before: costOf(
      members.map(({ beforeFen }) => beforeFen),
      salesFen,
    ),
    after: costOf(
      members.map(({ afterFen }) => afterFen),
      salesFen,
    ),
    differenceFen: sumFen(members.map(({ differenceFen }) => differenceFen)),
    members,
    months,
    groups: groupsOf(months),
    components: componentsOf(simulated),
    winners: differences.filter((sign) => sign > 0).length,
    losers: differences.filter((sign) => sign < 0).length,
    same: differences.filter((sign) => sign === 0).length,
    nearCliffs: simulated.flatMap(({ nearCliff }) => nearCliff ?? []),
    fairness: fairnessOf(bandsOf(months)),
    signals: simulated.map(({ signals }) => signals).reduce(addSignals, noSignals),
  };
}

/** The assignments with a draft in the place of the versions of its plan, as if it had been in force all along. */
export function withDraft(assignments: readonly Assignment[], draft: Plan): Assignment[] {
  const inForce = always(draft);
  return assignments.map((assignment) =>
    assignment.versions.some(({ code }) => code === draft.code) ? { ...assignment, versions: [inForce] } : assignment,
  );
}

const begun: BusinessDay = "0001-01-01";
const drafts = new WeakMap<Plan, Plan>();

/** A draft as if it had been in force all along: one object for each, so that it is made ready once for a whole population. */
export function always(draft: Plan): Plan {
  const known = drafts.get(draft);
  if (known) return known;
  const { validTo: _ends, ...rest } = draft;
  const made: Plan = { ...rest, validFrom: begun };
  drafts.set(draft, made);
  return made;
}

interface Simulated {
  result: MonthResult;
  before: Statement;
  after: Statement;
  nearCliff: NearCliff | null;
  signals: FairnessSignals;
}

function simulatedMonth({ book: given, before: plansBefore, after: plansAfter, group }: SimulatedMonth): Simulated {
  const book: MemberBook = { ...given, state: "closed" };
  const { memberId, period } = book;
  const [before, after] = [evaluate(plansBefore, book), evaluate(plansAfter, book)];
  const index = indexOf(book);
  const salesFen = salesOf(book, index);
  const result: MonthResult = {
    memberId,
    period,
    group,
    salesFen,
    beforeFen: before.totals.amountFen,
    afterFen: after.totals.amountFen,
    exceptions: { before: before.exceptions.length, after: after.exceptions.length },
  };
  const payOf = (other: MemberBook) => evaluate(plansAfter, other).totals.amountFen;
  const signals = signalsOf({ book, index, plans: plansAfter, statement: after, salesFen, payOf });
  return { result, before, after, nearCliff: nearCliffOf(plansAfter, book, salesFen), signals };
}

/** What the member has sold in the month, refunds taken off. */
function salesOf(book: MemberBook, index: FactIndex): Fen {
  const own = index.facts.filter(
    ({ kind, countsOn }) => (kind === "sale" || kind === "creditNote") && countsOn.startsWith(book.period),
  );
  return sumFen(own.map((fact) => creditFen(fact, "owner", "gross", index)));
}

function nearCliffOf(plans: readonly Assignment[], book: MemberBook, salesFen: Fen): NearCliff | null {
  const moreSoldFen = Math.trunc(salesFen / 100);
  if (moreSoldFen <= 0) return null;
  const { memberId, period } = book;
  const last = lastDayWithPlan(plans, period);
  if (last === null) return null;
  const sale = { saleId: "more", customerId: "more", amountFen: moreSoldFen, signedOn: last.on, countsOn: last.on };
  const [unitId, ...above] = last.units;
  const path: UnitPath | null = unitId === undefined ? null : [unitId, ...above];
  const counting = path ? { measure: "sales.confirmed", path } : undefined;
  const gainFen = payIf(plans, book, { sales: [{ ...sale, teamId: last.teamId }] }, counting);
  return gainFen * 2 > moreSoldFen ? { memberId, period, moreSoldFen, gainFen } : null;
}

interface LastDay {
  on: BusinessDay;
  teamId: string | null;
  /** The team and what is above it: their results rise with the sale. */
  units: string[];
}

/** Every month has a 28th; where the member's last plan has ended before, the day that it ended on. */
function lastDayWithPlan(plans: readonly Assignment[], period: Month): LastDay | null {
  const usual = `${period}-28`;
  const days = plans.flatMap((plan): LastDay[] => {
    const on = plan.to === null || plan.to > usual ? usual : plan.to;
    if (on < plan.from || !on.startsWith(period)) return [];
    const units = plan.units ? unitLevels.flatMap((level) => plan.units?.[level] ?? []) : [];
    const teamOnly = plan.teamId === null ? [] : [plan.teamId];
    return [{ on, teamId: plan.teamId, units: units.length > 0 ? units : teamOnly }];
  });
  return days.sort((a, b) => order(b.on, a.on))[0] ?? null;
}

function membersOf(months: readonly MonthResult[]): MemberResult[] {
  return [...grouped(months, ({ memberId }) => memberId)].map(([memberId, own]) => {
    const { salesFen, beforeFen, afterFen } = sums(own);
    return { memberId, salesFen, beforeFen, afterFen, differenceFen: afterFen - beforeFen };
  });
}

const groupsOf = (months: readonly MonthResult[]): GroupResult[] =>
  [...grouped(months, ({ group }) => group)]
    .map(([group, own]) => ({ group, ...sums(own) }))
    .sort((a, b) => order(a.group, b.group));

const sums = (months: readonly MonthResult[]): { salesFen: Fen; beforeFen: Fen; afterFen: Fen } => ({
  salesFen: sumFen(months.map(({ salesFen }) => salesFen)),
  beforeFen: sumFen(months.map(({ beforeFen }) => beforeFen)),
  afterFen: sumFen(months.map(({ afterFen }) => afterFen)),
});

function componentsOf(simulated: readonly Simulated[]): ComponentResult[] {
  const found = new Map<string, ComponentResult>();
  const count = ({ lines }: Statement, side: "beforeFen" | "afterFen"): void => {
    for (const { component, amountFen } of lines) {
      const { code, name } = component;
      const known = found.get(code) ?? { code, name, beforeFen: 0, afterFen: 0 };
      found.set(code, { ...known, [side]: sumFen([known[side], amountFen]) });
    }
  };
  for (const { before } of simulated) count(before, "beforeFen");
  // What both have is called as the new plan calls it.
  for (const { after } of simulated)
    for (const { component } of after.lines) {
      const known = found.get(component.code);
      if (known) known.name = component.name;
    }
  for (const { after } of simulated) count(after, "afterFen");
  return [...found.values()].sort((a, b) => order(a.code, b.code));
}

export const costOf = (amounts: readonly Fen[], salesFen: Fen): Cost => ({
  totalFen: sumFen(amounts),
  ofSales: ratioOf(sumFen(amounts), salesFen),
  quantiles: quantilesOf(amounts),
  gini: giniOf(amounts),
});

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known) known.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
