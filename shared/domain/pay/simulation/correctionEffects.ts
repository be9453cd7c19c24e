import type { Fen } from "../../money";
import type { Month } from "../../time";
import { evaluate } from "../evaluation/evaluate";
import type { Assignment, MemberBook, Plan, Statement } from "../types";

/** A month that a correction version may change. */
export interface CorrectedMonth {
  assignments: readonly Assignment[];
  book: MemberBook;
  /** Approved: what it paid does not change, and the difference is a line of the open month. */
  isApproved: boolean;
}

/** What a correction version does to one month of one member. */
export interface CorrectionEffect {
  memberId: string;
  period: Month;
  isApproved: boolean;
  beforeFen: Fen;
  afterFen: Fen;
  differenceFen: Fen;
  /** Lines that come out differently. null: there is no such line. */
  lines: { lineId: string; beforeFen: Fen | null; afterFen: Fen | null }[];
  /** It takes away from what was approved: nobody's is lowered without their consent. */
  needsConsent: boolean;
}

/** The assignments with a version more of one of their plans, which prices the days that are its own. */
export const withVersion = (assignments: readonly Assignment[], version: Plan): Assignment[] =>
  assignments.map((assignment) =>
    assignment.versions.some(({ code }) => code === version.code)
      ? { ...assignment, versions: [...assignment.versions, version] }
      : assignment,
  );

/** What a correction version changes, month by month: only months in which something comes out differently. */
export const correctionEffects = (version: Plan, months: readonly CorrectedMonth[]): CorrectionEffect[] =>
  months.flatMap(({ assignments, book, isApproved }) => {
    const [before, after] = [evaluate(assignments, book), evaluate(withVersion(assignments, version), book)];
    const lines = differentLines(before, after);
    if (lines.length === 0) return [];
    const [beforeFen, afterFen] = [before.totals.amountFen, after.totals.amountFen];
    const { memberId, period } = book;
    const differenceFen = afterFen - beforeFen;
    const needsConsent = isApproved && differenceFen < 0;
    return [{ memberId, period, isApproved, beforeFen, afterFen, differenceFen, lines, needsConsent }];
  });

function differentLines(before: Statement, after: Statement): CorrectionEffect["lines"] {
  const [was, is] = [before, after].map(({ lines }) => new Map(lines.map(({ id, amountFen }) => [id, amountFen])));
  const ids = [...new Set([...before.lines, ...after.lines].map(({ id }) => id))];
  return ids
    .map((lineId) => ({ lineId, beforeFen: was?.get(lineId) ?? null, afterFen: is?.get(lineId) ?? null }))
    .filter(({ beforeFen, afterFen }) => beforeFen !== afterFen);
}
