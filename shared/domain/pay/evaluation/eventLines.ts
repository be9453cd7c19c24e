import { type Fen, splitByWeights } from "../../money";
import { isWithin } from "../../time";
import type { CompiledComponent } from "../plan/compile";
import type { Draft } from "./draft";
import { amountOf, type FactIndex, isCredited, ownPartOf, passes, refundedFen } from "../facts/factIndex";
import { decimalText, exactOfDecimal, exactOfInt, sumOf, zero } from "../numbers/number";
import { orTooLarge, priceAmount, type Priced } from "./priceAmount";
import { type PricingRun, roleOf, type SegmentRun, viewOf } from "./pricingRun";
import { type PlanSegment, prefixOf } from "../plan/segments";
import type { EventComponent, Fact, Reason, Role, TraceStep } from "../types";

/** The lines that one fact gives under the plan of its day. */
export function eventDrafts(fact: Fact, segment: PlanSegment, run: PricingRun): Draft[] {
  if (!isWithin(fact.countsOn, run.months.days)) return [];
  const segmentRun = run.segmentRun(segment);
  const drafts: Draft[] = [];
  for (const { compiled, component } of segmentRun.plan.events.get(fact.kind) ?? []) {
    if (!isCredited(fact, roleOf(compiled), run.index.memberId) || isRefusedLead(fact)) continue;
    if (!passes(fact, component.filter, 0, run.index)) continue;
    drafts.push(eventDraft(fact, component, compiled, segmentRun, run));
  }
  return drafts;
}

/** What is paid for leads is paid for valid ones. */
const isRefusedLead = (fact: Fact): boolean => fact.kind === "lead" && fact.valid === false;

function eventDraft(
  fact: Fact,
  component: EventComponent,
  compiled: CompiledComponent,
  segmentRun: SegmentRun,
  run: PricingRun,
): Draft {
  const code = `${prefixOf(segmentRun.segment)}${component.code}`;
  const id = `${code}:${fact.id}`;
  const role = roleOf(compiled);
  const env = segmentRun.environment(compiled, fact, id);
  const left = orTooLarge(() => {
    const priced = refusal(fact, code, compiled, run) ?? run.countable(priceAmount(compiled, env));
    return component.refund === "original" ? afterRefunds(priced, fact, run.index) : priced;
  });
  const amountFen = ownPartOf(left.fen, fact, role, run.index.memberId);
  const steps = amountFen === left.fen ? left.steps : [...left.steps, splitStep(left.fen, amountFen, fact, role, run)];
  return {
    id,
    compiled,
    segment: segmentRun.segment,
    fact,
    wholeFen: left.fen,
    amountFen,
    reason: left.reason,
    allocation: amountFen === 0 ? [] : [{ factId: fact.id, fen: amountFen }],
    unallocatedFen: 0,
    steps,
    undefinedBecause: left.undefinedBecause,
    env,
  };
}

/** Why a fact pays nothing before any formula is asked. */
function refusal(fact: Fact, code: string, compiled: CompiledComponent, run: PricingRun): Priced | null {
  const { index } = run;
  if (viewOf(compiled) === "net" && refundedFen(fact, index) > 0 && amountOf(fact, "net", index) === 0) {
    return refused("refunded.whole");
  }
  if (compiled.component.budget === undefined) return null;
  const grant = index.grants.get(`${code}\n${fact.id}`);
  if (grant === undefined) return refused("grant.pending");
  return grant.granted ? null : refused("grant.refused", { why: grant.why ?? "" });
}

const refused = (code: Reason["code"], params: Reason["params"] = {}): Priced => ({
  fen: 0,
  reason: { code, params },
  steps: [],
  undefinedBecause: null,
  exact: zero,
});

const splitStep = (fromFen: Fen, toFen: Fen, fact: Fact, role: Role, run: PricingRun): TraceStep => ({
  step: "split",
  ...{ fromFen, toFen },
  params: { share: shareText(fact, role, run) },
});

/** All that the member has of a fact in a role, which may be given in several credits. */
function shareText(fact: Fact, role: Role, { index: { memberId } }: PricingRun): string {
  const own = fact.credits.filter((credit) => credit.role === role && credit.memberId === memberId);
  return decimalText(sumOf(own.map(({ share }) => exactOfDecimal(share) ?? zero))) ?? "0";
}

/** Refund rule `original`: the line loses its amount × refunded ÷ amount of the fact, counted on all refunds so far. */
function afterRefunds(priced: Priced, fact: Fact, index: FactIndex): Priced {
  const rest = restAfterRefunds(priced.fen, fact, index);
  if (rest === priced.fen) return priced;
  const params = { refundedFen: refundedFen(fact, index) };
  const reason: Reason = rest === 0 ? { code: "refunded.whole", params: {} } : { code: "refunded.part", params };
  return {
    ...priced,
    fen: rest,
    reason,
    steps: [...priced.steps, { step: "refund", fromFen: priced.fen, toFen: rest, params }],
  };
}

/** What is left of a fact's pay when it loses pay × refunded ÷ amount. */
export function restAfterRefunds(payFen: Fen, fact: Fact, index: FactIndex): Fen {
  const refunded = refundedFen(fact, index);
  const whole = amountOf(fact, "gross", index);
  if (refunded <= 0 || whole === null || whole <= 0) return payFen;
  const [lost = 0] = splitByWeights(payFen, [exactOfInt(refunded), exactOfInt(Math.max(0, whole - refunded))]);
  return payFen - lost;
}

/** Whether a line is of a component that pays once for a customer or sale. */
export const isOnce = ({ compiled: { component } }: Draft): boolean =>
  component.grain === "event" && component.oncePer !== undefined;

/** Of the lines of a component with `oncePer`, handed in in the order of their facts, only the first that pays for a customer (or sale) counts. */
export function payOnce(
  drafts: readonly Draft[],
  run: PricingRun,
  refuse: (draft: Draft, reason: Reason) => void,
): void {
  for (const draft of drafts) {
    const { component } = draft.compiled;
    if (component.grain !== "event" || component.oncePer === undefined || draft.fact === null) continue;
    if (draft.wholeFen === 0) continue;
    const key = onceKey(draft.fact, component.oncePer);
    if (key === null) continue;
    const mark = `${prefixOf(draft.segment)}${component.code}\n${key}`;
    if (run.given.has(mark)) refuse(draft, { code: "oncePer.alreadyPaid", params: { per: component.oncePer, key } });
    // As `onceGiven` remembers it for later months: what takes away, or leaves the member nothing, uses up no right.
    else if (draft.amountFen > 0) run.given.add(mark);
  }
}

/** What a reward is given once for; null where the fact is about none. */
export function onceKey(fact: Fact, per: "customer" | "sale"): string | null {
  if (per === "sale") return "saleId" in fact ? fact.saleId : null;
  return "customerId" in fact ? (fact.customerId ?? null) : null;
}
