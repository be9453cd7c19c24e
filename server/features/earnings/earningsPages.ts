import type { AnswerOf, LineSaleView } from "@shared/contracts";
import {
  type Language,
  type Line,
  receiptOf,
  sentenceOf,
  type TakenBack,
  takenBackVisits,
  type Trace,
  traceOf,
  tracesOf,
} from "@shared/domain/pay";
import { businessDayOf, daysOf, type Month, monthOf } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import type { Deps } from "../../deps";
import { PreparedJson } from "../../http";
import { perProcess } from "../../lib/perProcess";
import { ShortCache } from "../../lib/shortCache";
import { textsIn } from "../../texts";
import { customerNames } from "../customers";
import { assignmentsOfSelling } from "../plans";
import { salesBehind } from "../sales";
import { type Footstep, footstepsByVisitId, visitIdOfFact } from "../visits";
import type { LineVisit } from "./lineDoubts";
import { type MonthView, nextStepOf, readMonthView, totalsOf } from "../statements";
import { basisCodeOf, factsMeasured, presentFormula, ruleOf } from "./presentFormula";
import { presentLine, saleIdOf } from "./presentLine";

/** A reader's month in the state that is shown of it. */
interface ReaderMonth {
  memberId: string;
  period: Month;
  /** As `monthVersion` gives it; null is never kept. */
  version: string | null;
  language: Language;
}

/** What of a line belongs to which sale. */
type SalePart = { saleId: string; fen: number };

interface LinePage {
  page: PreparedJson<Omit<AnswerOf<"statements.line">, "sales" | "visits" | "doubts">>;
  allocation: SalePart[];
  visits: VisitPart[];
}

/** What of a line belongs to which visit. */
type VisitPart = { visitId: string; fen: number };

interface LineVisits {
  views: AnswerOf<"statements.line">["visits"];
  footsteps: Footstep[];
}

interface LineSales {
  views: LineSaleView[];
  /** What is seen in them, with whose visits these are. */
  footsteps: Footstep[];
}

interface MonthPage {
  page: PreparedJson<Omit<AnswerOf<"statements.mine">, "pending" | "doubts" | "lost">>;
  /** Visits that were paid for and are not any more. */
  taken: TakenBack[];
  /** The lines that are each paid for one visit. */
  ofVisits: LineVisit[];
}
type NextStepPage = AnswerOf<"statements.nextStep">;
type ReceiptPage = PreparedJson<AnswerOf<"statements.receipt">>;

/** A page of one version says the same for ever, but for the names of customers in it. */
const keptMs = 60_000;
/** Visits and check-ins behind a sale change without the statement. */
const salesKeptMs = 5_000;

/**
 * Pages of statements as they are sent, made once for each version of a month. The oldest make room: a company of 500 keeps all
 * months that are looked at, and of lines and receipts, which are large, the latest.
 */
export const earningsPages = perProcess(({ clock, realNow }: Pick<Deps, "clock" | "realNow" | "caches">) => {
  const months = new ShortCache<MonthPage>({ realNow, keptMs, entriesMax: 2_000 });
  const weightOf = ({ page }: LinePage) => page.text.length;
  const lines = new ShortCache<LinePage>({ realNow, keptMs, entriesMax: 5_000, weightOf, weightMax: 20_000_000 });
  const receipts = new ShortCache<ReceiptPage>({ realNow, keptMs, entriesMax: 100 });
  const steps = new ShortCache<NextStepPage>({ realNow, keptMs, entriesMax: 2_000 });
  const visits = new ShortCache<LineVisits>({ realNow, keptMs: salesKeptMs, entriesMax: 2_000 });
  const sales = new ShortCache<LineSales>({ realNow, keptMs: salesKeptMs, entriesMax: 2_000 });

  const viewOf = ({ memberId, period }: ReaderMonth) => readMonthView(memberId, period, clock.now());

  function kept<Page>(cache: ShortCache<Page>, { version }: ReaderMonth, part: string, make: () => Promise<Page>) {
    return version === null ? make() : cache.get(`${version}:${part}`, make);
  }

  return {
    month: (month: ReaderMonth): Promise<MonthPage> =>
      kept(months, month, month.language, async () => monthPage(await viewOf(month), month.language)),

    /** @throws AppError "statement.lineUnknown" */
    line: (month: ReaderMonth, lineId: string): Promise<LinePage> =>
      kept(lines, month, `${month.language}:${lineId}`, async () =>
        linePage(await viewOf(month), lineId, month.language),
      ),

    visitsOf: (parts: readonly VisitPart[]): Promise<LineVisits> =>
      visits.get(JSON.stringify(parts), () => visitsOfParts(parts)),

    /** The lines of a month that are paid for a fact, or that count it and pay nothing so far. */
    ofFact: async (month: ReaderMonth, factId: string): Promise<AnswerOf<"statements.ofVisit">> => ({
      period: month.period,
      lines: await linesOfFact(await viewOf(month), factId, month.language),
    }),

    receipt: (month: ReaderMonth): Promise<ReceiptPage> =>
      kept(receipts, month, "receipt", async () => {
        const { assignments, book, statement } = await viewOf(month);
        return PreparedJson.of({ receipt: receiptOf(assignments, book, statement) });
      }),

    /** Of the running month alone: nothing can be sold in one that is over. */
    nextStep: (month: ReaderMonth): Promise<NextStepPage> => {
      const today = businessDayOf(clock.now());
      if (month.period !== monthOf(today)) return Promise.resolve({ own: null, team: null, zero: null });
      return kept(steps, month, `${today}:${month.language}`, async () => ({
        ...(await nextStepOf(month.memberId, month.period, today)),
        zero: zeroSentence(await viewOf(month), month.language),
      }));
    },

    salesOf: (allocation: readonly SalePart[]): Promise<LineSales> =>
      sales.get(JSON.stringify(allocation), () => salesOfParts(allocation)),
  };
});

async function monthPage(view: MonthView, language: Language): Promise<MonthPage> {
  const { period, revision, pricedAt, statement, assignments, book } = view;
  const names = await namesIn(view);
  const traces = tracesOf(assignments, book);
  const page = PreparedJson.of({
    period,
    state: book.state,
    revision,
    asOf: pricedAt.toISOString(),
    totals: totalsOf(statement),
    hasPlan: hasPlan(view.period, await assignmentsOfSelling(view.memberId, assignments)),
    lines: statement.lines.map((line) => presentLine(book, line, traces.get(line.id), names, language)),
  });
  const ofVisits = statement.lines.flatMap(({ id: lineId, factId, amountFen }) => {
    const visitId = factId === null || amountFen === 0 ? null : visitIdOfFact(factId);
    return visitId === null ? [] : [{ lineId, visitId }];
  });
  return { page, ofVisits, taken: takenBackVisits(assignments, view) };
}

/** Assignments reach back before the month. */
function hasPlan(period: Month, assignments: MonthView["assignments"]): boolean {
  const { from, to } = daysOf(period);
  return assignments.some((one) => one.from <= to && (one.to === null || one.to >= from));
}

/** Why a month with sales in it pays nothing so far, by its first line that says so; null where it pays, or has no sales. */
function zeroSentence(view: MonthView, language: Language): string | null {
  const { statement, assignments, book } = view;
  if (statement.totals.amountFen !== 0 || !book.facts.some(({ kind }) => kind === "sale")) return null;
  if (!hasPlan(view.period, assignments)) return textsIn(language).zeroWithoutPlan;
  const line = statement.lines.find(({ amountFen }) => amountFen === 0);
  const trace = line && traceOf(assignments, book, line.id);
  return trace ? sentenceOf(trace, language) : null;
}

async function linePage(view: MonthView, lineId: string, language: Language): Promise<LinePage> {
  const { period, statement, assignments, book } = view;
  const line = statement.lines.find((one) => one.id === lineId);
  const trace = traceOf(assignments, book, lineId);
  if (!line || !trace) throw new AppError("statement.lineUnknown", `no line ${lineId} in ${period}`);
  const names = await namesIn(view);
  const page = PreparedJson.of({
    line: presentLine(book, line, trace, names, language),
    formula: presentFormula(trace, book, names, language),
    plan: trace.plan,
    rule: ruleOf(trace, assignments, language),
    receipt: receiptOf(assignments, book, statement),
  });
  const parts = partsOf(line, trace);
  const visits = parts.flatMap(({ factId, fen }) => {
    const visitId = visitIdOfFact(factId);
    return visitId === null ? [] : [{ visitId, fen }];
  });
  const allocation = parts.flatMap(({ factId, fen }) => {
    const saleId = saleIdOf(book.facts.find((fact) => fact.id === factId));
    return saleId === null ? [] : [{ saleId, fen }];
  });
  return { page, allocation, visits };
}

/** A line of 0 belongs to no fact, and yet has some behind it. */
const partsOf = (line: Line, trace: Trace): { factId: string; fen: number }[] =>
  line.allocation.length > 0 ? line.allocation : factsMeasured(trace).map((factId) => ({ factId, fen: 0 }));

async function linesOfFact(view: MonthView, factId: string, language: Language): Promise<VisitLine[]> {
  const { statement, assignments, book } = view;
  const names = await namesIn(view);
  return statement.lines.flatMap((line) => {
    const trace = traceOf(assignments, book, line.id);
    if (!trace) return [];
    const given = partsOf(line, trace).find((one) => one.factId === factId);
    // One that is divided among visits and is 0 so far, such as while the target is open, is what this visit waits for.
    const waits = line.amountFen === 0 && basisCodeOf(trace, assignments) === "visits.effective";
    const part = given ?? (waits ? { fen: 0 } : null);
    return part ? [{ ...presentLine(book, line, trace, names, language), ofVisitFen: part.fen }] : [];
  });
}

type VisitLine = AnswerOf<"statements.ofVisit">["lines"][number];

const visitsShownMax = 50;

async function visitsOfParts(parts: readonly VisitPart[]): Promise<LineVisits> {
  const found = await footstepsByVisitId(parts.map(({ visitId }) => visitId));
  const newestFirst = parts
    .flatMap(({ visitId, fen }) => {
      const footstep = found.get(visitId);
      return footstep ? [{ footstep, fen }] : [];
    })
    .sort((a, b) => (a.footstep.view.checkIn.checkedInAt < b.footstep.view.checkIn.checkedInAt ? 1 : -1))
    .slice(0, visitsShownMax);
  return {
    views: newestFirst.map(({ footstep, fen }) => ({ ...footstep.view, allocatedFen: fen })),
    footsteps: newestFirst.map(({ footstep }) => footstep),
  };
}

async function namesIn({ book }: MonthView): Promise<Record<string, string>> {
  const customerIds = book.facts.flatMap((fact) => ("customerId" in fact && fact.customerId ? [fact.customerId] : []));
  return Object.fromEntries(await customerNames([...new Set(customerIds)]));
}

async function salesOfParts(parts: readonly SalePart[]): Promise<LineSales> {
  const sales = await salesBehind([...new Set(parts.map((part) => part.saleId))]);
  const views = parts.flatMap(({ saleId, fen }) => {
    const sale = sales.get(saleId);
    return sale ? [{ ...sale.view, allocatedFen: fen }] : [];
  });
  return { views, footsteps: [...sales.values()].flatMap((sale) => sale.footsteps) };
}
