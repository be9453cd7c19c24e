import type { AnswerOf, PraiseView } from "@shared/contracts";
import { answerPraise, givePraise, readPraise, readPraiseQuestion } from "@/api/praise";
import { type Command, useCommand } from "@/features/command/useCommand";
import { queryClient } from "@/features/query/queryClient";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";
import { vibrate } from "@/platform/haptics";

type PraiseWay = keyof PraiseView["said"];

export interface Praise {
  praise: QueryView<PraiseView>;
  /** Each way is a command of its own; both carry what the leader has seen. */
  give: Record<PraiseWay, Command<PraiseView, PraiseView>>;
}

/** How a sale of my team has been praised, and praising it; another leader may be first meanwhile. */
export function usePraise(saleId: string): Praise {
  const key = ["praise", saleId];
  const praise = useApiQuery(key, () => readPraise(saleId), { everyMs: 5_000 });
  const giving =
    (way: PraiseWay) =>
    async (commandId: string, { publicPraise }: PraiseView) => {
      const answer = await givePraise(saleId, { commandId, way, publicPraise });
      vibrate("light");
      queryClient.setQueryData<PraiseView>(key, answer);
      return answer;
    };
  return {
    praise,
    give: {
      group: useCommand(giving("group")),
      private: useCommand(giving("private")),
      ask: useCommand(giving("ask")),
    },
  };
}

type Question = AnswerOf<"praise.question">;

/** Whether a leader asks me if the group may hear of my sale, and my answer. */
export function usePraiseQuestion(saleId: string): {
  question: Question["question"];
  answer: Command<boolean, Question>;
} {
  const key = ["praise", saleId, "question"];
  const asked = useApiQuery<Question>(key, () => readPraiseQuestion(saleId), { enabled: saleId !== "" });
  const answer = useCommand(async (commandId: string, agrees: boolean) => {
    const answered = await answerPraise(saleId, { commandId, agrees });
    queryClient.setQueryData<Question>(key, answered);
    return answered;
  });
  return { question: asked.data?.question ?? null, answer };
}
