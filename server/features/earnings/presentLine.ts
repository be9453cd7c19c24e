import type { LineView } from "@shared/contracts";
import { type MemberBook, sentenceOf, type Fact, type Language, type Line, type Trace } from "@shared/domain/pay";

/** A line as its member sees it: one sentence and the state that most of it is in. */
export function presentLine(
  book: MemberBook,
  line: Line,
  trace: Trace | undefined,
  names: Readonly<Record<string, string>>,
  language: Language,
): LineView {
  const fact = book.facts.find((one) => one.id === line.factId);
  const customerId = fact && "customerId" in fact ? (fact.customerId ?? null) : null;
  return {
    lineId: line.id,
    componentCode: line.component.code,
    name: language === "en" ? (line.component.nameEn ?? line.component.name) : line.component.name,
    kind: line.component.kind,
    amountFen: line.amountFen,
    states: line.states,
    status: statusOf(line),
    sentence: trace ? sentenceOf(trace, language, { customers: names }) : "",
    saleId: saleIdOf(fact),
    customerName: customerId === null ? null : (names[customerId] ?? null),
    on: fact?.on ?? null,
  };
}

export function saleIdOf(fact: Fact | undefined): string | null {
  return fact && "saleId" in fact ? fact.saleId : null;
}

/** A negative line is an offset; else the state with the largest part, the surest first where parts are equal. */
function statusOf({ amountFen, states, component }: Line): LineView["status"] {
  if (amountFen < 0) return "offset";
  if (amountFen === 0) return component.grain === "event" ? "earned" : "estimated";
  const parts = [
    ["paid", states.paidFen],
    ["payable", states.payableFen],
    ["earned", states.earnedFen],
    ["estimated", states.estimatedFen],
  ] as const;
  return parts.reduce((best, part) => (part[1] > best[1] ? part : best))[0];
}
