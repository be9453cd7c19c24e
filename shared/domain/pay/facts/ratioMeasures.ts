import { type Fen, yuanSum } from "../../money";
import type { FactIndex } from "./factIndex";
import { type Exact, exactOfDecimal, exactOfInt, sumOf, zero } from "../numbers/number";
import type { Fact, FactFilter, FactKind, LeadFact, SaleFact, StageFact, TrainingFact } from "../types";

/** Those whom a ratio is about, and how far they have come. */
export interface Cohort {
  numerator: Exact;
  denominator: Exact;
  /** Whom it is about, as a word of the catalogue of texts. */
  cohort: string;
  /** All that was looked at. */
  facts: Fact[];
}

/** The month's own facts, as the asking component sees them. */
export interface CohortView {
  /** Those that count in the period and pass the filter. */
  factsOfKind: (kind: FactKind) => Fact[];
  ownFen: (fact: Fact) => Fen;
  /** Of a ratio of clients who order: own sales of the period and of the one before, what is referred to included. */
  sales: { inPeriod: SaleFact[]; before: SaleFact[] };
  index: FactIndex;
  filter: FactFilter;
}

export type CohortOf = (view: CohortView) => Cohort;

const size = (list: readonly unknown[]): Exact => exactOfInt(list.length);
const moneyOf = (facts: readonly Fact[], { ownFen }: CohortView): Exact => yuanSum(facts.map(ownFen));

/** Money of the period's contracts that has come in and not gone back, of what they are worth. */
const collected: CohortOf = (view) => {
  const sales = view.factsOfKind("sale");
  const moved = sales
    .flatMap((sale) => ("saleId" in sale ? (view.index.movementsBySale.get(sale.saleId) ?? []) : []))
    .filter(({ kind }) => kind === "collection" || kind === "cashRefund");
  const facts = [...sales, ...moved];
  return { numerator: moneyOf(moved, view), denominator: moneyOf(sales, view), cohort: "contracts", facts };
};

const isLead = (fact: Fact): fact is LeadFact => fact.kind === "lead" && fact.valid !== false;

/** Valid leads of the period that have become an order. */
const converted: CohortOf = (view) => {
  const leads = view.factsOfKind("lead").filter(isLead);
  const won = leads.filter(({ convertedOn }) => convertedOn !== undefined);
  return { numerator: size(won), denominator: size(leads), cohort: "leads", facts: leads };
};

/** Clients that came by leads in the period and were visited or followed up since. */
const followedUp: CohortOf = (view) => {
  const leads = view.factsOfKind("lead").filter(isLead);
  const since = new Map<string, string>();
  for (const { customerId, on } of leads)
    if (customerId !== undefined && !((since.get(customerId) ?? on) < on)) since.set(customerId, on);
  const { byKind, memberId } = view.index;
  const touches = [...(byKind.get("followUp") ?? []), ...(byKind.get("visit") ?? [])].filter((touch) => {
    const first = "customerId" in touch ? since.get(touch.customerId ?? "") : undefined;
    return first !== undefined && first <= touch.on && touch.credits.some((one) => one.memberId === memberId);
  });
  const reached = new Set(touches.map((touch) => ("customerId" in touch ? touch.customerId : "")));
  const numerator = exactOfInt(reached.size);
  return { numerator, denominator: exactOfInt(since.size), cohort: "leadClients", facts: [...leads, ...touches] };
};

const isStage = (fact: Fact): fact is StageFact => fact.kind === "stage";

/** Clients that reached one stage in the period (absent: any), of whom some have reached the next as well. */
const advanced: CohortOf = (view) => {
  const { fromStage, stage } = view.filter;
  const ofPeriod = view.factsOfKind("stage").filter(isStage);
  const begun = ofPeriod.filter(({ to }) => fromStage === undefined || to === fromStage);
  const clients = new Set(begun.map(({ customerId }) => customerId));
  const reached = ofPeriod.filter(({ customerId, to }) => to === stage && clients.has(customerId));
  const done = new Set(reached.map(({ customerId }) => customerId));
  const facts = [...new Set([...begun, ...reached])];
  return { numerator: exactOfInt(done.size), denominator: exactOfInt(clients.size), cohort: "stageClients", facts };
};

const learnt = (view: CohortView, form: TrainingFact["form"]): TrainingFact[] =>
  view.factsOfKind("training").filter((fact): fact is TrainingFact => fact.kind === "training" && fact.form === form);

const completion =
  (form: TrainingFact["form"], cohort: string): CohortOf =>
  (view) => {
    const facts = learnt(view, form);
    return { numerator: size(facts.filter(({ completed }) => completed)), denominator: size(facts), cohort, facts };
  };

/** The mean of what exams gave; one without a result is none. */
const examined: CohortOf = (view) => {
  const facts = learnt(view, "exam").filter(({ score }) => score !== undefined);
  const scores = facts.map(({ score }) => exactOfDecimal(score ?? "") ?? zero);
  return { numerator: sumOf(scores), denominator: size(facts), cohort: "exams", facts };
};

const buyersOf = (sales: readonly SaleFact[]): Set<string> => new Set(sales.map(({ customerId }) => customerId));

/** Clients who ordered in the period, of whom some did so again in it. */
const repurchased: CohortOf = ({ sales: { inPeriod } }) => {
  const buyers = buyersOf(inPeriod);
  const again = [...buyers].filter((client) => inPeriod.filter(({ customerId }) => customerId === client).length > 1);
  return { numerator: size(again), denominator: exactOfInt(buyers.size), cohort: "buyers", facts: inPeriod };
};

/** Clients who ordered in the period before, of whom some did so in this one. */
const retained: CohortOf = ({ sales: { inPeriod, before } }) => {
  const [buyers, now] = [buyersOf(before), buyersOf(inPeriod)];
  const stayed = [...buyers].filter((client) => now.has(client));
  const facts = [...before, ...inPeriod];
  return { numerator: size(stayed), denominator: exactOfInt(buyers.size), cohort: "retained", facts };
};

export const cohorts = {
  repurchased,
  retained,
  collected,
  converted,
  followedUp,
  advanced,
  examined,
  trained: completion(undefined, "trainings"),
  attended: completion("meeting", "meetings"),
};
