import { readStored, store } from "@/platform/storage";
import { useSession } from "@/features/session/sessionStore";
import { businessDayNow } from "@/features/time";

const nameOf = () => `draft:${useSession.getState().memberId ?? "nobody"}:place`;

/** Where somebody meant to check in when the program ended; of today only. */
export function placeMeant(): string | null {
  const { key, on } = (readStored(nameOf()) ?? {}) as { key?: unknown; on?: unknown };
  return typeof key === "string" && on === businessDayNow() ? key : null;
}

export const keepPlace = (key: string | null): void => void store(nameOf(), { key, on: businessDayNow() });
