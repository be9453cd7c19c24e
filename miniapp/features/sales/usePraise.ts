import type { PraiseView } from "@shared/contracts";
import { givePraise, readPraise } from "@/api/praise";
import { type Command, useCommand } from "@/features/command/useCommand";
import { queryClient } from "@/features/server/queryClient";
import { type Served, useServer } from "@/features/server/useServer";
import { vibrate } from "@/platform/haptics";

export type PraiseWay = keyof PraiseView["said"];

/** How a sale of my team has been praised, and praising it; another leader may be first meanwhile. */
export function usePraise(saleId: string): { praise: Served<PraiseView>; give: Command<PraiseWay, PraiseView> } {
  const key = ["praise", saleId];
  const praise = useServer(key, () => readPraise(saleId), { everyMs: 5_000 });
  const give = useCommand(async (commandId: string, way: PraiseWay) => {
    const answer = await givePraise(saleId, { commandId, way });
    vibrate("light");
    queryClient.setQueryData<PraiseView>(key, answer);
    return answer;
  });
  return { praise, give };
}
