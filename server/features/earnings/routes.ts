import type { LineSaleView } from "@shared/contracts";
import { evaluate, formulaOf, receiptOf, traceOf, tracesOf } from "@shared/domain/pay";
import { businessDayOf, monthOf, type Month } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import type { Deps } from "../../deps";
import type { Handlers, MemberActor } from "../../http";
import { customerNames } from "../customers";
import { findMember } from "../members";
import { pendingOf, salesBehind } from "../sales";
import { type MonthState, readMonth, totalsOf } from "../statements";
import { presentLine, saleIdOf } from "./presentLine";

export const statementsHandlers = (deps: Pick<Deps, "clock">): Handlers<"statements"> => ({
  "statements.mine": async ({ actor, params }) => {
    const now = deps.clock.now();
    const month = await readStarted(actor, params.period, now);
    const [names, pending, language] = await Promise.all([namesIn(month), pendingOf(actor.id), languageOf(actor)]);
    const statement = statementOf(month);
    const traces = tracesOf(month.assignments, month.book);
    return {
      period: month.period,
      revision: month.revision,
      asOf: now.toISOString(),
      totals: totalsOf(statement),
      lines: statement.lines.map((line) => presentLine(month, line, traces.get(line.id), names, language)),
      pending,
    };
  },

  "statements.line": async ({ actor, params }) => {
    const month = await readStarted(actor, params.period, deps.clock.now());
    const statement = statementOf(month);
    const line = statement.lines.find((one) => one.id === params.lineId);
    const trace = traceOf(month.assignments, month.book, params.lineId);
    if (!line || !trace) throw new AppError("statement.lineUnknown", `no line ${params.lineId} in ${params.period}`);
    const [names, language] = await Promise.all([namesIn(month), languageOf(actor)]);
    return {
      line: presentLine(month, line, trace, names, language),
      formula: formulaOf(trace, language).map(({ text, label, source }) => ({ text, label, source })),
      sales: await salesOfLine(month, line.allocation),
      plan: trace.plan,
      receipt: receiptOf(month.assignments, month.book, statement),
    };
  },

  "statements.receipt": async ({ actor, params }) => {
    const month = await readStarted(actor, params.period, deps.clock.now());
    return { receipt: receiptOf(month.assignments, month.book, statementOf(month)) };
  },
});

/** A month that has begun. @throws AppError "period.invalid" for one that has not */
async function readStarted(actor: MemberActor, period: Month, now: Date): Promise<MonthState> {
  if (period > monthOf(businessDayOf(now))) throw new AppError("period.invalid", `${period} has not begun`);
  return readMonth(actor.id, period);
}

/**
 * What is shown is computed from what was just read, so that lines, sentences and receipt never come from two moments; a
 * tick that has not run yet is a matter of seconds.
 */
function statementOf({ assignments, book }: MonthState) {
  return evaluate(assignments, book);
}

/** As it is now: the session may hold the one before a change for some seconds. */
async function languageOf(actor: MemberActor): Promise<MemberActor["language"]> {
  return (await findMember(actor.id))?.language ?? actor.language;
}

async function namesIn({ book }: MonthState): Promise<Record<string, string>> {
  const customerIds = book.facts.flatMap((fact) => ("customerId" in fact && fact.customerId ? [fact.customerId] : []));
  return Object.fromEntries(await customerNames([...new Set(customerIds)]));
}

async function salesOfLine(
  { book }: MonthState,
  allocation: readonly { factId: string; fen: number }[],
): Promise<LineSaleView[]> {
  const parts = allocation.flatMap(({ factId, fen }) => {
    const saleId = saleIdOf(book.facts.find((fact) => fact.id === factId));
    return saleId === null ? [] : [{ saleId, fen }];
  });
  const sales = await salesBehind([...new Set(parts.map((part) => part.saleId))]);
  return parts.flatMap(({ saleId, fen }) => {
    const sale = sales.get(saleId);
    return sale ? [{ ...sale, allocatedFen: fen }] : [];
  });
}
