import { type Fen, sumFen } from "../../money";
import { daysOf, type Month } from "../../time";
import { evaluate } from "../evaluation/evaluate";
import { type PricedBook, priceBook } from "../evaluation/price";
import { type DifferenceCause, differenceCauses, heldAt, mixed, type MonthBook } from "./exchange";
import type { Assignment, Fact, Line } from "../types";

/** What of a difference one cause brings; `components` add up to it, in the order of the plan. */
export interface DifferencePart {
  cause: DifferenceCause;
  fen: Fen;
  components: ComponentChange[];
}

/** What of a change is of one component. */
export interface ComponentChange {
  code: string;
  name: string;
  nameEn: string | null;
  kind: string;
  fen: Fen;
}

/**
 * Why a month pays another amount than before, cause by cause in the order of `differenceCauses`; causes that bring nothing are left out. One
 * thing after the other is exchanged for what it is afterwards, and each step is priced and rounded as a whole month: so the parts add up to the
 * fen. Two states of one month are compared, or two months: then a month that was cut by a move stands for its last part, and what that makes
 * of it is told with the plan.
 */
export function explainDifference(before: MonthBook, after: MonthBook): DifferencePart[] {
  const first = priceBook(before.assignments, before.book);
  const stages = before.book.period === after.book.period ? [] : toOtherMonth(before, first);
  const { month: from, priced: held } = stages[stages.length - 1] ?? { month: before, priced: first };
  const mixes = exchanged.map((cause) => {
    const { assignments, book } = mixed(from, after, cause);
    return { cause, priced: priceBook(assignments, book, undefined, heldAt(cause, held, from, after)) };
  });
  const parts = differenceCauses.map((cause) => ({ cause, changes: new Map<string, ComponentChange>() }));
  let last = first;
  for (const { cause, priced } of [...stages, ...mixes]) {
    for (const change of changesByComponent(headed(last), headed(priced))) {
      const part = parts.find((one) => one.cause === (isReward(change) ? "rewards" : cause));
      if (part) addTo(part.changes, change);
    }
    last = priced;
  }
  // Lines that correct other months stand beside the plans, which no step prices.
  const corrections = parts.find(({ cause }) => cause === "corrections");
  for (const change of changesByComponent(correctedIn(before), correctedIn(after)))
    if (corrections) addTo(corrections.changes, change);
  return parts.flatMap(({ cause, changes }) => {
    const components = [...changes.values()].filter(({ fen }) => fen !== 0);
    return components.length === 0 ? [] : [{ cause, fen: sumFen(components.map(({ fen }) => fen)), components }];
  });
}

/**
 * Why another amount has been released: as `explainDifference`, and what is released more or less of what is earned last. Parts add up to
 * the difference of both months' 待发 and 已发.
 */
export function explainReleased(before: MonthBook, after: MonthBook): DifferencePart[] {
  const [was, is] = [before, after].map(({ assignments, book }) => evaluate(assignments, book).lines.map(unreleased));
  const parts = explainDifference(before, after);
  const components = changesByComponent({ lines: was ?? [] }, { lines: is ?? [] });
  const fen = sumFen(components.map((one) => one.fen));
  return components.length === 0 ? parts : [...parts, { cause: "collections", fen, components }];
}

/** A line with what has not been released of it, as something that is lacking. */
function unreleased({ component, amountFen, states: { payableFen, paidFen } }: Line): HeadedAmount {
  return { component, amountFen: payableFen + paidFen - amountFen };
}

const exchanged = differenceCauses.filter((cause) => cause !== "rewards" && cause !== "collections");

const isReward = ({ kind }: ComponentChange): boolean => kind === "奖励" || kind === "补贴";

/** What makes a month comparable with another one: its last plans throughout, and nothing that was refunded or corrected in it. */
function toOtherMonth(
  { book }: MonthBook,
  priced: PricedBook,
): { cause: DifferenceCause; month: MonthBook; priced: PricedBook }[] {
  const throughout = lastPlans(priced, book.period);
  const unrefunded = book.facts.filter(({ kind }) => kind !== "creditNote" && kind !== "cashRefund");
  const uncorrected = unrefunded.filter(({ kind }) => kind !== "manual" && kind !== "ruling");
  const stage = (cause: DifferenceCause, facts: Fact[]) => {
    const month = { assignments: throughout, book: { ...book, facts } };
    return { cause, month, priced: priceBook(throughout, month.book) };
  };
  return [stage("planVersion", book.facts), stage("refunds", unrefunded), stage("corrections", uncorrected)];
}

const firstDay = "0001-01-01";

function lastPlans({ months }: PricedBook, period: Month): Assignment[] {
  const { to } = daysOf(period);
  const last = [...months.segments, ...months.ofTeams].filter((segment) => segment.to === to);
  return last.map(({ plan, teamId, units }) => {
    const { validTo, ...lasting } = plan;
    // Most plans are without an end: as they are they have been compiled already.
    const version = validTo === undefined ? plan : { ...lasting, validFrom: firstDay };
    return { from: firstDay, to: null, teamId, units, versions: [version] };
  });
}

type HeadedAmount = Pick<Line, "component" | "amountFen">;
type Lines = { lines: HeadedAmount[] };

const headed = ({ drafts }: PricedBook): Lines => ({
  lines: drafts.map(({ compiled, amountFen }) => ({ component: compiled.head, amountFen })),
});

const correctedIn = ({ book }: MonthBook): Lines => ({ lines: book.corrections ?? [] });

function addTo(changes: Map<string, ComponentChange>, change: ComponentChange): void {
  const known = changes.get(change.code);
  changes.set(change.code, { ...change, fen: sumFen([known?.fen ?? 0, change.fen]) });
}

/** What differs between two statements of a month, component by component in the order of the plan. @param changeOf of one component's lines */
export function changesByComponent<Of extends HeadedAmount>(
  before: { lines: readonly Of[] },
  after: { lines: readonly Of[] },
  changeOf: (before: { lines: Of[] }, after: { lines: Of[] }) => Fen = (from, to) => payOf(to) - payOf(from),
): ComponentChange[] {
  const ofCode = ({ lines }: { lines: readonly Of[] }, code: string) => ({
    lines: lines.filter(({ component }) => component.code === code),
  });
  const components = new Map([...after.lines, ...before.lines].map(({ component }) => [component.code, component]));
  return [...components.values()].flatMap(({ code, name, nameEn, kind }) => {
    const fen = changeOf(ofCode(before, code), ofCode(after, code));
    return fen === 0 ? [] : [{ code, name, nameEn, kind, fen }];
  });
}

const payOf = ({ lines }: { lines: readonly HeadedAmount[] }): Fen => sumFen(lines.map(({ amountFen }) => amountFen));
