import { type Command, useCommand } from "@/features/command/useCommand";
import { queryClient } from "@/features/query/queryClient";
import { meKey } from "@/features/query/useApiQuery";
import { type Me, useMe } from "./useMe";

/** Changes what a person has chosen about themselves: a command on the revision seen, and at once on every screen. */
export function useProfileChange<Choice>(
  send: (commandId: string, revision: number, choice: Choice) => Promise<Partial<Me["member"]>>,
): Command<Choice, unknown> {
  const me = useMe();
  return useCommand(async (commandId: string, choice: Choice) => {
    const known = me.data;
    if (!known) return null;
    const answer = await send(commandId, known.member.revision, choice);
    queryClient.setQueryData<Me>(meKey, { ...known, member: { ...known.member, ...answer } });
    return answer;
  });
}
