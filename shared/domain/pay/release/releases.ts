import { type Fen, roundToFen, splitByInts, splitByWeights, yuanOf } from "../../money";
import { addDays, type BusinessDay, daysOf, type Month, monthOf } from "../../time";
import type { Draft } from "../evaluation/draft";
import { amountOf, type FactIndex } from "../facts/factIndex";
import { add, divide, equals, type Exact, exactOfInt, greatest, least, one, times, zero } from "../numbers/number";
import type {
  Component,
  MemberBook,
  Fact,
  FactKind,
  MoneyMovementFact,
  Release,
  ReleaseTrigger,
  Tranche,
} from "../types";
import { dueDay, type Trigger } from "./dueDay";

const movementOf: Partial<Record<ReleaseTrigger, FactKind[]>> = {
  invoiced: ["invoice"],
  accepted: ["acceptance"],
  collected: ["collection", "cashRefund"],
  paidInFull: ["collection", "cashRefund"],
};

/** What the tranches of a line have released so far, each with its trigger: the amounts add up to what is released of the line. */
export function releasesOfDraft(draft: Draft, book: MemberBook, index: FactIndex): Release[] {
  if (draft.amountFen === 0) return [];
  const { component, trancheShares } = draft.compiled;
  const pay = component.pay ?? [];
  if (book.state === "open" && !pay.some(isReleasedAhead)) return [];
  const tranches = tranchesOf(draft, trancheShares);
  const until = releasedUntil(component, book);
  return pay.flatMap((tranche, at) => {
    const isAhead = isReleasedAhead(tranche);
    if (book.state === "open" && !isAhead) return [];
    const kinds = movementOf[tranche.when];
    const released = (fen: Fen, trigger: Trigger, factId: string | null, fact: Fact | null): Release => ({
      lineId: draft.id,
      tranche: at,
      channel: tranche.channel ?? null,
      factId,
      month: trigger.month,
      fen,
      dueOn: dueDay(tranche, trigger, book, dayAfter(tranche, fact, index)),
      isAhead,
    });
    if (kinds !== undefined)
      return movedParts(draft, { tranches, at, kinds, until }, index).map((part) => released(...part));
    const whole = tranches[at]?.fen ?? 0;
    const trigger = ownTrigger(tranche, draft, book.period);
    return whole === 0 || (whole > 0 && trigger.on > until) ? [] : [released(whole, trigger, null, draft.fact)];
  });
}

/** 次月N日 and what has a day of its own are released at the close, all else at its trigger. */
const isReleasedAhead = ({ due, when }: Tranche): boolean => !(due.startsWith("次月") || when === "date");

const endOfTime: BusinessDay = "9999-12-31";

/** The last day of triggers that release anything to somebody who has left; what takes away is not stopped by that. */
function releasedUntil({ onLeave = "continue" }: Component, { leftOn }: MemberBook): BusinessDay {
  if (leftOn === undefined || onLeave === "continue") return endOfTime;
  return onLeave === "stop" ? leftOn : addDays(leftOn, onLeave.untilDays);
}

interface TranchePart {
  fen: Fen;
  /** What it has of each allocation, in their order. */
  ofAllocations: readonly Fen[];
}

/**
 * What each tranche has of a line and of each of its allocations: tranches add up to the line, and those of an allocation to all of it, so that
 * whatever releases one tranche by orders and another as a whole never gives a fen twice.
 */
function tranchesOf({ amountFen, allocation, unallocatedFen }: Draft, shares: readonly Exact[]): TranchePart[] {
  const ofLine = shares.length === 1 ? [amountFen] : splitByWeights(amountFen, shares);
  let left = [...allocation.map((part) => part.fen), unallocatedFen];
  return ofLine.map((fen, at) => {
    const isLast = at === ofLine.length - 1;
    const parts = isLast ? left : splitByInts(fen, left.map(Math.abs));
    left = left.map((rest, index) => rest - (parts[index] ?? 0));
    return { fen, ofAllocations: parts };
  });
}

/** At once means once it counts; working days run from the day it happened, such as the signature. */
function ownTrigger({ when, on, due }: Tranche, { fact }: Draft, period: Month): Trigger {
  if (when === "date" && on !== undefined) return { on, month: monthOf(on) };
  return { on: (due === "立即" ? fact?.countsOn : fact?.on) ?? daysOf(period).to, month: period };
}

/** The day of the sale from which working days run, where the plan names one. */
function dayAfter({ after }: Tranche, fact: Fact | null, index: FactIndex): BusinessDay | undefined {
  if (after === undefined || fact === null) return undefined;
  const sale = ("saleId" in fact && index.saleById.get(fact.saleId)) || fact;
  return after === "signedOn" ? sale.on : sale.countsOn;
}

/**
 * round(tranche × min(1, net money ÷ net contract)) of each allocation, all or nothing where it must be paid in full: each movement has
 * released what this comes to with it, less what it came to before.
 */
function movedParts(
  draft: Draft,
  {
    tranches,
    at,
    kinds,
    until,
  }: {
    tranches: readonly TranchePart[];
    at: number;
    kinds: readonly FactKind[];
    until: BusinessDay;
  },
  index: FactIndex,
): [fen: Fen, trigger: Trigger, factId: string, fact: Fact][] {
  const inFull = draft.compiled.component.pay?.[at]?.when === "paidInFull";
  return draft.allocation.flatMap((part, place) => {
    const fact = index.byId.get(part.factId);
    if (fact === undefined || !("saleId" in fact)) return [];
    const movements = (index.movementsBySale.get(fact.saleId) ?? []).filter((one) => kinds.includes(one.kind));
    if (movements.length === 0) return [];
    const tranche = tranches[at]?.ofAllocations[place] ?? 0;
    const contractFen = amountOf(index.saleById.get(fact.saleId) ?? fact, "net", index) ?? 0;
    const released: ReturnType<typeof movedParts> = [];
    let moved = zero;
    let toDateFen: Fen = 0;
    for (const movement of movements) {
      moved = add(moved, exactOfInt(netOf(movement)));
      const reached = toDate(tranche, divide(moved, exactOfInt(contractFen)), inFull);
      const fen = tranche > 0 && movement.on > until ? Math.min(toDateFen, reached) : reached;
      if (fen !== toDateFen)
        released.push([fen - toDateFen, { on: movement.on, month: movement.bookedIn }, movement.id, fact]);
      toDateFen = fen;
    }
    return released;
  });
}

const netOf = ({ kind, amountFen }: MoneyMovementFact): Fen =>
  kind === "cashRefund" ? 0 - Math.abs(amountFen) : amountFen;

function toDate(trancheFen: Fen, moved: Exact | null, inFull: boolean): Fen {
  const ratio = greatest(zero, least(one, moved ?? zero));
  if (equals(ratio, one)) return trancheFen;
  return inFull ? 0 : roundToFen(times(yuanOf(trancheFen), ratio));
}

/** The day on which the first of what is still to be paid is due: what was paid or lost went by the order of due days. */
export function nextDueOn(releases: readonly Release[], payableFen: Fen): BusinessDay | null {
  let leftFen = payableFen;
  let dueOn: BusinessDay | null = null;
  const latestFirst = releases.filter(({ fen }) => fen > 0).sort((a, b) => (a.dueOn < b.dueOn ? 1 : -1));
  for (const release of latestFirst) {
    if (leftFen <= 0) break;
    dueOn = release.dueOn;
    leftFen -= release.fen;
  }
  return dueOn;
}
