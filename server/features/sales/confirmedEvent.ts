import { sentenceOf, traceOf, type Line, type Statement } from "@shared/domain/pay";
import { type BusinessDay, daysOf, type Month } from "@shared/domain/time";
import type { NewEvent } from "../../outbox";
import type { Booking, MonthChange } from "../statements";
import { saleConfirmed, type ZeroReason } from "./events";
import type { SaleRecord } from "./saleModel";

/** The event that others react to: what the confirmation decided on, so that every message says the same figures. */
export function confirmedEvent(sale: SaleRecord, booking: Booking, at: Date): NewEvent {
  const change = booking.changes.find((one) => one.memberId === sale.repId);
  if (!change) throw new Error(`sale ${sale._id} is credited to nobody`);
  const factId = `sale:${sale._id}`;
  const incrementFen = orderPayOf(change.after) - orderPayOf(change.before);
  const line = linePricing(change.after, factId, dayInMonth(sale.signedOn, change.period));
  return saleConfirmed.of({
    partition: `member:${sale.repId}`,
    cause: factId,
    payload: {
      saleId: sale._id,
      repId: sale.repId,
      teamId: sale.teamId,
      customerId: sale.customerId,
      customerName: sale.customerName,
      amountFen: sale.amountFen,
      period: change.period,
      confirmedAt: at.toISOString(),
      confirmedById: sale.confirmedById ?? "",
      incrementFen,
      incrementState: line ? stateOf(line) : "estimated",
      zeroReason: incrementFen > 0 ? null : zeroReasonOf(change, line),
      month: { doneBeforeFen: change.doneBeforeFen, doneFen: change.doneFen, targetFen: change.targetFen },
    },
  });
}

/** What orders pay: all lines but rewards for something else, such as a new customer, which have words of their own. */
function orderPayOf({ lines }: Statement): number {
  return lines.reduce((sum, line) => sum + (line.component.kind === "奖励" ? 0 : line.amountFen), 0);
}

/** The line that prices this sale, itself or among the others of the month; what pays comes before what does not. */
function linePricing({ lines }: Statement, factId: string, on: BusinessDay): Line | null {
  const pricing = lines.filter((line) => line.component.kind !== "奖励" && isAbout(line, factId, on));
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

function stateOf({ states }: Line): "estimated" | "earned" | "payable" {
  if (states.payableFen > 0) return "payable";
  return states.earnedFen > 0 ? "earned" : "estimated";
}

function zeroReasonOf(change: MonthChange, line: Line | null): ZeroReason {
  if (!line) return { kind: "noPlan" };
  const { reason } = line;
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
