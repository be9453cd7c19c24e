import type { AnswerOf } from "@shared/contracts";
import { readLine, readStatement } from "@/api/statements";
import { type Served, useServer } from "@/features/server/useServer";
import { useMe } from "@/features/session/useMe";

export type Statement = AnswerOf<"statements.mine">;
export type LineDetail = AnswerOf<"statements.line">;

/** A month of mine; fresh while the page is open. */
export const useStatement = (period: string): Served<Statement> =>
  useServer(["statement", period], () => readStatement(period), {
    enabled: period !== "",
    keep: true,
    everyMs: 8_000,
  });

/** One amount, with everything that it came from. */
export const useLine = (period: string, lineId: string): Served<LineDetail> =>
  useServer(["line", period, lineId], () => readLine(period, lineId), {
    enabled: period !== "" && lineId !== "",
    keep: true,
  });

/** Messages name a sale or a line; the page needs the line of a month. */
export function useLineOfSale(params: Record<string, string>): {
  period: string;
  lineId: string;
  /** The month is known, and no line of it is about the sale. */
  missing: boolean;
  statement: Served<Statement>;
} {
  const me = useMe();
  const saleId = params.saleId ?? params.id;
  const period = params.period ?? me.data?.period ?? "";
  const statement = useStatement(params.lineId === undefined && saleId !== undefined ? period : "");
  // Some plans have one line for the whole month; another sale's line would be a wrong answer.
  const ofSale =
    statement.data?.lines.find((line) => line.saleId === saleId) ??
    statement.data?.lines.find((line) => line.saleId === null);
  const lineId = params.lineId ?? ofSale?.lineId ?? "";
  return { period, lineId, missing: lineId === "" && statement.data !== undefined, statement };
}
