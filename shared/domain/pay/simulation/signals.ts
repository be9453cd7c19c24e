import { type Fen, fenOfYuanText, sumFen } from "../../money";
import { addDays, type BusinessDay, daysOf, monthOf } from "../../time";
import { creditFen, type FactIndex } from "../facts/factIndex";
import type { Assignment, Credit, Fact, MemberBook, SaleFact, Statement } from "../types";

/** What months show of people who work by the plan rather than for the client. Sums and counts: months of several runs add up. */
export interface FairnessSignals {
  /** Months whose sales lie on an edge of a tier or less than a twentieth above it, and as little below one. */
  justAbove: number;
  justBelow: number;
  /** Months in which orders of one client within a week pay more than they would as one, and by how much. */
  split: number;
  splitGainFen: Fen;
  /** Of what was sold, what was sold in the last three days of a month. */
  soldFen: Fen;
  lastDaysFen: Fen;
  /** Contracts reduced after the payday of their month, and by how much. */
  lateRefunds: number;
  lateRefundFen: Fen;
  /** Months with sales in which a factor of 0 takes a part away whole. */
  zeroFactor: number;
}

export type FairnessKind = "bunching" | "splitting" | "monthEndPull" | "refundsAfterPayday" | "zeroFactorCasualties";

export const noSignals: FairnessSignals = {
  ...{ justAbove: 0, justBelow: 0, split: 0, splitGainFen: 0, soldFen: 0 },
  ...{ lastDaysFen: 0, lateRefunds: 0, lateRefundFen: 0, zeroFactor: 0 },
};

export function addSignals(a: FairnessSignals, b: FairnessSignals): FairnessSignals {
  const names = Object.keys(noSignals) as (keyof FairnessSignals)[];
  return names.reduce((sum, name) => ({ ...sum, [name]: sumFen([a[name], b[name]]) }), noSignals);
}

/** Fewer months are chance. */
const bunchedMin = 5;
const bunchedTimes = 3;
/** Three days of thirty bring a tenth. */
const lastDays = 3;
const lastDaysShare = { n: 3, of: 10 };

/** Which of them are there, in their order. */
export function fairnessKindsIn(signals: FairnessSignals): FairnessKind[] {
  const { justAbove, justBelow, split, soldFen, lastDaysFen, lateRefunds, zeroFactor } = signals;
  const isThere: Record<FairnessKind, boolean> = {
    bunching: justAbove >= bunchedMin && justAbove >= bunchedTimes * justBelow,
    splitting: split > 0,
    monthEndPull: soldFen > 0 && lastDaysFen * lastDaysShare.of > soldFen * lastDaysShare.n,
    refundsAfterPayday: lateRefunds > 0,
    zeroFactorCasualties: zeroFactor > 0,
  };
  return (Object.keys(isThere) as FairnessKind[]).filter((kind) => isThere[kind]);
}

interface MonthShown {
  book: MemberBook;
  index: FactIndex;
  plans: readonly Assignment[];
  statement: Statement;
  salesFen: Fen;
  /** What another book would pay by these plans. */
  payOf: (book: MemberBook) => Fen;
}

/** What one month shows. */
export function signalsOf({ book, index, plans, statement, salesFen, payOf }: MonthShown): FairnessSignals {
  const own = index.facts.filter(
    (fact): fact is SaleFact => fact.kind === "sale" && fact.countsOn.startsWith(book.period),
  );
  const lastFrom = addDays(daysOf(book.period).to, 1 - lastDays);
  const fenOf = (facts: readonly Fact[]) => sumFen(facts.map((fact) => creditFen(fact, "owner", "gross", index)));
  const late = index.facts.filter((fact) => fact.kind === "creditNote" && fact.on > paydayOf(fact.countsOn));
  const edges = edgesOf(plans);
  const merged = asOne(book, own);
  const splitGainFen = merged ? Math.max(0, statement.totals.amountFen - payOf(merged)) : 0;
  return {
    justAbove: edges.some((edge) => salesFen >= edge && (salesFen - edge) * nearPart < edge) ? 1 : 0,
    justBelow: edges.some((edge) => salesFen < edge && (edge - salesFen) * nearPart < edge) ? 1 : 0,
    split: splitGainFen > 0 ? 1 : 0,
    splitGainFen,
    soldFen: fenOf(own),
    lastDaysFen: fenOf(own.filter(({ countsOn }) => countsOn >= lastFrom)),
    lateRefunds: late.length,
    lateRefundFen: 0 - fenOf(late),
    zeroFactor: salesFen > 0 && statement.lines.some(({ reason }) => reason.code === "factor.zero") ? 1 : 0,
  };
}

const nearPart = 20;

/** The fifth of the month after. */
const paydayOf = (countsOn: BusinessDay): BusinessDay => addDays(daysOf(monthOf(countsOn)).to, 5);

/** Where tiers of money begin, in fen of the month's sales. */
function edgesOf(plans: readonly Assignment[]): Fen[] {
  const tables = plans.flatMap(({ versions }) => versions.flatMap((version) => version.tables));
  const edges = tables.flatMap((table) =>
    table.kind === "lookup" || table.by !== "money"
      ? []
      : table.rows.flatMap(({ upTo }) => (upTo === null ? [] : (fenOfYuanText(upTo) ?? []))),
  );
  return [...new Set(edges)].filter((edge) => edge > 0);
}

const withinDays = 7;

/** The book with orders that one client has given within a week as one order; null where there are none such. */
function asOne(book: MemberBook, own: readonly SaleFact[]): MemberBook | null {
  const ordered = [...own].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1));
  const first = new Map<string, SaleFact>();
  const into = new Map<string, SaleFact>();
  for (const sale of ordered) {
    const key = `${sale.customerId}\n${creditKey(sale)}`;
    const known = first.get(key);
    if (known && sale.on <= addDays(known.on, withinDays)) into.set(sale.saleId, known);
    else first.set(key, sale);
  }
  if (into.size === 0) return null;
  const added = new Map<string, SaleFact[]>();
  for (const sale of ordered) {
    const known = into.get(sale.saleId);
    if (known) added.set(known.saleId, [...(added.get(known.saleId) ?? []), sale]);
  }
  const facts = book.facts.flatMap((fact): Fact[] => {
    const target = "saleId" in fact ? into.get(fact.saleId) : undefined;
    if (fact.kind === "sale") return target ? [] : [sumOfSales(fact, added.get(fact.saleId) ?? [])];
    return target && "saleId" in fact ? [{ ...fact, saleId: target.saleId }] : [fact];
  });
  return { ...book, facts };
}

const creditKey = ({ credits, stream, origin, customerClass }: SaleFact): string =>
  JSON.stringify([stream, origin, customerClass, credits.map(({ memberId, role, share }) => [memberId, role, share])]);

function sumOfSales(sale: SaleFact, others: readonly SaleFact[]): SaleFact {
  if (others.length === 0) return sale;
  const all = [sale, ...others];
  const margins = all.flatMap(({ marginFen }) => marginFen ?? []);
  const { marginFen: _margin, ...rest } = sale;
  const credits = sale.credits.map((credit, at): Credit => ({
    ...credit,
    fen: sumFen(all.map((one) => one.credits[at]?.fen ?? 0)),
  }));
  return {
    ...rest,
    amountFen: sumFen(all.map(({ amountFen }) => amountFen)),
    ...(margins.length === all.length && { marginFen: sumFen(margins) }),
    ...(sale.quantity !== undefined && { quantity: all.reduce((sum, { quantity = 0 }) => sum + quantity, 0) }),
    credits,
  };
}
