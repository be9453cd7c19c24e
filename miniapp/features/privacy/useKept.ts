import type { AnswerOf } from "@shared/contracts";
import { eraseLeaver, readKept, readLeaver } from "@/api/kept";
import { type Command, useCommand } from "@/features/command/useCommand";
import { queryClient } from "@/features/query/queryClient";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";

export type KeptOverview = AnswerOf<"privacy.kept">;
export type Leaver = AnswerOf<"privacy.leaver">;
export type Erased = AnswerOf<"privacy.erase">;

/** Who has left, by how their names begin, and what photos take. */
export const useKept = (begin: string): QueryView<KeptOverview> => useApiQuery(["kept", begin], () => readKept(begin));

/** One of them. */
export const useLeaver = (memberId: string): QueryView<Leaver> =>
  useApiQuery(["leaver", memberId], () => readLeaver(memberId));

export const useEraseLeaver = (memberId: string): Command<{ name: string; reason: string }, Erased> =>
  useCommand(async (commandId: string, given: { name: string; reason: string }) => {
    const answer = await eraseLeaver(memberId, { commandId, ...given });
    await queryClient.invalidateQueries({ queryKey: ["leaver", memberId] });
    return answer;
  });
