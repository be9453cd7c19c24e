import { create } from "zustand";
import { readStored, store } from "@/platform/storage";

/** What is kept between two starts, so that tabs and words are right before the first answer. */
export interface Remembered {
  memberId: string;
  language: "zh-CN" | "en";
  roles: string[];
}

interface SessionStore {
  /** unknown: nothing has been asked yet; in: the server knows me; out: I signed out, or could not come in. */
  phase: "unknown" | "in" | "out";
  memberId: string | null;
  remembered: Remembered | null;
  enter: (who: Remembered) => void;
  leave: () => void;
  /** There is a new session, and it is not known yet whose. */
  doubt: () => void;
  /** Somebody tries to come in again. */
  reset: () => void;
}

const name = "session:who";

function readRemembered(): Remembered | null {
  const kept = readStored(name) as Partial<Remembered> | null;
  if (!kept || typeof kept.memberId !== "string" || !Array.isArray(kept.roles)) return null;
  return { memberId: kept.memberId, language: kept.language === "en" ? "en" : "zh-CN", roles: kept.roles };
}

export const useSession = create<SessionStore>()((set) => {
  const remembered = readRemembered();
  return {
    phase: "unknown",
    memberId: remembered?.memberId ?? null,
    remembered,
    enter: (who) => {
      store(name, who);
      set({ phase: "in", memberId: who.memberId, remembered: who });
    },
    leave: () => set({ phase: "out" }),
    doubt: () => set({ phase: "unknown", memberId: null }),
    reset: () => set({ phase: "unknown" }),
  };
});
