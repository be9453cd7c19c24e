import { setLanguage } from "@/api/me";
import { type Command, useCommand } from "@/features/command/useCommand";
import { queryClient } from "@/features/server/queryClient";
import { meKey } from "@/features/server/useServer";
import type { Language } from "@/texts";
import { type Me, useMe } from "./useMe";

/** The language of screens and messages belongs to the person, so it is a command with its audit entry. */
export function useLanguage(): { language: Language; choose: Command<Language, unknown> } {
  const me = useMe();
  const choose = useCommand(async (commandId: string, language: Language) => {
    const known = me.data;
    if (!known) return null;
    const answer = await setLanguage({ commandId, language, revision: known.member.revision });
    queryClient.setQueryData<Me>(meKey, { ...known, member: { ...known.member, ...answer } });
    // Sentences of the server are in the person's language, too.
    void queryClient.invalidateQueries();
    return answer;
  });
  return { language: me.data?.member.language ?? "zh-CN", choose };
}
