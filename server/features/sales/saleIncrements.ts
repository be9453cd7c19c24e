import {
  type Assignment,
  type Fact,
  increment,
  isHouseAccount,
  type Language,
  type MemberBook,
  sentenceOf,
  traceOf,
  type Line,
  type Statement,
  type Trace,
} from "@shared/domain/pay";
import { type BusinessDay, daysOf, type Month } from "@shared/domain/time";
import { changesByComponent, type MonthChange } from "../statements";
import type { SaleIncrement, ZeroReason } from "./events";
import type { SaleRecord } from "./saleModel";

/**
 * What a sale brings each member whom it credits, by member id, which is the order of credits. The one place where it is computed: the
 * preview before and the message after are made from it.
 * @param facts the sale's own first, then what else it was
 * @param historyBefore the first paying day where the sale is older: that is why it pays nothing
 */
export function incrementsOf(
  sale: Pick<SaleRecord, "_id" | "signedOn">,
  facts: readonly [Fact, ...Fact[]],
  changes: readonly MonthChange[],
  historyBefore: BusinessDay | null,
): SaleIncrement[] {
  return facts[0].credits.flatMap(({ memberId, teamId, fen }) => {
    if (isHouseAccount(memberId)) return [];
    const change = changes.find((one) => one.memberId === memberId);
    if (!change) throw new Error(`sale ${sale._id} credits ${memberId}, whose month was not priced`);
    const brings = whatItBrings(change, facts, dayInMonth(sale.signedOn, change.period));
    const isHistory = historyBefore !== null && brings.zeroReason !== null;
    const zeroReason = isHistory ? ({ kind: "history", before: historyBefore } as const) : brings.zeroReason;
    return [{ memberId, teamId, creditFen: fen, ...brings, zeroReason }];
  });
}

function whatItBrings(
  change: MonthChange,
  facts: readonly [Fact, ...Fact[]],
  on: BusinessDay,
): Omit<SaleIncrement, "memberId" | "teamId" | "creditFen"> {
  const { expected } = change;
  const [before, after] = [orderPay(expected.before), orderPay(expected.after)];
  const factIds = facts.map(({ id }) => id);
  const { ownFen, othersFen, totalFen } = increment(before, after, factIds);
  const line = linePricing(after, facts[0].id, on);
  const pays = ownFen > 0 && totalFen > 0;
  return {
    ownFen,
    othersFen,
    others: othersByComponent(before, after, factIds),
    rewards: changesByComponent(rewardsOf(expected.before), rewardsOf(expected.after)),
    state: line ? stateOf(line) : "estimated",
    zeroReason: pays ? null : zeroReasonOf(change, line, facts[0].id),
    month: { doneBeforeFen: change.doneBeforeFen, doneFen: change.doneFen, targetFen: change.targetFen },
  };
}

/** Why a sale brings the member nothing, in the words of the line that would price it; null where no plan pays on sales. */
export function zeroSentenceOf(
  change: MonthChange,
  sale: Pick<SaleRecord, "signedOn">,
  factId: string,
  language: Language,
): string | null {
  const { assignments, expected, period } = change;
  const line = linePricing(orderPay(expected.after), factId, dayInMonth(sale.signedOn, period));
  const trace = line && traceOfSale(assignments, expected.book, line, factId);
  return trace && sentenceOf(trace, language);
}

/** How the sale's own part came about, be it rounded away; where the line gives it none, why the line is what it is. */
const traceOfSale = (assignments: Assignment[], book: MemberBook, { id }: Line, factId: string): Trace | null =>
  traceOf(assignments, book, id, factId) ?? traceOf(assignments, book, id);

const rewardKind = "奖励";

/** What orders pay: all lines but rewards for something else, such as a new customer, which have words of their own. */
const orderPay = ({ lines }: Statement): Lines => ({
  lines: lines.filter((line) => line.component.kind !== rewardKind),
});
const rewardsOf = ({ lines }: Statement): Lines => ({
  lines: lines.filter((line) => line.component.kind === rewardKind),
});

type Lines = Pick<Statement, "lines">;

/** The effect on everything else, component by component in the order of the plan. */
const othersByComponent = (before: Lines, after: Lines, factIds: string[]): SaleIncrement["others"] =>
  changesByComponent(before, after, (from, to) => increment(from, to, factIds).othersFen);

/** The line that prices this sale, itself or among the others of the month; what pays comes before what does not. */
function linePricing({ lines }: Lines, factId: string, on: BusinessDay): Line | null {
  const pricing = lines.filter((line) => isAbout(line, factId, on));
  return pricing.find((line) => line.amountFen > 0) ?? pricing[0] ?? null;
}

/** What was signed before the month counts in it from its first day on. */
function dayInMonth(day: BusinessDay, period: Month): BusinessDay {
  const { from, to } = daysOf(period);
  return day < from ? from : day > to ? to : day;
}

function isAbout(line: Line, factId: string, on: BusinessDay): boolean {
  if (line.component.grain === "event") return line.factId === factId;
  return line.segment.from <= on && on <= line.segment.to;
}

function stateOf({ states }: Line): SaleIncrement["state"] {
  if (states.payableFen > 0) return "payable";
  return states.earnedFen > 0 ? "earned" : "estimated";
}

function zeroReasonOf(change: MonthChange, line: Line | null, factId: string): ZeroReason | null {
  if (!line) return { kind: "noPlan" };
  const { reason } = line;
  const factor = reason.code === "factor.zero" ? inputNamed(change, String(reason.params.name)) : undefined;
  const { teamId } = line.segment;
  if (factor && "of" in factor && factor.of === "team" && teamId !== null)
    return { kind: "teamFactor", unitId: teamId };
  const trace = traceOfSale(change.assignments, change.expected.book, line, factId);
  if (!trace) return { kind: "noPlan" };
  // The month loses by it what the order itself brings.
  if (trace.amountFen > 0) return null;
  return { kind: "line", sentence: { "zh-CN": sentenceOf(trace, "zh-CN"), en: sentenceOf(trace, "en") } };
}

function inputNamed({ assignments }: MonthChange, name: string) {
  return assignments
    .flatMap(({ versions }) => versions.flatMap(({ inputs }) => inputs))
    .find((one) => one.name === name);
}
