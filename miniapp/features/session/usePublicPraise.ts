import type { PublicPraise } from "@shared/contracts";
import { setPublicPraise } from "@/api/me";
import { type Command, useCommand } from "@/features/command/useCommand";
import { queryClient } from "@/features/server/queryClient";
import { meKey } from "@/features/server/useServer";
import { type Me, useMe } from "./useMe";

/** Whether my group may hear my name with a win. Null while that is not known. */
export function usePublicPraise(): { choice: PublicPraise | null; choose: Command<PublicPraise, unknown> } {
  const me = useMe();
  const choose = useCommand(async (commandId: string, publicPraise: PublicPraise) => {
    const known = me.data;
    if (!known) return null;
    const answer = await setPublicPraise({ commandId, publicPraise, revision: known.member.revision });
    queryClient.setQueryData<Me>(meKey, { ...known, member: { ...known.member, ...answer } });
    return answer;
  });
  return { choice: me.data?.member.publicPraise ?? null, choose };
}
