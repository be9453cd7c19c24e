import { create } from "zustand";
import { forget, readStored, store } from "@/platform/storage";

/** What is kept between two starts, so that tabs and words are right before the first answer. */
export interface Remembered {
  memberId: string;
  language: "zh-CN" | "en";
  roles: string[];
  /** When the server knew me last, by this phone's clock; 0: it has said since that it does not. */
  knownAtMs: number;
}

/** What the server says of who is here. */
type Who = Omit<Remembered, "knownAtMs">;

interface SessionStore {
  /** unknown: nothing has been asked yet; in: the server knows me; out: I signed out, or could not come in. */
  phase: "unknown" | "in" | "out";
  memberId: string | null;
  remembered: Remembered | null;
  enter: (who: Who) => void;
  /** The server does not know me (any more). */
  leave: () => void;
  /** I have signed out: nothing of me is remembered. */
  forgetMe: () => void;
  /** There is a new session, or may be one, and it is not known whose. */
  doubt: () => void;
  /** Somebody else is here, whom another tab may have remembered already: the one before is nobody to this program. */
  giveWay: () => void;
}

const name = "session:who";
const leavingName = "session:leaving";

/** On H5 no script can take the session's cookie away: the server has to, and this says that it has not yet. */
export const noteLeaving = (): void => void store(leavingName, true);
export const hasLeft = (): void => forget(leavingName);
export const isLeaving = (): boolean => readStored(leavingName) === true;

/** No session lasts longer than that. */
const sessionMs = 12 * 3_600_000;

/**
 * Whether it is known who reads here, before which nothing of anybody is drawn: the server has said so, or it cannot be reached
 * and knew this person within the time that a session lasts.
 */
export function isReaderKnown(
  { phase, memberId, remembered }: Pick<SessionStore, "phase" | "memberId" | "remembered">,
  isReached: boolean,
  nowMs: number,
): boolean {
  if (phase === "in") return true;
  if (phase === "out" || isReached || memberId === null || remembered?.memberId !== memberId) return false;
  const agoMs = nowMs - remembered.knownAtMs;
  return agoMs >= 0 && agoMs < sessionMs;
}

/** Where another tab of the browser says who is here. */
export const isWho = (storedName: string | null): boolean => storedName === name;

export function readRemembered(): Remembered | null {
  const kept = readStored(name) as Partial<Remembered> | null;
  if (!kept || typeof kept.memberId !== "string" || !Array.isArray(kept.roles)) return null;
  const language = kept.language === "en" ? "en" : "zh-CN";
  return { memberId: kept.memberId, language, roles: kept.roles, knownAtMs: kept.knownAtMs ?? 0 };
}

export const useSession = create<SessionStore>()((set, get) => {
  const remembered = readRemembered();
  const remember = (who: Remembered) => {
    store(name, who);
    set({ remembered: who });
  };
  return {
    // A sign-out that has not reached the server: nobody is in until it has.
    phase: isLeaving() ? "out" : "unknown",
    memberId: remembered?.memberId ?? null,
    remembered,
    enter: (who) => {
      remember({ ...who, knownAtMs: Date.now() });
      set({ phase: "in", memberId: who.memberId });
    },
    leave: () => {
      const { remembered: last } = get();
      if (last) remember({ ...last, knownAtMs: 0 });
      set({ phase: "out" });
    },
    forgetMe: () => {
      forget(name);
      set({ phase: "out", memberId: null, remembered: null });
    },
    doubt: () => set({ phase: "unknown", memberId: null }),
    giveWay: () => set({ phase: "out", memberId: null, remembered: null }),
  };
});
