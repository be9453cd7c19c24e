import { create } from "zustand";
import type { BusinessDay } from "@shared/domain/time";
import { forget, readStored, store, storedNames } from "@/platform/storage";
import { useSession } from "@/features/session/sessionStore";

/** Counts changes, so that whoever shows a plan is drawn again: what is true is on the phone's storage. */
const useChanges = create<{ count: number }>()(() => ({ count: 0 }));

const beginningOf = (memberId: string | null): string => `draft:${memberId ?? "nobody"}:plan:`;

export interface KeptPlan {
  /** By client and place, in their order. */
  keys: readonly string[];
  /** When its person said so (ISO); null: it is as this phone has proposed it. */
  saidAt: string | null;
}

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((key): key is string => typeof key === "string") : [];

/** Where somebody means to go on a day; null: nothing is planned yet. */
export function useKeptPlan(day: BusinessDay): KeptPlan | null {
  const memberId = useSession((session) => session.memberId);
  useChanges();
  const kept = readStored(`${beginningOf(memberId)}${day}`);
  // Programs of before kept the keys alone.
  if (Array.isArray(kept)) return { keys: textsOf(kept), saidAt: null };
  if (typeof kept !== "object" || kept === null || !("keys" in kept)) return null;
  const saidAt = "saidAt" in kept && typeof kept.saidAt === "string" ? kept.saidAt : null;
  return { keys: textsOf(kept.keys), saidAt };
}

/** @returns false where the phone has no room for it: then it lasts while the program runs */
export function keepPlan(day: BusinessDay, { keys, saidAt }: KeptPlan): boolean {
  const isKept = store(`${beginningOf(useSession.getState().memberId)}${day}`, { keys: [...keys], saidAt });
  useChanges.setState(({ count }) => ({ count: count + 1 }));
  return isKept;
}

/** What was planned for days that are over would only fill the phone. */
export function forgetOldPlans(today: BusinessDay): void {
  const beginning = beginningOf(useSession.getState().memberId);
  for (const name of storedNames())
    if (name.startsWith(beginning) && name.slice(beginning.length) < today) forget(name);
}
