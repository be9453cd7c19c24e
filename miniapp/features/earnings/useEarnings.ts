import type { AnswerOf } from "@shared/contracts";
import { statementsShapes } from "@/api/answerShapes/statements";
import type { Language, Plan } from "@shared/domain/pay/phone";
import { readEarningsOfVisit, readLine, readNextStep, readStatement } from "@/api/statements";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";
import { useSession } from "@/features/session/sessionStore";
import { usePresentMonth } from "@/features/time";

export type Statement = AnswerOf<"statements.mine">;
export type LineDetail = AnswerOf<"statements.line">;

/** A month of mine; fresh while the page is open. */
export const useStatement = (period: string): QueryView<Statement> =>
  useApiQuery(["statement", period], () => readStatement(period), {
    enabled: period !== "",
    keep: statementsShapes["statements.mine"],
    everyMs: 8_000,
  });

export type NextStep = AnswerOf<"statements.nextStep">;

/** What the next step of a month brings. @param asOf when the month was last priced: another one is asked about anew */
export const useNextStep = (period: string, asOf: string): QueryView<NextStep> =>
  useApiQuery(["nextStep", period, asOf], () => readNextStep(period), { enabled: period !== "" });

/** One amount, with everything that it came from. Visits of those who share a client are a look at them. */
export function useLine(period: string, lineId: string): QueryView<LineDetail> {
  const memberId = useSession((session) => session.memberId);
  return useApiQuery(["line", period, lineId], () => readLine(period, lineId), {
    enabled: period !== "" && lineId !== "",
    isLook: ({ sales, visits }) =>
      [...sales.flatMap(({ footsteps }) => footsteps), ...visits].some((footstep) => footstep.memberId !== memberId),
    keep: statementsShapes["statements.line"],
  });
}

/** What a visit of mine has brought. It is asked anew when the month moves. */
export const useEarningsOfVisit = (visitId: string): QueryView<AnswerOf<"statements.ofVisit">> =>
  useApiQuery(["ofVisit", visitId], () => readEarningsOfVisit(visitId), {
    enabled: visitId !== "",
    keep: statementsShapes["statements.ofVisit"],
    everyMs: 15_000,
  });

/** The version of the plan that a line was computed by: it is in the line's receipt, so that it opens without a network, too. */
export function planOf({ plan, receipt }: LineDetail): Plan | undefined {
  const versions = receipt.assignments.flatMap((assignment) => assignment.versions);
  return versions.find(({ code, version }) => code === plan.code && version === plan.version);
}

/** What the plan behind a line is called in the reader's language. */
export function planNameOf(detail: LineDetail, language: Language): string {
  const plan = planOf(detail);
  return (language === "en" ? plan?.nameEn : undefined) ?? detail.plan.name;
}

/** What names a line: itself, or the sale whose line it is; `id`: the sale in messages of older versions. */
export interface LineAddress {
  period?: string;
  lineId?: string;
  saleId?: string;
  id?: string;
}

/** Messages name a sale or a line; the page needs the line of a month. */
export function useLineOfSale(params: LineAddress): {
  period: string;
  lineId: string;
  /** The month has no line of the sale. */
  missing: boolean;
  /** Of asking for the month that names it. */
  asked: Pick<QueryView<Statement>, "state" | "failure" | "refresh">;
} {
  const present = usePresentMonth();
  const saleId = params.saleId ?? params.id;
  const period = params.period ?? present;
  const statement = useStatement(params.lineId === undefined && saleId !== undefined ? period : "");
  const lineId = params.lineId ?? lineOfSale(statement.data, saleId)?.lineId ?? "";
  // The copy of an earlier day need not know the sale yet.
  const waits = statement.isCopy;
  return {
    period,
    lineId,
    missing: lineId === "" && !waits && statement.data !== undefined,
    asked: {
      ...statement,
      state: waits ? (statement.failure ? "failed" : "loading") : statement.state,
    },
  };
}

/** The sale's own line; else the commission on the whole month, where there is just one. Another line would be a wrong answer. */
function lineOfSale(statement: Statement | undefined, saleId: string | undefined) {
  const own = statement?.lines.find((line) => line.saleId !== null && line.saleId === saleId);
  const ofMonth = statement?.lines.filter((line) => line.saleId === null && line.kind === "提成") ?? [];
  return own ?? (ofMonth.length === 1 ? ofMonth[0] : undefined);
}
