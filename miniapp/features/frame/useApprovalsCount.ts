import { useQuery } from "@tanstack/react-query";
import { listSales } from "@/api/sales";
import { useRoleShown } from "@/features/session/useMe";
import { useSession } from "@/features/session/sessionStore";

export const toDecideKey = ["sales", "toDecide"] as const;

/** How many sales wait for my decision; 0 for people who decide none. */
export function useApprovalsCount(): number {
  const role = useRoleShown();
  const phase = useSession((session) => session.phase);
  const query = useQuery({
    queryKey: toDecideKey,
    queryFn: () => listSales({ view: "toDecide" }),
    enabled: phase === "in" && role !== "rep",
    refetchInterval: 15_000,
    select: (page) => page.items.length,
  });
  return query.data ?? 0;
}
