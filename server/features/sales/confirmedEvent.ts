import {
  type Fact,
  increment,
  isHouseAccount,
  sentenceOf,
  traceOf,
  type Line,
  type Statement,
} from "@shared/domain/pay";
import { type BusinessDay, daysOf, monthOf, type Month } from "@shared/domain/time";
import type { NewEvent } from "../../outbox";
import type { Booking, MonthChange } from "../statements";
import { saleConfirmed, type SaleIncrement, type ZeroReason } from "./events";
import type { SaleRecord } from "./saleModel";

/**
 * The event that others react to: what the confirmation decided on, so that every message says the same figures.
 * @param facts the sale's own first, then what else the order was
 */
export function confirmedEvent(sale: SaleRecord, facts: readonly [Fact, ...Fact[]], booking: Booking): NewEvent {
  const [saleFact] = facts;
  return saleConfirmed.of({
    partition: `member:${sale.repId}`,
    cause: saleFact.id,
    payload: {
      saleId: sale._id,
      repId: sale.repId,
      teamId: sale.teamId,
      customerId: sale.customerId,
      customerName: sale.customerName,
      amountFen: sale.amountFen,
      period: monthOf(saleFact.countsOn),
      confirmedAt: saleFact.recordedAt,
      confirmedById: sale.confirmedById ?? "",
      increments: incrementsOf(sale, facts, booking),
    },
  });
}

/** By member id, which is the order of credits. */
function incrementsOf(sale: SaleRecord, facts: readonly [Fact, ...Fact[]], booking: Booking): SaleIncrement[] {
  return facts[0].credits.flatMap(({ memberId, teamId, fen }) => {
    if (isHouseAccount(memberId)) return [];
    const change = booking.changes.find((one) => one.memberId === memberId);
    if (!change) throw new Error(`sale ${sale._id} credits ${memberId}, whose month was not priced`);
    return [
      { memberId, teamId, creditFen: fen, ...whatItBrings(change, facts, dayInMonth(sale.signedOn, change.period)) },
    ];
  });
}

function whatItBrings(
  change: MonthChange,
  facts: readonly [Fact, ...Fact[]],
  on: BusinessDay,
): Omit<SaleIncrement, "memberId" | "teamId" | "creditFen"> {
  const [before, after] = [orderPay(change.before), orderPay(change.after)];
  const factIds = facts.map(({ id }) => id);
  const { ownFen, othersFen, totalFen } = increment(before, after, factIds);
  const line = linePricing(after, facts[0].id, on);
  const pays = ownFen > 0 && totalFen > 0;
  return {
    ownFen,
    othersFen,
    others: othersByComponent(before, after, factIds),
    state: line ? stateOf(line) : "estimated",
    zeroReason: pays ? null : zeroReasonOf(change, line),
    month: { doneBeforeFen: change.doneBeforeFen, doneFen: change.doneFen, targetFen: change.targetFen },
  };
}

/** What orders pay: all lines but rewards for something else, such as a new customer, which have words of their own. */
const orderPay = ({ lines }: Statement): Pick<Statement, "lines"> => ({
  lines: lines.filter((line) => line.component.kind !== "奖励"),
});

type Lines = Pick<Statement, "lines">;

/** The effect on everything else, component by component in the order of the plan. */
function othersByComponent(before: Lines, after: Lines, factIds: string[]): SaleIncrement["others"] {
  const ofCode = ({ lines }: Lines, code: string) => ({
    lines: lines.filter(({ component }) => component.code === code),
  });
  const components = new Map([...after.lines, ...before.lines].map(({ component }) => [component.code, component]));
  return [...components.values()].flatMap(({ code, name, nameEn }) => {
    const { othersFen: fen } = increment(ofCode(before, code), ofCode(after, code), factIds);
    return fen === 0 ? [] : [{ name: { "zh-CN": name, en: nameEn ?? name }, fen }];
  });
}

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

function zeroReasonOf(change: MonthChange, line: Line | null): ZeroReason | null {
  if (!line) return { kind: "noPlan" };
  const { reason, amountFen } = line;
  // The line pays, and this order's part of it is less than half a fen.
  if (amountFen > 0 && reason.code === "paid") return null;
  const factor = reason.code === "factor.zero" ? inputNamed(change, String(reason.params.name)) : undefined;
  const { teamId } = line.segment;
  if (factor && "of" in factor && factor.of === "team" && teamId !== null)
    return { kind: "teamFactor", unitId: teamId };
  const trace = traceOf(change.assignments, change.book, line.id);
  if (!trace) return { kind: "noPlan" };
  return { kind: "line", sentence: { "zh-CN": sentenceOf(trace, "zh-CN"), en: sentenceOf(trace, "en") } };
}

function inputNamed({ assignments }: MonthChange, name: string) {
  return assignments
    .flatMap(({ versions }) => versions.flatMap(({ inputs }) => inputs))
    .find((one) => one.name === name);
}
