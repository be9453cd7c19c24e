import { useState } from "react";
import { useTodos } from "@/features/todos/useTodos";
import { todoOpener } from "@/features/todos/openTodo";
import { useBusinessDay } from "@/features/time";
import { TodoRow } from "@/components/TodoRow";
import { useWords } from "@/texts";
import { Button, Card, Empty, Loadable } from "@/ui";

/** What waits for me, oldest first: the first few, the others on a tap. Without `empty` there is no card where nothing waits. */
export function TodoCard({ shownMax, empty }: { shownMax: number; empty?: { text: string; note?: string } }) {
  const { t } = useWords();
  const { data, state, failure, refresh } = useTodos();
  const today = useBusinessDay();
  const [all, setAll] = useState(false);
  const items = data?.items ?? [];
  if (state !== "failed" && items.length === 0 && !empty) return null;
  const shown = all ? items : items.slice(0, shownMax);
  const words = t.today.todo;
  // Where there are more than were read, no number is said.
  const title = items.length > 0 && data?.isWhole ? words.count({ count: items.length }) : words.title;
  return (
    <Card id="todos" flush title={title}>
      <Loadable id="todos" state={state} failure={failure} onRetry={() => void refresh()}>
        {items.length === 0 && empty && <Empty {...empty} />}
        {shown.map((todo) => (
          <TodoRow key={todo.todoId} todo={todo} today={today} onTap={todoOpener(todo)} />
        ))}
        {shown.length < items.length && (
          <Button
            id="todos-all"
            kind="quiet"
            text={words.others({ count: items.length - shown.length })}
            onTap={() => setAll(true)}
          />
        )}
      </Loadable>
    </Card>
  );
}
