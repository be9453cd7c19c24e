import { useState } from "react";
import type { AnswerOf } from "@shared/contracts";
import { decideDuplicate, readDuplicates } from "@/api/duplicates";
import { vibrate } from "@/platform/haptics";
import { type Command, useCommand } from "@/features/command/useCommand";
import { queryClient } from "@/features/query/queryClient";
import { type ListQueryView, useApiListQuery } from "@/features/query/useApiListQuery";
import { useCan } from "@/features/session/useMe";

type List = AnswerOf<"duplicates.list">;
export type DuplicatePair = List["items"][number];
/** Those that are to be looked at, or of which somebody has said that they are two. */
export type Shown = "open" | "different";

export interface Duplicates {
  shown: Shown;
  show: (shown: Shown) => void;
  list: ListQueryView<DuplicatePair, List>;
  /** Says that they are two, or takes that back. */
  decide: Command<{ pair: DuplicatePair; isDifferent: boolean }, string>;
}

/** Clients that may be there twice, of those whom I lead. */
export function useDuplicates(): Duplicates {
  const [shown, show] = useState<Shown>("open");
  const list = useApiListQuery<DuplicatePair, List>(
    ["duplicates", shown],
    (cursor) =>
      readDuplicates({
        ...(cursor !== null && { cursor }),
        ...(shown === "different" && { told: "different" as const }),
      }),
    ({ pairId }) => pairId,
    {},
  );
  const decide = useCommand(
    async (commandId: string, { pair, isDifferent }: { pair: DuplicatePair; isDifferent: boolean }) => {
      const { pairId, revision } = pair;
      await decideDuplicate(pairId, { commandId, revision, isDifferent });
      vibrate("light");
      for (const queryKey of [["duplicates"], ["approvals"], ["todos"]])
        await queryClient.invalidateQueries({ queryKey });
      return pairId;
    },
  );
  return { shown, show, list, decide };
}

/** Whether somebody says which clients are one. */
export function useSeesDuplicates(): boolean {
  return useCan()("duplicates.list") === true;
}
