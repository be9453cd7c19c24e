import { isAwayOn } from "@shared/domain/absence";
import { useAbsence } from "@/features/approvals/useAbsence";
import { useBusinessDay } from "@/features/time";
import { todoOpener } from "@/features/todos/openTodo";
import { useApprovals } from "@/features/todos/useTodos";
import { TodoRow } from "@/components/TodoRow";
import { useWords } from "@/texts";
import { Card, Empty, Loadable, Words } from "@/ui";
import { AwayNote } from "../AwayNote";

/** What waits for my decision; below it what others are asked about first, and on which I may decide as well. */
export function Approvals() {
  const { t, f } = useWords();
  const words = t.sales.confirm;
  const absence = useAbsence().data?.absence;
  const { data, state, failure, refresh } = useApprovals();
  const today = useBusinessDay();
  // Whoever is away is asked about nothing: another is, also about what comes.
  const isAway = Boolean(absence && isAwayOn(absence, today));
  const items = data?.items ?? [];
  const waiting = items.filter(({ isAsked }) => isAsked);
  const isUnread = data?.isWhole === false && items.length === 0;
  const others = items.filter(({ isAsked }) => !isAsked);
  return (
    <>
      <AwayNote />
      <Card
        id="approvals"
        flush
        // Where there are more than were read, no number is said.
        title={waiting.length > 0 && data?.isWhole ? words.waiting({ count: waiting.length }) : words.title}
      >
        <Loadable id="approvals" state={state} failure={failure} onRetry={() => void refresh()}>
          {waiting.length === 0 && <Empty text={isUnread ? words.unread : isAway ? words.emptyAway : words.empty} />}
          {waiting.map((todo) => (
            <TodoRow key={todo.todoId} todo={todo} today={today} onTap={todoOpener(todo)} />
          ))}
        </Loadable>
      </Card>
      {others.length > 0 && (
        <Card id="approvals-others" flush title={words.others}>
          {others.map((todo) => (
            <TodoRow
              key={todo.todoId}
              todo={todo}
              today={today}
              asked={todo.deciderNames.length > 0 ? words.waitsFor({ names: f.names(todo.deciderNames) }) : null}
              onTap={todoOpener(todo)}
            />
          ))}
        </Card>
      )}
      {data?.isWhole === false && !isUnread && (
        <Words as="note" tone="quiet">
          {words.more}
        </Words>
      )}
    </>
  );
}
