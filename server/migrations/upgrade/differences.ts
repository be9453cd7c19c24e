import { type DaySpan, daysOf, type Month } from "@shared/domain/time";
import type { StatementDifference } from "../migration";

/** Of a statement, what is compared. */
export interface Amounts {
  lines: readonly { id: string; amountFen: number; segment: DaySpan }[];
  totals: { amountFen: number };
}

/** Whether some line is not for all days of the month: of a part of it, or of an earlier month's order, which had days of its own. */
export function isInParts(period: Month, lines: readonly { segment: DaySpan }[]): boolean {
  const { from, to } = daysOf(period);
  return lines.some(({ segment }) => segment.from !== from || segment.to !== to);
}

/** Every amount that is not what it was, to the fen: the total and each line by its id. null: there is no such statement. */
export function differencesOf(
  { memberId, period }: { memberId: string; period: Month },
  before: Amounts | null,
  after: Amounts | null,
): StatementDifference[] {
  const was = amountsById(before);
  const is = amountsById(after);
  const isCut = isInParts(period, before?.lines ?? []) || isInParts(period, after?.lines ?? []);
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((lineId) => {
    const [beforeFen, afterFen] = [was.get(lineId) ?? null, is.get(lineId) ?? null];
    return beforeFen === afterFen ? [] : [{ memberId, period, isCut, lineId, beforeFen, afterFen }];
  });
}

function amountsById(amounts: Amounts | null): Map<string | null, number> {
  if (amounts === null) return new Map();
  return new Map([
    [null, amounts.totals.amountFen],
    ...amounts.lines.map((line) => [line.id, line.amountFen] as const),
  ]);
}
