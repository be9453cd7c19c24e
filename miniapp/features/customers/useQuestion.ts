import type { AnswerOf } from "@shared/contracts";
import { answerQuestion, readQuestion, withdrawQuestion } from "@/api/visitQuestions";
import { vibrate } from "@/platform/haptics";
import { type Command, useCommand } from "@/features/command/useCommand";
import { queryClient } from "@/features/query/queryClient";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";

export type Question = AnswerOf<"visitQuestions.read">["question"];

/** A question that a colleague asks me. */
export const useQuestion = (questionId: string): QueryView<AnswerOf<"visitQuestions.read">> =>
  useApiQuery(["visitQuestion", questionId], () => readQuestion(questionId));

export const useAnswerQuestion = (): Command<
  { question: Question; isWelcome: boolean; word: string },
  AnswerOf<"visitQuestions.answer">
> =>
  useCommand(async (commandId: string, { question, isWelcome, word }) => {
    const { questionId, revision } = question;
    const body = { commandId, revision, isWelcome, word: word.trim() || null };
    const answer = await answerQuestion(questionId, body);
    vibrate("light");
    queryClient.setQueryData(["visitQuestion", questionId], answer);
    await queryClient.invalidateQueries();
    return answer;
  });

/** I need no answer any more; where there is one by now, it is shown. */
export const useWithdrawQuestion = (): Command<string, AnswerOf<"visitQuestions.withdraw">> =>
  useCommand(async (commandId: string, questionId: string) => {
    const answer = await withdrawQuestion(questionId, { commandId });
    vibrate("light");
    await queryClient.invalidateQueries();
    return answer;
  });
