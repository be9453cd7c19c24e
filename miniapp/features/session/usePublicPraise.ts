import type { PublicPraise } from "@shared/contracts";
import { setPublicPraise } from "@/api/me";
import { useCommand } from "@/features/command/useCommand";
import { queryClient } from "@/features/server/queryClient";
import { meKey } from "@/features/server/useServer";
import type { Failure } from "@/ui";
import { type Me, useMe } from "./useMe";

export interface PublicPraiseChoice {
  /** Null while it is not known. */
  choice: PublicPraise | null;
  failure: Failure | null;
  onChoose: (choice: PublicPraise) => void;
}

/** Whether my group may hear my name with a win. */
export function usePublicPraise(): PublicPraiseChoice {
  const me = useMe();
  const choose = useCommand(async (commandId: string, publicPraise: PublicPraise) => {
    const known = me.data;
    if (!known) return null;
    const answer = await setPublicPraise({ commandId, publicPraise, revision: known.member.revision });
    queryClient.setQueryData<Me>(meKey, { ...known, member: { ...known.member, ...answer } });
    return answer;
  });
  return {
    choice: me.data?.member.publicPraise ?? null,
    failure: choose.failure,
    onChoose: (choice) => void choose.run(choice),
  };
}
