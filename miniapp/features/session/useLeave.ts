import { useSyncExternalStore } from "react";
import { ApiError } from "@/api/apiError";
import * as auth from "@/api/auth";
import { dropToken } from "@/api/http";
import { restartAt } from "@/platform/navigation";
import { tapUnderwayAt } from "@/features/checkIns/useCheckIn";
import { type DraftKind, draftsOf, type KeptDraft } from "@/features/draft/useDraft";
import { forgetFilesBut } from "@/features/photo/keptFiles";
import { queryClient } from "@/features/query/queryClient";
import { commandQueue, namedFiles } from "@/features/queue/commandQueue";
import type { QueueEntry } from "@/features/queue/createQueue";
import { meKey } from "@/features/query/useApiQuery";
import { routes } from "@/routes";
import { forgetNamed, forgetRead } from "./forgetPerson";
import { noteLeft } from "./keptHere";
import { hasLeft, noteLeaving, useSession } from "./sessionStore";
import type { Me } from "./useMe";

const kindsOfPeople = ["draft:", "setting:purpose:", "setting:visitType:"];

/**
 * What this phone keeps of somebody: drafts, and what they came for last. What is begun or waits of others is theirs; copies are nobody's,
 * since the server has them.
 */
const keptFor = (memberId: string | null): string[] => [
  "copy:",
  ...[memberId, "nobody"].flatMap((one) => (one === null ? [] : kindsOfPeople.map((kind) => `${kind}${one}:`))),
];

export interface Unsent {
  /** Mine, sent off and not arrived. */
  queued: readonly QueueEntry[];
  /** Begun and not submitted. */
  drafts: readonly KeptDraft[];
  /** Where a check-in is being made at this moment, which is in no list yet. */
  tapAt: string | null;
}

/** What of mine on this phone was written and has not arrived; null where there is nothing. */
export function unsent(): Unsent | null {
  const queued = commandQueue.list();
  const ofQueue = new Set(queued.map(({ draft }) => draft));
  const drafts = draftsOf(useSession.getState().memberId).filter(({ key }) => !ofQueue.has(key));
  const tapAt = tapUnderwayAt();
  return queued.length > 0 || drafts.length > 0 || tapAt !== null ? { queued, drafts, tapAt } : null;
}

/** The same as it changes: what arrives while somebody is asked is no longer asked about. */
export function useUnsent(): Unsent | null {
  useSyncExternalStore(commandQueue.watch, commandQueue.list, commandQueue.list);
  return unsent();
}

/**
 * What goes by the queue: submitted, it is kept on this phone also where there is no network. A correction of a client or a place does not,
 * nor does asking a second person.
 */
const goesByQueue = ({ kind, key }: KeptDraft): boolean => {
  const goes = kindsByQueue[kind];
  return typeof goes === "boolean" ? goes : goes(key);
};

const isNew = (key: string): boolean => /:new(\*\d+)?$/.test(key);

/** Of some kinds the name says it. */
const kindsByQueue: Record<DraftKind, boolean | ((key: string) => boolean)> = {
  customer: isNew,
  visit: true,
  correction: true,
  followUp: true,
  stage: true,
  sale: true,
  doubt: (key) => !key.endsWith(":appeal"),
  visitType: false,
  site: isNew,
  targets: false,
  plan: false,
  calendar: false,
  record: false,
  setup: false,
  report: false,
};

/** How drafts can be kept by submitting them: at once, at once onto this phone, or once there is a network. */
export function wayToKeep(drafts: readonly KeptDraft[], isOnline: boolean): "submit" | "toQueue" | "online" {
  if (isOnline) return "submit";
  return drafts.every(goesByQueue) ? "toQueue" : "online";
}

/**
 * Ends the session here and on the server. Nothing of the person stays, not in memory, not in storage, not behind the back button, but
 * what they want to upload the next time that they are here, of which the entrance tells. What waits of others, with its drafts, is theirs.
 */
function leave(keepsQueued: boolean): void {
  const queued = commandQueue.list();
  const kept = new Set(keepsQueued ? queued.flatMap(({ draft }) => draft ?? []) : []);
  if (!keepsQueued) commandQueue.dropAll();
  const { memberId, remembered } = useSession.getState();
  const leaverId = memberId ?? remembered?.memberId ?? null;
  const name = queryClient.getQueryData<Me>(meKey)?.member.name ?? null;
  if (process.env.TARO_ENV === "h5") noteLeaving();
  // It is sent with the token that goes next.
  const told = auth.signOut();
  dropToken();
  useSession.getState().forgetMe();
  forgetRead();
  forgetNamed(keptFor(leaverId), kept);
  void forgetFilesBut(namedFiles, true);
  if (leaverId !== null) noteLeft(leaverId, name);
  void told.then(hasLeft, (failed: unknown) => {
    // The session here is another person's by now: mine has gone, and theirs is not for me to end.
    if (failed instanceof ApiError && failed.code === "session.otherMember") hasLeft();
    // Without a network the entrance tells the server, before anybody comes in by its cookie.
  });
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
