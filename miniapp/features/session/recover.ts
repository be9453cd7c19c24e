import { onSessionEnded } from "@/api/http";
import { restartAt } from "@/platform/navigation";
import { meKey } from "@/features/query/useApiQuery";
import { queryClient } from "@/features/query/queryClient";
import { LoginError } from "@/platform/types";
import { type EnterReason, routes } from "@/routes";
import { pathToComeBackTo } from "./comeBack";
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
  const came = process.env.TARO_ENV === "h5" ? { silent: false } : await comeInSilently();
  if (came.silent) {
    // Somebody else may use WeCom on this phone by now: who it is is asked before anything else is.
    doubt();
    void queryClient.resetQueries({ queryKey: meKey });
    return true;
  }
  leave();
  // Whoever comes next may be somebody else.
  queryClient.clear();
  goToEntrance(came.reason);
  return false;
}

/** Where WeCom has refused, or said nothing for 5 seconds, the entrance says so at once rather than waiting once more. */
async function comeInSilently(): Promise<{ silent: boolean; reason?: EnterReason }> {
  try {
    return { silent: await logIn(null) };
  } catch (error) {
    if (!(error instanceof LoginError)) return { silent: false };
    if (error.reason === "notAllowed") return { silent: false, reason: "login.notMember" };
    return error.reason === "noAnswer" ? { silent: false, reason: "wecom.unavailable" } : { silent: false };
  }
}

function goToEntrance(reason?: EnterReason): void {
  const path = pathToComeBackTo();
  if (path?.startsWith(routes.enter())) return;
  restartAt(routes.enter({ ...(path && { returnTo: path }), ...(reason && { reason }) }));
}

/** Called once, when the program starts. */
export const watchSessions = (): void => onSessionEnded(recoverSession);
