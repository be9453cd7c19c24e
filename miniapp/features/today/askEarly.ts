import { readMe } from "@/api/me";
import { dropEarly } from "@/platform/http";
import { isElsewhere, presentPath } from "@/platform/navigation";
import { customersQuery } from "@/features/customers/useCustomers";
import { queryClient } from "@/features/query/queryClient";
import { meKey } from "@/features/query/useApiQuery";
import { roleChosen } from "@/features/session/useMe";
import { useSession } from "@/features/session/sessionStore";
import { useSettings } from "@/features/settings/settingsStore";
import { todosQuery } from "@/features/todos/useTodos";
import { routes } from "@/routes";
import { todayQuery } from "./useToday";

/**
 * Called once, when the program starts: asks who is here, and what the first page shows, while that page is still being made. Nothing
 * is drawn before it is known who reads. What the page itself has asked before that (config/preloadFirstPage.ts) is not asked again. In
 * the mini-program pages lie on the phone, and the first one asks as early.
 */
export function askEarly(): void {
  if (process.env.TARO_ENV !== "h5" || isElsewhere()) return;
  const path = presentPath();
  // The entrance asks when it has a session.
  if (path?.startsWith(routes.enter()) || useSession.getState().phase === "out") return;
  const who = queryClient.fetchQuery({ queryKey: meKey, queryFn: readMe });
  // That it failed, the page that asks is told.
  who.catch(() => {});
  if (path !== null && !path.startsWith(routes.today())) return;
  void queryClient.prefetchQuery(todayQuery);
  void queryClient.prefetchQuery(todosQuery);
  void who.then(
    ({ member }) => {
      // Whom to see next.
      if (roleChosen(member.roles, useSettings.getState().role) === "rep")
        void queryClient.prefetchQuery(customersQuery);
      else dropEarly();
    },
    () => dropEarly(),
  );
}
