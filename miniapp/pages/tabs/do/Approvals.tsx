import type { SaleView } from "@shared/contracts";
import { open } from "@/features/navigation";
import { useSalesToDecide } from "@/features/sales/useSale";
import { useBusinessDay } from "@/features/time";
import { todoOpener } from "@/features/todos/openTodo";
import { isApproval, useTodos } from "@/features/todos/useTodos";
import { SaleRow } from "@/components/SaleRow";
import { TodoRow } from "@/components/TodoRow";
import { routes } from "@/routes";
import { useWords } from "@/texts";
import { Card, Earlier, Empty, Loadable, Page } from "@/ui";

/** What waits for my decision; below it sales that others are asked about first, and on which I may decide as well. */
export function Approvals({ title, front }: { title: string; front: boolean }) {
  const { t, f } = useWords();
  const words = t.sales.confirm;
  const todos = useTodos();
  const today = useBusinessDay();
  const mayDecide = useSalesToDecide();
  const waiting = (todos.data?.items ?? []).filter(isApproval);
  const waitingIds = new Set(waiting.map(({ subjectId }) => subjectId));
  const others = mayDecide.items.filter(({ saleId }) => !waitingIds.has(saleId));
  const othersOf = ({ deciderNames = [] }: SaleView) =>
    deciderNames.length > 0 && words.waitsFor({ names: f.names(deciderNames) });
  return (
    <Page id="page-do" title={title} tab={2} front={front}>
      <Card
        id="approvals"
        flush
        // Where there are more than were read, no number is said.
        title={waiting.length > 0 && todos.data?.isWhole ? words.waiting({ count: waiting.length }) : words.title}
      >
        <Loadable id="approvals" state={todos.state} failure={todos.failure} onRetry={() => void todos.refresh()}>
          {waiting.length === 0 && <Empty text={words.empty} />}
          {waiting.map((todo) => (
            <TodoRow key={todo.todoId} todo={todo} today={today} onTap={todoOpener(todo)} />
          ))}
        </Loadable>
      </Card>
      {todos.state === "ready" && others.length > 0 && (
        <Card id="approvals-others" flush title={words.others}>
          {others.map((sale) => (
            <SaleRow
              key={sale.saleId}
              id={`decide-${sale.saleId}`}
              {...sale}
              note={[sale.rep.name, f.day(sale.signedOn), othersOf(sale)].filter(Boolean).join(" · ")}
              onTap={() => open(routes.confirmSale({ id: sale.saleId }))}
            />
          ))}
          <Earlier id="approvals-earlier" earlier={mayDecide.earlier} />
        </Card>
      )}
    </Page>
  );
}
