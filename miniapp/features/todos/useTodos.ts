import { useQuery } from "@tanstack/react-query";
import type { AnswerOf, TodoView } from "@shared/contracts";
import { needsPerson } from "@shared/domain/commandQueue";
import { todosShapes } from "@/api/answerShapes/todos";
import { readApprovals, readTodos } from "@/api/todos";
import type { QueueEntry } from "@/features/queue/createQueue";
import { useQueue } from "@/features/queue/useQueue";
import { useBusinessDay } from "@/features/time";
import { settledBy } from "@/features/visits/useSettleNextStep";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";
import { useRoleShown } from "@/features/session/useMe";
import { useSession } from "@/features/session/sessionStore";
import type { RoleShown } from "@/features/settings/settingsStore";

type Todos = AnswerOf<"todos.mine">;

export const todosQuery = { queryKey: ["todos"], queryFn: readTodos };

/**
 * What waits for me, oldest first; asked again every few seconds while a page that shows it is in front. What I have said of a next step
 * or a returned sale, and this phone has not sent yet, is seen in it.
 */
export function useTodos(): QueryView<Todos> {
  const todos = useApiQuery(todosQuery.queryKey, todosQuery.queryFn, {
    keep: todosShapes["todos.mine"],
    everyMs: 10_000,
    followsCommands: true,
  });
  const entries = useQueue();
  const today = useBusinessDay();
  return todos.data
    ? { ...todos, data: { ...todos.data, items: withSettled(todos.data.items, entries, today) } }
    : todos;
}

/**
 * Done, or moved to a day to come, a next step waits for nobody today; nor does a returned sale that was corrected, unless that was
 * refused.
 */
export const withSettled = (items: readonly TodoView[], entries: readonly QueueEntry[], today: string): TodoView[] =>
  items.filter(({ kind, subjectId, visit }) => {
    if (kind === "returnedSale" && isCorrected(entries, subjectId)) return false;
    if (kind === "companion" && isAnswered(entries, subjectId)) return false;
    const settled = visit && settledBy(entries, visit.visitId);
    return !settled || (!settled.done && settled.on <= today);
  });

const isCorrected = (entries: readonly QueueEntry[], saleId: string): boolean =>
  entries.some(
    ({ kind, params, look }) => kind === "sales.resubmit" && params?.saleId === saleId && !needsPerson(look),
  );

const isAnswered = (entries: readonly QueueEntry[], companionId: string): boolean =>
  entries.some(
    ({ kind, params, look }) =>
      kind === "companions.answer" && params?.companionId === companionId && !needsPerson(look),
  );

type Approvals = AnswerOf<"todos.approvals">;

/** All that I may decide on: what I am asked about, then what others are asked about first. */
export const useApprovals = (enabled = true): QueryView<Approvals> =>
  useApiQuery(["approvals"], readApprovals, { keep: todosShapes["todos.approvals"], everyMs: 10_000, enabled });

/** What somebody has put before me to decide. */
const isDecided: Record<TodoView["kind"], boolean> = {
  sale: true,
  plan: true,
  review: true,
  pin: true,
  duplicate: true,
  companion: true,
  visitQuestion: true,
  export: true,
  opening: true,
  record: false,
  returnedSale: false,
  nextStep: false,
  praise: false,
  sentBackPlan: false,
  targets: false,
  plansMissing: false,
  report: false,
  doubt: false,
  clientsLeft: false,
  calendarUnknown: false,
  setup: false,
};

/** A newer server may know kinds that this phone does not. */
export const isApproval = ({ kind }: Pick<TodoView, "kind">): boolean => isDecided[kind] ?? false;

/** What the number beside a role's tab counts: the decisions at 审批, all that is listed at an office's 待办. */
export const waitingAt = (role: RoleShown, items: readonly Pick<TodoView, "kind">[]): number =>
  (role === "manager" ? items.filter(isApproval) : items).length;

/** The number beside the tab. A rep has another page there. */
export function useWaitingCount(): number {
  const role = useRoleShown();
  const phase = useSession((session) => session.phase);
  const query = useQuery({
    ...todosQuery,
    enabled: phase === "in" && role !== "rep" && role !== "staff",
    refetchInterval: 15_000,
    select: ({ items }) => waitingAt(role, items),
  });
  return query.data ?? 0;
}
