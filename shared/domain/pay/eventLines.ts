import { type Fen, splitByWeights } from "../money";
import { daysOf, isWithin } from "../time";
import { type CompiledComponent, type CompiledPlan, compilePlan } from "./compile";
import type { Draft } from "./draft";
import { environmentOf, type InputCache } from "./environment";
import { amountOf, type FactIndex, isCredited, passes, refundedFen, type RefundView } from "./factIndex";
import type { FormulaRecord } from "./formula";
import { exactOfDecimal, exactOfInt, zero } from "./number";
import { priceAmount, type Priced } from "./priceAmount";
import type { PlanSegment } from "./segments";
import type { Book, EventComponent, Fact, GrantFact, Reason, Role } from "./types";

/** How the parts of a statement under way are shared. */
export interface PricingRun {
  book: Book;
  index: FactIndex;
  recordFor(lineId: string): FormulaRecord | undefined;
  cacheFor(segment: PlanSegment, compiled: CompiledPlan): InputCache;
  /** Rewards already given by `oncePer`, as `<component>\n<key>`. */
  given: Set<string>;
}

export const viewOf = (compiled: CompiledComponent): RefundView =>
  (compiled.component.refund ?? "saleMonth") === "saleMonth" ? "net" : "gross";

/** The lines that one fact gives under the plan of its day. */
export function eventDrafts(fact: Fact, segment: PlanSegment, run: PricingRun, idPrefix: string): Draft[] {
  if (!isWithin(fact.countsOn, daysOf(run.book.period))) return [];
  const plan = compilePlan(segment.plan);
  return plan.components.flatMap((compiled) => {
    const { component } = compiled;
    if (component.grain !== "event" || component.on !== fact.kind || compiled.faults.length > 0) return [];
    const role = component.credit ?? "owner";
    if (!isCredited(fact, role, run.index.memberId) || !passes(fact, component.filter, 0, run.index)) return [];
    return [eventDraft(fact, component, compiled, plan, segment, run, `${idPrefix}${component.code}:${fact.id}`)];
  });
}

function eventDraft(
  fact: Fact,
  component: EventComponent,
  compiled: CompiledComponent,
  plan: CompiledPlan,
  segment: PlanSegment,
  run: PricingRun,
  id: string,
): Draft {
  const role = component.credit ?? "owner";
  const view = viewOf(compiled);
  const env = environmentOf({
    compiled: plan,
    source: { book: run.book, index: run.index, segment, role, view, inputs: plan.inputs, linesSum: () => zero },
    cache: run.cacheFor(segment, plan),
    fact,
    record: run.recordFor(id),
  });
  const priced = refusal(fact, component, view, run) ?? priceAmount(compiled, env);
  const share = ownPart(priced.fen, fact, role, run.index.memberId);
  const draft: Draft = {
    id,
    compiled,
    segment,
    fact,
    wholeFen: priced.fen,
    amountFen: share,
    reason: priced.reason,
    allocation: share === 0 ? [] : [{ factId: fact.id, fen: share }],
    unallocatedFen: 0,
    steps: priced.steps,
    undefinedBecause: priced.undefinedBecause,
    env,
  };
  if (share !== priced.fen)
    draft.steps.push({
      step: "split",
      fromFen: priced.fen,
      toFen: share,
      params: { share: shareText(fact, role, run) },
    });
  if (component.refund === "original") loseRefunded(draft, fact, run.index);
  return draft;
}

/** Why a fact pays nothing before any formula is asked. */
function refusal(fact: Fact, component: EventComponent, view: RefundView, run: PricingRun): Priced | null {
  const no = (code: Reason["code"], params: Reason["params"] = {}): Priced => ({
    fen: 0,
    reason: { code, params },
    steps: [],
    undefinedBecause: null,
  });
  if (view === "net" && refundedFen(fact, run.index) > 0 && amountOf(fact, "net", run.index) === 0)
    return no("refunded.whole");
  if (component.budget !== undefined) {
    const grant = run.index.facts.find(
      (one): one is GrantFact => one.kind === "grant" && one.component === component.code && one.factId === fact.id,
    );
    if (grant === undefined) return no("grant.pending");
    if (!grant.granted) return no("grant.refused", { why: grant.why ?? "" });
  }
  return null;
}

/** The member's part of the split of the whole amount among everybody credited in the role, in the order of the credits. */
function ownPart(wholeFen: Fen, fact: Fact, role: Role, memberId: string): Fen {
  const credits = fact.credits.filter((credit) => credit.role === role);
  if (credits.length === 1) return wholeFen;
  const parts = splitByWeights(
    wholeFen,
    credits.map((credit) => exactOfDecimal(credit.share) ?? exactOfInt(0)),
  );
  return credits.reduce((sum, credit, index) => (credit.memberId === memberId ? sum + (parts[index] ?? 0) : sum), 0);
}

const shareText = (fact: Fact, role: Role, run: PricingRun): string =>
  fact.credits.find((credit) => credit.role === role && credit.memberId === run.index.memberId)?.share ?? "0";

/** Refund rule `original`: the line loses its amount × refunded ÷ amount of the fact, counted on all refunds so far. */
function loseRefunded(draft: Draft, fact: Fact, index: FactIndex): void {
  const refunded = refundedFen(fact, index);
  const whole = amountOf(fact, "gross", index);
  if (refunded <= 0 || whole === null || whole <= 0 || draft.amountFen === 0) return;
  const [lost = 0] = splitByWeights(draft.amountFen, [exactOfInt(refunded), exactOfInt(Math.max(0, whole - refunded))]);
  const rest = draft.amountFen - lost;
  draft.steps.push({ step: "refund", fromFen: draft.amountFen, toFen: rest, params: { refundedFen: refunded } });
  draft.amountFen = rest;
  draft.allocation = rest === 0 ? [] : [{ factId: fact.id, fen: rest }];
  draft.reason =
    rest === 0 ? { code: "refunded.whole", params: {} } : { code: "refunded.part", params: { refundedFen: refunded } };
}

/** Of the lines of a component with `oncePer`, in the order of the facts, only the first that pays for a customer (or sale) counts. */
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
    const mark = `${component.code}\n${key}`;
    if (run.given.has(mark)) refuse(draft, { code: "oncePer.alreadyPaid", params: { per: component.oncePer, key } });
    else run.given.add(mark);
  }
}

function onceKey(fact: Fact, per: "customer" | "sale"): string | null {
  if (per === "sale") return "saleId" in fact ? fact.saleId : null;
  return "customerId" in fact ? (fact.customerId ?? null) : null;
}
