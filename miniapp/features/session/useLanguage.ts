import { setLanguage } from "@/api/me";
import type { Command } from "@/features/command/useCommand";
import { queryClient } from "@/features/query/queryClient";
import type { Language } from "@/texts";
import { useMe } from "./useMe";
import { useProfileChange } from "./useProfileChange";

/** The language of screens and messages belongs to the person, so it is a command with its audit entry. */
export function useLanguage(): { language: Language; choose: Command<Language, unknown> } {
  const me = useMe();
  const choose = useProfileChange(async (commandId, revision, language: Language) => {
    const answer = await setLanguage({ commandId, revision, language });
    // Sentences of the server are in the person's language, too.
    void queryClient.invalidateQueries();
    return answer;
  });
  return { language: me.data?.member.language ?? "zh-CN", choose };
}
