import { onSessionEnded } from "@/api/http";
import { presentPath, restartAt } from "@/platform/navigation";
import { meKey } from "@/features/query/useApiQuery";
import { queryClient } from "@/features/query/queryClient";
import { routes } from "@/routes";
import { logIn } from "./login";
import { useSession } from "./sessionStore";

let underway: Promise<boolean> | null = null;

/**
 * The server does not know the session any more. In the mini-program a new one is fetched silently and the call goes on;
 * where that is not possible the entrance is opened, which comes back to the present page. Many calls wait for one attempt.
 */
export function recoverSession(): Promise<boolean> {
  underway ??= recover().finally(() => {
    underway = null;
  });
  return underway;
}

async function recover(): Promise<boolean> {
  const { phase, leave, doubt } = useSession.getState();
  if (phase === "out") return false;
  const silent = process.env.TARO_ENV !== "h5" && (await logIn(null).catch(() => false));
  if (silent) {
    // Somebody else may use WeCom on this phone by now: who it is is asked before anything else is.
    doubt();
    void queryClient.resetQueries({ queryKey: meKey });
    return true;
  }
  leave();
  goToEntrance();
  return false;
}

function goToEntrance(): void {
  const path = presentPath();
  if (path?.startsWith(routes.enter())) return;
  restartAt(routes.enter(path ? { returnTo: path } : {}));
}

/** Called once, when the program starts. */
export const watchSessions = (): void => onSessionEnded(recoverSession);
