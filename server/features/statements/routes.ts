import type { LineSaleView } from "@shared/contracts";
import { evaluate, formulaOf, receiptOf, traceOf, tracesOf } from "@shared/domain/pay";
import { businessDayOf, daysOf, monthOf, type Month } from "@shared/domain/time";
import { paceOf } from "@shared/domain/workingDays";
import { AppError } from "@shared/errors";
import type { Deps } from "../../deps";
import type { Handlers, MemberActor } from "../../http";
import { workCalendarOf } from "../../lib/workCalendar";
import { customerNames } from "../customers";
import { findMember, findUnits, unitAndBelow } from "../members";
import { presentUnitMonth, readUnitMonths } from "../teams";
import { presentLine, saleIdOf } from "./presentLine";
import { presentMine, totalsOf } from "./presentToday";
import { readMonth, type MonthState } from "./readMonth";

/** What this area needs to know from the sales, which themselves book into statements. */
export interface StatementReads {
  pendingOf(repId: string): Promise<{ count: number; amountFen: number }>;
  toDecideCount(teamIds: readonly string[], readerId: string): Promise<number>;
  salesBehind(saleIds: readonly string[]): Promise<Map<string, Omit<LineSaleView, "allocatedFen">>>;
}

export const statementsHandlers = (deps: Pick<Deps, "clock">, reads: StatementReads): Handlers<"statements"> => ({
  "statements.today": async ({ actor }) => {
    const now = deps.clock.now();
    const today = businessDayOf(now);
    const period = monthOf(today);
    const [month, pending, units] = await Promise.all([
      readMonth(actor.id, period),
      reads.pendingOf(actor.id),
      findUnits(),
    ]);
    const unitIds = [...new Set([...(actor.teamId === null ? [] : [actor.teamId]), ...actor.leads])];
    const unitMonths = await readUnitMonths(unitIds, period);
    const presented = new Map(
      unitMonths.map((unit) => [unit.unitId, presentUnitMonth(unit, units.get(unit.unitId)?.name ?? unit.unitId, now)]),
    );
    const decidableCount = (unitId: string) => {
      const below = unitAndBelow(units, unitId).map((unit) => unit.unitId);
      return reads.toDecideCount(below, actor.id);
    };
    const leads = await Promise.all(
      actor.leads.flatMap((unitId) => {
        const team = presented.get(unitId);
        return team ? [decidableCount(unitId).then((toDecideCount) => ({ team, toDecideCount }))] : [];
      }),
    );
    return {
      period,
      asOf: now.toISOString(),
      pace: paceOf(period, today, workCalendarOf(daysOf(period))),
      mine: presentMine(month, now, pending),
      team: (actor.teamId === null ? null : presented.get(actor.teamId)) ?? null,
      leads,
    };
  },

  "statements.mine": async ({ actor, params }) => {
    const now = deps.clock.now();
    const month = await readStarted(actor, params.period, now);
    const [names, pending, language] = await Promise.all([
      namesIn(month),
      reads.pendingOf(actor.id),
      languageOf(actor),
    ]);
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
      sales: await salesOfLine(month, line.allocation, reads),
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
  reads: StatementReads,
): Promise<LineSaleView[]> {
  const parts = allocation.flatMap(({ factId, fen }) => {
    const saleId = saleIdOf(book.facts.find((fact) => fact.id === factId));
    return saleId === null ? [] : [{ saleId, fen }];
  });
  const sales = await reads.salesBehind([...new Set(parts.map((part) => part.saleId))]);
  return parts.flatMap(({ saleId, fen }) => {
    const sale = sales.get(saleId);
    return sale ? [{ ...sale, allocatedFen: fen }] : [];
  });
}
