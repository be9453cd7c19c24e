import { fen, type Fen, sumFen } from "../../money";
import { standingFacts } from "../facts/factIndex";
import type {
  Allocation,
  Assignment,
  Cause,
  Fact,
  FrozenMonth,
  LaterRelease,
  Line,
  MemberBook,
  Reason,
  States,
} from "../types";
import { evaluate } from "./evaluate";

/** A month as an approval keeps it. From then on only own facts or a correction version can bring corrections of it. */
export function freeze(assignments: readonly Assignment[], book: MemberBook): FrozenMonth {
  const statement = evaluate(assignments, { ...book, state: "closed" });
  const { memberId: _id, period: _period, state: _state, ...rest } = book;
  const { facts: _facts, referred: _referred, factsBefore: _before, corrections: _corrections, ...inputs } = rest;
  return { assignments: [...assignments], inputs, statement, corrections: [], released: [] };
}

/**
 * What is known by now of what a frozen month was computed from; payments of its lines and of their corrections are among the facts. Who has
 * left since gets no more than the plan releases to whoever leaves.
 */
export type KnownFacts = Pick<MemberBook, "facts" | "referred" | "factsBefore" | "leftOn">;

export interface Revision {
  /** Counts the corrections of a month; part of their lines' ids. */
  number: number;
  cause: Cause;
  /** The plans of a correction version; absent: those that the month was approved with. */
  assignments?: readonly Assignment[];
}

/** The book of a frozen month with what is known by now. */
export function revisedBook({ statement, inputs, corrections }: FrozenMonth, known: KnownFacts): MemberBook {
  const origins = new Map(corrections.map((line) => [line.id, originOf(line)]));
  // What was given out or kept of a correction was so of the line that it corrects.
  const facts = known.facts.map((fact) =>
    fact.kind === "payment" ? { ...fact, lineId: origins.get(fact.lineId) ?? fact.lineId } : fact,
  );
  const { memberId, period } = statement;
  return { memberId, period, state: "closed", ...inputs, ...known, facts };
}

const originOf = (line: Line): string => line.corrects?.lineId ?? line.id;

/** What a revision of a frozen month books: all of it into the open month. */
export interface Revised {
  /** A line for each line whose amount moves. */
  corrections: Line[];
  /** What has become payable, or is so no more, beside that. */
  released: LaterRelease[];
  /** The month with both noted; its statement is the one that was approved. */
  frozen: FrozenMonth;
}

/**
 * What a frozen month would come to by now, less what it came to and was corrected by. What is taken away was earned if that is enough, then
 * payable, and the rest must come back.
 */
export function revise(frozen: FrozenMonth, known: KnownFacts, revision: Revision): Revised {
  const book = revisedBook(frozen, known);
  const now = new Map(
    evaluate(revision.assignments ?? frozen.assignments, book).lines.map((line) => [line.id, line] as const),
  );
  const booked = bookedLines(frozen);
  const paid = paidByLine(book.facts);
  const corrections: Line[] = [];
  const released: LaterRelease[] = [];
  for (const id of new Set([...booked.keys(), ...now.keys()])) {
    const [before, after] = [booked.get(id) ?? [], now.get(id)];
    const model = after ?? before[0];
    if (model === undefined) continue;
    const paidFen = paid.get(id) ?? 0;
    const { states, releasedFen } = correctedStates(standingOf(id, before, frozen), after?.amountFen ?? 0, paidFen);
    const parts = allocatedBetween(before, after);
    if (states.amountFen !== 0 || parts.allocation.length > 0) {
      const { amountFen, ...rest } = states;
      corrections.push({
        ...model,
        ...parts,
        id: `${frozen.statement.period}@${revision.number}:${id}`,
        amountFen,
        reason: reasonOf(frozen.statement.period, revision.cause),
        states: rest,
        dueOn: null,
        openFactors: [],
        corrects: { month: frozen.statement.period, lineId: id },
      });
    }
    const laterFen = releasedOf(after ? [after] : []) - releasedFen;
    const receivableFen = owedBack(paidFen, releasedFen + laterFen) - owedBack(paidFen, releasedFen);
    if (laterFen !== 0) released.push({ lineId: id, fen: laterFen, receivableFen });
  }
  const next = {
    ...frozen,
    corrections: [...frozen.corrections, ...corrections],
    released: [...frozen.released, ...released],
  };
  return { corrections, released, frozen: next };
}

/** The lines of a month and those that correct it, by the line that they are about. */
function bookedLines({ statement, corrections }: FrozenMonth): Map<string, Line[]> {
  const booked = new Map<string, Line[]>();
  // Lines by which the month corrects an earlier one are that one's.
  const own = statement.lines.filter((line) => line.corrects === undefined);
  for (const line of [...own, ...corrections])
    booked.set(originOf(line), [...(booked.get(originOf(line)) ?? []), line]);
  return booked;
}

function paidByLine(facts: readonly Fact[]): Map<string, Fen> {
  const paid = new Map<string, Fen>();
  for (const fact of standingFacts(facts))
    if (fact.kind === "payment") paid.set(fact.lineId, (paid.get(fact.lineId) ?? 0) + fact.amountFen);
  return paid;
}

interface Standing {
  amountFen: Fen;
  /** What has been released of it, whether it was given out or not. */
  releasedFen: Fen;
}

const standingOf = (id: string, lines: readonly Line[], { released }: FrozenMonth): Standing => ({
  amountFen: sumFen(lines.map((line) => line.amountFen)),
  releasedFen: releasedOf(lines) + sumFen(released.flatMap(({ lineId, fen }) => (lineId === id ? [fen] : []))),
});

const releasedOf = (lines: readonly Line[]): Fen =>
  sumFen(lines.map(({ states }) => states.payableFen + states.paidFen));

const owedBack = (paidFen: Fen, releasedFen: Fen): Fen => Math.max(0, paidFen - releasedFen);

/** What of a correction is earned, payable or must come back, and what is released after it. */
function correctedStates(
  { amountFen: wasFen, releasedFen: wasReleasedFen }: Standing,
  isFen: Fen,
  paidFen: Fen,
): { states: States & { amountFen: Fen }; releasedFen: Fen } {
  const amountFen = fen(isFen - wasFen);
  const leftFen = wasFen - wasReleasedFen;
  // Of a line below 0 nothing was there to be taken from.
  const earnedFen = amountFen < 0 && leftFen >= 0 ? 0 - Math.min(0 - amountFen, leftFen) : amountFen;
  const payableFen = fen(amountFen - earnedFen);
  const releasedFen = wasReleasedFen + payableFen;
  const states = { amountFen, estimatedFen: 0, earnedFen, payableFen, paidFen: 0 };
  const receivableFen = owedBack(paidFen, releasedFen) - owedBack(paidFen, wasReleasedFen);
  return { states: receivableFen === 0 ? states : { ...states, receivableFen }, releasedFen };
}

/** What of which fact a correction takes or gives, in the order in which the facts are first named. */
function allocatedBetween(
  before: readonly Line[],
  after: Line | undefined,
): Pick<Line, "allocation" | "unallocatedFen"> {
  const parts = new Map<string, Fen>();
  const count = (allocation: readonly Allocation[], sign: 1 | -1): void => {
    for (const { factId, fen: part } of allocation) parts.set(factId, (parts.get(factId) ?? 0) + sign * part);
  };
  count(after?.allocation ?? [], 1);
  for (const line of before) count(line.allocation, -1);
  return {
    allocation: [...parts].flatMap(([factId, part]) => (part === 0 ? [] : [{ factId, fen: part }])),
    unallocatedFen: (after?.unallocatedFen ?? 0) - sumFen(before.map((line) => line.unallocatedFen)),
  };
}

const reasonOf = (month: string, { kind, id }: Cause): Reason => ({
  code: "corrected",
  params: { month, cause: kind, id },
});

/** Whether somebody's approved pay becomes less: by a correction version that is only with their consent. */
export const lowersPay = (corrections: readonly Line[]): boolean =>
  sumFen(corrections.map(({ amountFen }) => amountFen)) < 0;
