import { settleNextStep } from "@/api/visits";
import { vibrate } from "@/platform/haptics";
import { type Command, useCommand } from "@/features/command/useCommand";
import { queryClient } from "@/features/query/queryClient";

/** What becomes of the next step of a visit. */
export interface Settlement {
  visitId: string;
  version: number;
  on: string;
  done: boolean;
}

export const useSettleNextStep = (): Command<Settlement, { version: number }> =>
  useCommand(async (commandId: string, { visitId, ...settled }: Settlement) => {
    try {
      const answer = await settleNextStep(visitId, { commandId, ...settled });
      vibrate("light");
      return answer;
    } finally {
      void queryClient.invalidateQueries();
    }
  });
