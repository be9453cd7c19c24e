import * as auth from "@/api/auth";
import { dropToken } from "@/api/http";
import { restartAt } from "@/platform/navigation";
import { queryClient } from "@/features/query/queryClient";
import { routes } from "@/routes";
import { useSession } from "./sessionStore";

/** Ends the session here and on the server. Drafts stay on the phone, under their member's name. */
async function leave(): Promise<void> {
  useSession.getState().leave();
  // Without a network the server forgets the session by itself later; this phone forgets it now.
  await auth.signOut().catch(() => {});
  dropToken();
  queryClient.clear();
}

export const leaveActions = {
  signOut: async (): Promise<void> => {
    await leave();
    restartAt(routes.enter({ reason: "signedOut" }));
  },
  /** Another person takes this phone: straight to the login. */
  switchPerson: async (): Promise<void> => {
    await leave();
    useSession.getState().reset();
    restartAt(routes.enter());
  },
};
