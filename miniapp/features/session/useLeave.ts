import * as auth from "@/api/auth";
import { dropToken } from "@/api/http";
import { restartAt } from "@/platform/navigation";
import { forget, storedNames } from "@/platform/storage";
import { forgetChosen } from "@/features/customers/chosenPlace";
import { dropFix } from "@/features/location/useFix";
import { forgetFailures } from "@/features/reports/seenFailures";
import { queryClient } from "@/features/query/queryClient";
import { commandQueue } from "@/features/queue/commandQueue";
import { useSettings } from "@/features/settings/settingsStore";
import { routes } from "@/routes";
import { hasLeft, noteLeaving, useSession } from "./sessionStore";

/** What this phone keeps of people: copies and drafts, and what somebody came for last. What waits to be sent is for its owner to say. */
const ofPeople = ["copy:", "draft:", "setting:purpose:", "setting:visitType:"];

export interface Unsent {
  /** Mine, sent off and not arrived. */
  queued: number;
  /** Begun and not submitted. */
  drafts: number;
}

/** What on this phone was written and has not arrived. */
export function unsent(): Unsent {
  const queued = commandQueue.list();
  const ofQueue = new Set(queued.map(({ draft }) => draft));
  return {
    queued: queued.length,
    drafts: namesOf(["draft:"]).filter((name) => !ofQueue.has(name) && !isPlace(name)).length,
  };
}

/** Where somebody meant to check in is nothing that is submitted. */
const isPlace = (name: string): boolean => name.endsWith(":place");

const namesOf = (beginnings: readonly string[]): string[] =>
  storedNames().filter((name) => beginnings.some((beginning) => name.startsWith(beginning)));

/**
 * Ends the session here and on the server. Nothing of the person stays, not in memory, not in storage, not behind the back button, but
 * what they want to upload the next time that they are here. What waits of others is theirs.
 */
function leave(keepsQueued: boolean): void {
  const queued = commandQueue.list();
  const kept = new Set(keepsQueued ? queued.map(({ draft }) => draft) : []);
  if (!keepsQueued) for (const { commandId } of queued) void commandQueue.drop(commandId);
  if (process.env.TARO_ENV === "h5") noteLeaving();
  // It is sent with the token that goes next.
  const told = auth.signOut();
  dropToken();
  useSession.getState().forgetMe();
  queryClient.clear();
  for (const name of namesOf(ofPeople)) if (!kept.has(name)) forget(name);
  dropFix();
  forgetChosen();
  forgetFailures();
  useSettings.getState().choose({ role: null });
  // Without a network the entrance tells the server, before anybody comes in by its cookie.
  void told.then(hasLeft, () => {});
}

export const leaveActions = {
  signOut: (keepsQueued = false): void => {
    leave(keepsQueued);
    restartAt(routes.enter({ reason: "signedOut" }));
  },
  /** Another person takes this phone: straight to the login. */
  switchPerson: (keepsQueued = false): void => {
    leave(keepsQueued);
    restartAt(routes.enter());
  },
};
