import type { PraiseView } from "@shared/contracts";
import { givePraise, readPraise } from "@/api/praise";
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
  return { praise, give: { group: useCommand(giving("group")), private: useCommand(giving("private")) } };
}
