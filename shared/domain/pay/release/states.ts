import { type Fen, roundToFen, splitByWeights, sumFen, yuanOf } from "../../money";
import { type BusinessDay, daysOf, type Month } from "../../time";
import { payDayOf, workingDaysAfter } from "../../workingDays";
import type { Draft } from "../evaluation/draft";
import { amountOf, type FactIndex } from "../facts/factIndex";
import { equals, type Exact, greatest, least, one, ratioOf, times, zero } from "../numbers/number";
import type {
  MemberBook,
  Component,
  Fact,
  FactKind,
  MoneyMovementFact,
  PlanInput,
  StackingRule,
  States,
  Tranche,
} from "../types";

export interface LineStates {
  states: States;
  dueOn: BusinessDay | null;
  openFactors: string[];
}

/** Inputs that the rest of the period can change. */
const isPeriodFactor = (input: PlanInput): boolean => input.kind !== "param" && input.kind !== "target";

/**
 * In which state each fen of a line is. Estimated: something in the open month can still change it. Earned: nothing can, but a refund or
 * correction. Payable: released by a tranche's trigger. Paid: by payment facts.
 */
export function statesOf(draft: Draft, book: MemberBook, index: FactIndex, paidFen: Fen): LineStates {
  const openFactors = book.state === "open" ? factorsOf(draft) : [];
  if (openFactors.length > 0) {
    const states = { estimatedFen: draft.amountFen - paidFen, earnedFen: 0, payableFen: 0, paidFen };
    return { states, dueOn: null, openFactors };
  }
  const { releasedFen, dueOn } = released(draft, book, index);
  const payableFen = releasedFen - paidFen;
  const states: States = { estimatedFen: 0, earnedFen: draft.amountFen - releasedFen, payableFen, paidFen };
  if (payableFen < 0) states.receivableFen = 0 - payableFen;
  return { states, dueOn: payableFen > 0 ? dueOn : null, openFactors };
}

function factorsOf({ compiled, segment }: Draft): string[] {
  const { component, inputs } = compiled;
  const names = inputs.filter(isPeriodFactor).map((input) => input.name);
  const contested = segment.plan.stacking.filter((rule) => isContested(rule, component));
  names.push(...contested.map((rule) => rule.name));
  // A period line without any input still waits for the end of its period.
  return component.grain === "period" && names.length === 0 ? [component.name] : names;
}

const isContested = (rule: StackingRule, component: Component): boolean =>
  rule.policy !== "sum" && rule.components.includes(component.code);

const movementOf: Partial<Record<Tranche["when"], FactKind[]>> = {
  invoiced: ["invoice"],
  accepted: ["acceptance"],
  collected: ["collection", "cashRefund"],
  paidInFull: ["collection", "cashRefund"],
};

/** What the tranches have released to date, and the earliest day on which some of it is due. */
function released(draft: Draft, book: MemberBook, index: FactIndex): { releasedFen: Fen; dueOn: BusinessDay | null } {
  const { component, trancheShares } = draft.compiled;
  let releasedFen: Fen = 0;
  let dueOn: BusinessDay | null = null;
  if (draft.amountFen === 0) return { releasedFen, dueOn };
  const parts = trancheParts(draft.amountFen, trancheShares);
  (component.pay ?? []).forEach((tranche, at) => {
    // 次月N日 is released at the close, all else at its trigger.
    const waits = tranche.due.startsWith("次月") || tranche.when === "date";
    if (waits && book.state === "open") return;
    const kinds = movementOf[tranche.when];
    const moved = kinds === undefined ? null : movedPart(draft, parts, at, kinds, tranche.when === "paidInFull", index);
    const fen = moved === null ? (parts[at] ?? 0) : moved.fen;
    if (fen === 0) return;
    releasedFen += fen;
    const earned = { on: earnedOn(draft, tranche) ?? daysOf(book.period).to, month: book.period };
    const due = dueDay(tranche, moved?.trigger ?? earned, book);
    if (dueOn === null || due < dueOn) dueOn = due;
  });
  return { releasedFen, dueOn };
}

const trancheParts = (amountFen: Fen, shares: readonly Exact[]): Fen[] =>
  shares.length === 1 ? [amountFen] : splitByWeights(amountFen, shares);

/** What releases a part: on which day, and in which month that is booked. */
interface Trigger {
  on: BusinessDay;
  month: Month;
}

/**
 * round(tranche × min(1, net money ÷ net contract)) of each allocation; of all or nothing where it must be paid in full. The trigger is that of
 * the part which is released first: each part's is the last money that came for it.
 */
function movedPart(
  draft: Draft,
  wholeParts: readonly Fen[],
  at: number,
  kinds: readonly FactKind[],
  inFull: boolean,
  index: FactIndex,
): { fen: Fen; trigger: Trigger | null } {
  let fen: Fen = 0;
  let trigger: Trigger | null = null;
  for (const part of draft.allocation) {
    const fact = index.byId.get(part.factId);
    if (fact === undefined || !("saleId" in fact)) continue;
    const movements = (index.movementsBySale.get(fact.saleId) ?? []).filter((one) => kinds.includes(one.kind));
    if (movements.length === 0) continue;
    const ratio = movedRatio(fact, movements, index);
    // An event's line has one allocation: its tranches are those of the line.
    const parts = part.fen === draft.amountFen ? wholeParts : trancheParts(part.fen, draft.compiled.trancheShares);
    const tranche = parts[at] ?? 0;
    const ofPart = equals(ratio, one) ? tranche : inFull ? 0 : roundToFen(times(yuanOf(tranche), ratio));
    if (ofPart === 0) continue;
    fen += ofPart;
    const own = lastIn(movements);
    if (own !== null && (trigger === null || own.on < trigger.on)) trigger = own;
  }
  return { fen, trigger };
}

function lastIn(movements: readonly MoneyMovementFact[]): Trigger | null {
  let last: Trigger | null = null;
  for (const { kind, on, bookedIn } of movements)
    if (kind !== "cashRefund" && (last === null || on >= last.on)) last = { on, month: bookedIn };
  return last;
}

function movedRatio(fact: Fact & { saleId: string }, movements: readonly MoneyMovementFact[], index: FactIndex): Exact {
  const sale = index.saleById.get(fact.saleId) ?? fact;
  const contractFen = amountOf(sale, "net", index) ?? 0;
  const moved = movements.map(({ kind, amountFen }) => (kind === "cashRefund" ? 0 - Math.abs(amountFen) : amountFen));
  return greatest(zero, least(one, ratioOf(sumFen(moved), contractFen) ?? zero));
}

/** At once means once it counts; working days run from the day it happened, such as the signature. */
function earnedOn({ fact }: Draft, { due }: Tranche): BusinessDay | undefined {
  return due === "立即" ? fact?.countsOn : fact?.on;
}

/** The month after that of the line; where the trigger came later, after that of the trigger. */
function dueDay({ due }: Tranche, { on, month }: Trigger, { period, calendar }: MemberBook): BusinessDay {
  const count = Number(/\d+/.exec(due)?.[0] ?? 0);
  if (due.startsWith("次月")) return payDayOf(month > period ? month : period, count, calendar);
  return due === "立即" ? on : workingDaysAfter(on, count, calendar);
}
