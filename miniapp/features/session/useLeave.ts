import * as auth from "@/api/auth";
import { dropToken } from "@/api/http";
import { restartAt } from "@/platform/navigation";
import { forget, storedNames } from "@/platform/storage";
import { forgetChosen } from "@/features/customers/chosenPlace";
import { dropFix } from "@/features/location/useFix";
import { forgetFailures } from "@/features/reports/seenFailures";
import { queryClient } from "@/features/query/queryClient";
import { useSettings } from "@/features/settings/settingsStore";
import { routes } from "@/routes";
import { hasLeft, noteLeaving, useSession } from "./sessionStore";

/** What this phone keeps of people: copies, drafts and what waits to be sent, and what somebody came for last. */
const ofPeople = ["copy:", "draft:", "q:", "setting:purpose:"];
const unsentNames = ["draft:", "q:"];

/** What on this phone was written and not sent. */
export const unsentCount = (): number => namesOf(unsentNames).length;

const namesOf = (beginnings: readonly string[]): string[] =>
  storedNames().filter((name) => beginnings.some((beginning) => name.startsWith(beginning)));

/** Ends the session here and on the server. Nothing of anybody stays: not in memory, not in storage, not behind the back button. */
function leave(): void {
  if (process.env.TARO_ENV === "h5") noteLeaving();
  // It is sent with the token that goes next.
  const told = auth.signOut();
  dropToken();
  useSession.getState().forgetMe();
  queryClient.clear();
  for (const name of namesOf(ofPeople)) forget(name);
  dropFix();
  forgetChosen();
  forgetFailures();
  useSettings.getState().choose({ role: null });
  // Without a network the entrance tells the server, before anybody comes in by its cookie.
  void told.then(hasLeft, () => {});
}

export const leaveActions = {
  signOut: (): void => {
    leave();
    restartAt(routes.enter({ reason: "signedOut" }));
  },
  /** Another person takes this phone: straight to the login. */
  switchPerson: (): void => {
    leave();
    restartAt(routes.enter());
  },
};
