import { create } from "zustand";
import type { BusinessDay } from "@shared/domain/time";
import { forget, readStored, store, storedNames } from "@/platform/storage";
import { useSession } from "@/features/session/sessionStore";

/** Counts changes, so that whoever shows a plan is drawn again: what is true is on the phone's storage. */
const useChanges = create<{ count: number }>()(() => ({ count: 0 }));

const beginningOf = (memberId: string | null): string => `draft:${memberId ?? "nobody"}:plan:`;

/** Where somebody means to go on a day, by client and place, in their order; null: nothing is planned yet. */
export function useKeptPlan(day: BusinessDay): readonly string[] | null {
  const memberId = useSession((session) => session.memberId);
  useChanges();
  const kept = readStored(`${beginningOf(memberId)}${day}`);
  return Array.isArray(kept) ? kept.filter((key): key is string => typeof key === "string") : null;
}

/** @returns false where the phone has no room for it: then it lasts while the program runs */
export function keepPlan(day: BusinessDay, keys: readonly string[]): boolean {
  const isKept = store(`${beginningOf(useSession.getState().memberId)}${day}`, [...keys]);
  useChanges.setState(({ count }) => ({ count: count + 1 }));
  return isKept;
}

/** What was planned for days that are over would only fill the phone. */
export function forgetOldPlans(today: BusinessDay): void {
  const beginning = beginningOf(useSession.getState().memberId);
  for (const name of storedNames())
    if (name.startsWith(beginning) && name.slice(beginning.length) < today) forget(name);
}
