import { useMe } from "@/features/session/useMe";
import { serverNow } from "@/features/time";
import { useWords } from "@/texts";

/** Who prints, and when: on every sheet of paper. */
export function usePrintedBy(): () => string {
  const { f } = useWords();
  const name = useMe().data?.member.name ?? "";
  return () => [name, f.instant(serverNow())].filter(Boolean).join(" · ");
}
