import { type Fen, fenOfYuan } from "../../money";
import { daysOf, type Month } from "../../time";
import { leftToTargetFen } from "../../target";
import { compilePlan, type CompiledPlan } from "../plan/compile";
import { childrenOf, type FormulaNode } from "../formula";
import { type Exact, exactOfInt, times, wholeOf } from "../numbers/number";
import { PeriodSegments } from "../plan/segments";
import type { Assignment, MemberBook, PlanInput } from "../types";
import { type FactorStep, nextTeamStep } from "./factorStep";
import { type Counting, payOf, type Planned, plannedBook, type PlannedSale, resultFen } from "./whatIf";

/** One thing that would make a month pay more, and by how much. */
export type NextBest =
  /** One order of so much: the nearest at which one fen more changes something, or what reaching the own target takes. */
  | { kind: "tier" | "target"; amountFen: Fen; gainFen: Fen }
  /** A new customer's first order; of what it brings `rewardFen` would not come with an order of somebody else. */
  | { kind: "firstOrder"; amountFen: Fen; gainFen: Fen; rewardFen: Fen }
  /** So much more sold by the member's team, by whomever. */
  | { kind: "team"; missingFen: Fen; gainFen: Fen; step: FactorStep };

/** Where a member stands. */
export interface Standing {
  /** What targets and results are of, `sales.confirmed`. */
  measure: string;
  doneFen: Fen;
  /** null: no target. */
  targetFen: Fen | null;
  /** An order as it would be signed next; its amount is tried. */
  order: Omit<PlannedSale, "amountFen">;
  /** The units in which it would count; null: none. */
  counting: Counting | null;
  /** null: no target. */
  teamTargetFen: Fen | null;
}

/**
 * What would bring a member more, from where they stand: the nearest tier, the own target, a first order, a step of the team's factor, in this
 * order. But for the target, which is told whatever it brings, each of them pays more. Amounts are to the fen, and gains are what `evaluate`
 * gives. An order is never taken apart, put together or moved to another month.
 */
export function nextBest(assignments: readonly Assignment[], book: MemberBook, standing: Standing): NextBest[] {
  const trial = new Trial(assignments, book, standing);
  const remainingFen = leftToTargetFen(standing);
  const tier = nextJump(trial, standing);
  const isTarget = tier !== null && remainingFen > 0 && tier >= remainingFen && tier - remainingFen <= 1;
  const steps: (NextBest | null)[] = [
    tier === null ? null : { kind: isTarget ? "target" : "tier", amountFen: tier, gainFen: trial.ofOrder(tier) },
    remainingFen === 0 || isTarget ? null : { kind: "target", ...wayToTarget(trial, remainingFen) },
    firstOrder(trial),
    teamStep(trial, standing),
  ];
  return steps.filter((step) => step !== null);
}

/** A member's month, asked again and again what one thing more would pay. */
class Trial {
  private readonly nowFen: Fen;

  constructor(
    readonly assignments: readonly Assignment[],
    readonly book: MemberBook,
    private readonly next: Pick<Standing, "order" | "counting">,
  ) {
    this.nowFen = payOf(assignments, book);
  }

  ofOrder(amountFen: Fen, more: Pick<PlannedSale, "isFirstOrder"> = {}): Fen {
    return this.of({ sales: [{ ...this.next.order, amountFen, ...more }] });
  }

  of(planned: Planned): Fen {
    const counting = this.next.counting ?? undefined;
    return payOf(this.assignments, plannedBook(this.book, planned, counting)) - this.nowFen;
  }
}

/** A step that is worth less than this is rounding. */
const stepMinFen = 100;
const probesMax = 12;

/** The smallest order at which a fen more changes something; null where none of those that were tried does. */
function nextJump(trial: Trial, standing: Standing): Fen | null {
  const { doneFen } = standing;
  const remainingFen = leftToTargetFen(standing);
  const edges = edgesOf(trial, standing).filter((edgeFen) => edgeFen > doneFen);
  const ways = new Set([...edges.map((edgeFen) => edgeFen - doneFen), ...(remainingFen > 0 ? [remainingFen] : [])]);
  const tried = [...new Set([...ways].flatMap((amountFen) => [amountFen, amountFen + 1]))].sort((a, b) => a - b);
  const jump = tried
    .slice(0, probesMax)
    .find((amountFen) => trial.ofOrder(amountFen) - (amountFen > 1 ? trial.ofOrder(amountFen - 1) : 0) >= stepMinFen);
  return jump ?? null;
}

/** What reaching the target with one order brings. */
export interface WayToTarget {
  amountFen: Fen;
  gainFen: Fen;
}

/** Where a table changes only beyond the target, an order of one fen more, which is what brings that step. */
function wayToTarget(trial: Trial, remainingFen: Fen): WayToTarget {
  const [exactly, beyond] = [remainingFen, remainingFen + 1].map((amountFen) => ({
    amountFen,
    gainFen: trial.ofOrder(amountFen),
  })) as [WayToTarget, WayToTarget];
  return beyond.gainFen - exactly.gainFen >= stepMinFen ? beyond : exactly;
}

/** What reaching the target with one order would bring. @param next what is missing to the target, above 0, and the order that would bring it */
export const bestWayToTarget = (
  assignments: readonly Assignment[],
  book: MemberBook,
  { remainingFen, ...next }: Pick<Standing, "order" | "counting"> & { remainingFen: Fen },
): WayToTarget => wayToTarget(new Trial(assignments, book, next), remainingFen);

/** The smallest first order that is rewarded as one. */
function firstOrder(trial: Trial): NextBest | null {
  for (const amountFen of minimaOfFirstOrders(trial)) {
    const gainFen = trial.ofOrder(amountFen, { isFirstOrder: true });
    const rewardFen = gainFen - trial.ofOrder(amountFen);
    if (rewardFen >= stepMinFen) return { kind: "firstOrder", amountFen, gainFen, rewardFen };
  }
  return null;
}

function teamStep(trial: Trial, { measure, counting, teamTargetFen: targetFen }: Standing): NextBest | null {
  const { assignments, book } = trial;
  const doneFen = counting && resultFen(book, measure, counting.path[0]);
  if (counting === null || doneFen === null || targetFen === null) return null;
  const step = nextTeamStep(assignments, { period: book.period, measure, doneFen, targetFen });
  if (step === null) return null;
  const gainFen = trial.of({ results: [{ ...counting, doneFen: step.doneFen }] });
  return { kind: "team", missingFen: step.doneFen - doneFen, gainFen, step };
}

/** Of first orders: what conditions ask of their amount, and what qualifies a customer as new, from the smallest up. */
function minimaOfFirstOrders({ assignments, book: { period, given } }: Trial): Fen[] {
  const qualifying = given.find(({ kind, code }) => kind === "param" && code === "newCustomer.minimum")?.value;
  const found = new Set<Fen>([qualifying && "fen" in qualifying ? qualifying.fen : 1_000_000]);
  for (const plan of plansAtEnd(assignments, period))
    for (const { component, formulas } of plan.components) {
      if (component.grain !== "event" || component.on !== "newCustomer" || !formulas.when) continue;
      for (const { value, unit } of numbersIn(formulas.when)) {
        const edgeFen = unit === "ratio" ? null : fenOfYuan(value);
        if (edgeFen !== null && edgeFen > 0) found.add(edgeFen).add(edgeFen + 1);
      }
    }
  return [...found].sort((a, b) => a - b).slice(0, probesMax);
}

/** The results of the member at which formulas do something else, in fen; which of them matter is seen by trying. */
function edgesOf({ assignments, book: { period } }: Trial, { measure, targetFen }: Standing): Fen[] {
  const found = new Set<Fen>();
  const add = (edge: Exact, isOfTarget: boolean): void => {
    const whole = exactOfInt(isOfTarget ? (targetFen ?? 0) : 100);
    const edgeFen = wholeFenFrom(times(edge, whole));
    if (edgeFen !== null) found.add(edgeFen);
  };
  for (const plan of plansAtEnd(assignments, period)) {
    for (const table of plan.bandTables.values())
      // What counts something is no amount; other edges are of money, or parts of the target.
      for (const { upTo } of table.source.by === "count" ? [] : table.rows)
        if (upTo !== null) add(upTo, table.source.by !== "money");
    for (const node of plan.components.flatMap(({ formulas }) => [...Object.values(formulas)]))
      for (const { subject, value } of comparisonsIn(node, plan, measure)) add(value, subject === "attainment");
  }
  return [...found];
}

/** The first fen that is not below an exact number of them. */
const wholeFenFrom = (exactFen: Exact): Fen | null => {
  const fen = Number(wholeOf(exactFen, "up"));
  return Number.isSafeInteger(fen) ? fen : null;
};

const plansAtEnd = (assignments: readonly Assignment[], period: Month): CompiledPlan[] => {
  const { to } = daysOf(period);
  const last = new PeriodSegments(assignments, period).segments.filter((segment) => segment.to === to);
  return last.map(({ plan }) => compilePlan(plan));
};

/** What the member's own result, or its attainment, is compared with. */
function comparisonsIn(
  node: FormulaNode,
  plan: CompiledPlan,
  measure: string,
): { subject: "measure" | "attainment"; value: Exact }[] {
  const isOwn = (input: PlanInput | undefined): input is PlanInput & { kind: "measure" | "attainment" } =>
    (input?.kind === "measure" || input?.kind === "attainment") && input.code === measure && input.of === "member";
  const own = node.type === "comparison" ? [node.left, node.right] : [];
  const number = own.find((side) => side.type === "number");
  const name = own.find((side) => side.type === "name");
  const input = name?.type === "name" ? plan.inputs.get(name.name) : undefined;
  const here = number?.type === "number" && isOwn(input) ? [{ subject: input.kind, value: number.value }] : [];
  return [...here, ...childrenOf(node).flatMap((child) => comparisonsIn(child, plan, measure))];
}

const numbersIn = (node: FormulaNode): (FormulaNode & { type: "number" })[] =>
  node.type === "number" ? [node] : childrenOf(node).flatMap(numbersIn);
