import { usePullDown } from "@/features/navigation";
import { queryClient } from "@/features/query/queryClient";
import { useRoleShown } from "@/features/session/useMe";
import { useWords } from "@/texts";
import { TodoCard } from "./TodoCard";

const shownMax = 8;

/** What waits for me: at most eight, each opens its page. Where nothing does, what would. */
export function OfficeToday() {
  const { t } = useWords();
  const role = useRoleShown();
  usePullDown(() => queryClient.invalidateQueries());
  const { empty, office } = t.today.todo;
  const notes: Partial<Record<string, string>> = office;
  const note = notes[role];
  return <TodoCard shownMax={shownMax} empty={{ text: empty, ...(note && { note }) }} />;
}
