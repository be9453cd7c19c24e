import { useQuery } from "@tanstack/react-query";
import type { AnswerOf, TodoView } from "@shared/contracts";
import { answerShapes } from "@/api/answerShapes";
import { readApprovals, readTodos } from "@/api/todos";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";
import { useRoleShown } from "@/features/session/useMe";
import { useSession } from "@/features/session/sessionStore";

type Todos = AnswerOf<"todos.mine">;

export const todosQuery = { queryKey: ["todos"], queryFn: readTodos };

/** What waits for me, oldest first; asked again every few seconds while a page that shows it is in front. */
export const useTodos = (): QueryView<Todos> =>
  useApiQuery(todosQuery.queryKey, todosQuery.queryFn, { keep: answerShapes["todos.mine"], everyMs: 10_000 });

type Approvals = AnswerOf<"todos.approvals">;

/** All that I may decide on: what I am asked about, then what others are asked about first. */
export const useApprovals = (enabled = true): QueryView<Approvals> =>
  useApiQuery(["approvals"], readApprovals, { keep: answerShapes["todos.approvals"], everyMs: 10_000, enabled });

/** What somebody has put before me to decide. */
export const isApproval = ({ kind }: Pick<TodoView, "kind">): boolean =>
  kind === "sale" || kind === "plan" || kind === "review";

/** How many decisions wait for me: the number at 审批. A rep has another page there. */
export function useApprovalsCount(): number {
  const role = useRoleShown();
  const phase = useSession((session) => session.phase);
  const query = useQuery({
    ...todosQuery,
    enabled: phase === "in" && role !== "rep",
    refetchInterval: 15_000,
    select: ({ items }) => items.filter(isApproval).length,
  });
  return query.data ?? 0;
}
