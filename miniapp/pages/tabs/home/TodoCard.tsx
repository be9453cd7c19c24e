import { useState } from "react";
import type { TodoView } from "@shared/contracts";
import { useHomeTab } from "@/features/frame/useHomeTab";
import { useTodos } from "@/features/todos/useTodos";
import { todoOpener } from "@/features/todos/openTodo";
import { useBusinessDay } from "@/features/time";
import { useSettleNextStep } from "@/features/visits/useSettleNextStep";
import { StepSheet } from "@/components/StepSheet";
import { TodoRow } from "@/components/TodoRow";
import { useWords } from "@/texts";
import { Button, Card, Empty, Loadable, Words } from "@/ui";

/** What waits for me, oldest first: the first few, the others on a tap. Without `empty` there is no card where nothing waits. */
export function TodoCard({ shownMax, empty }: { shownMax: number; empty?: { text: string; note?: string } }) {
  const { t, f } = useWords();
  const { data, state, failure, refresh } = useTodos();
  const today = useBusinessDay();
  const [all, setAll] = useState(false);
  const [step, setStep] = useState<TodoView | null>(null);
  const items = data?.items ?? [];
  const isUnread = data?.isWhole === false && items.length === 0;
  const words = t.today.todo;
  const held = data?.messagesHeld && (
    <Card id="messages-held" tone="warn">
      <Words as="sub">
        {f.sentences([
          words.held({ time: f.instant(new Date(data.messagesHeld.since)) }),
          data.messagesHeld.follow ? words.heldFollow : words.heldLost,
        ])}
      </Words>
    </Card>
  );
  if (state !== "failed" && items.length === 0 && !empty && !isUnread) return held ?? null;
  const shown = all ? items : items.slice(0, shownMax);
  // Where there are more than were read, no number is said.
  const title = items.length > 0 && data?.isWhole ? words.count({ count: items.length }) : words.title;
  const card = (
    <Card id="todos" flush title={title}>
      <Loadable id="todos" state={state} failure={failure} onRetry={() => void refresh()}>
        {isUnread ? <Empty text={t.sales.confirm.unread} /> : items.length === 0 && empty && <Empty {...empty} />}
        {shown.map((todo) => (
          <TodoRow
            key={todo.todoId}
            todo={todo}
            today={today}
            onTap={todo.visit ? () => setStep(todo) : todoOpener(todo)}
          />
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
  return (
    <>
      {held}
      {card}
      {step && <StepOf todo={step} today={today} onClose={() => setStep(null)} />}
    </>
  );
}

/** Whom I said I would see: there is more to it than going there. */
function StepOf({ todo, today, onClose }: { todo: TodoView; today: string; onClose: () => void }) {
  const settle = useSettleNextStep();
  const { visit, about, text, on } = todo;
  const goThere = todoOpener(todo);
  const home = useHomeTab();
  return (
    <StepSheet
      customerName={about}
      step={{ text: text ?? "", on: on ?? today, doneAt: null }}
      today={today}
      home={home}
      busy={settle.busy}
      failure={settle.failure}
      onSettle={(settled) =>
        void (visit && settle.run({ ...visit, customerName: about, ...settled }).then((done) => done && onClose()))
      }
      {...(goThere && { onGoThere: goThere })}
      onClose={onClose}
    />
  );
}
