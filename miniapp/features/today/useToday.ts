import type { AnswerOf } from "@shared/contracts";
import { statementsShapes } from "@/api/answerShapes/statements";
import { readToday } from "@/api/statements";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";

export type Today = AnswerOf<"today.read">;

export const todayQuery = { queryKey: ["today"], queryFn: readToday };

/** How far I am; asked again every few seconds while 今日 is in front, so that a confirmed sale shows by itself. */
export const useToday = (): QueryView<Today> =>
  useApiQuery(todayQuery.queryKey, todayQuery.queryFn, {
    keep: statementsShapes["today.read"],
    everyMs: 5_000,
    followsCommands: true,
  });
