import type { AnswerOf } from "@shared/contracts";
import { decidePins } from "@/api/pins";
import { vibrate } from "@/platform/haptics";
import { type Command, useCommand } from "@/features/command/useCommand";
import { queryClient } from "@/features/query/queryClient";

/** The word on a place's pin that I may take back. */
export type AcceptedPin = NonNullable<AnswerOf<"customers.read">["customer"]["sites"][number]["accepted"]>;
export type TakeBack = Command<{ reason: string }, unknown>;

/** The pin is where and as it was before it was confirmed; somebody may have been faster, which the page then shows. */
export const useTakePinBack = (accepted: AcceptedPin | undefined): TakeBack =>
  useCommand(async (commandId: string, { reason }: { reason: string }) => {
    const items = accepted ? [{ proposalId: accepted.proposalId, revision: accepted.revision }] : [];
    const answer = await decidePins({ commandId, accepted: false, reason, items });
    vibrate("light");
    await queryClient.invalidateQueries();
    return answer;
  });
