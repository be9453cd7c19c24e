import { usePullDown } from "@/features/navigation";
import { queryClient } from "@/features/query/queryClient";
import { useWords } from "@/texts";
import { TodoCard } from "./TodoCard";

const shownMax = 8;

/** What waits for me: at most eight, each opens its page. */
export function OfficeToday() {
  const { t } = useWords();
  usePullDown(() => queryClient.invalidateQueries());
  const { empty, office } = t.today.todo;
  return <TodoCard shownMax={shownMax} empty={{ text: empty, note: office }} />;
}
