import { serverNow } from "@/api/serverClock";
import { presentPath } from "@/platform/navigation";
import type { Frame } from "@/ui";

/** An error that a person has seen, as it may be reported. */
export interface SeenFailure {
  seenId: string;
  sentence: string;
  reference: string | null;
  /** The page without what it was opened for; null where that is not known. */
  screen: string | null;
  /** ISO. */
  at: string;
  /** It is not offered by itself: nobody can or has to look into it. */
  needsNobody: boolean;
}

const keptMax = 3;
let seen: readonly SeenFailure[] = [];
let count = 0;

/** Remembers what a screen has just said went wrong: in memory alone, the newest first. The same again counts as its newest. */
export function noteFailure({
  sentence,
  reference,
  needsNobody = false,
}: Parameters<Frame["failureSeen"]>[0]): SeenFailure {
  const screen = presentScreen();
  const isSame = (one: SeenFailure) =>
    one.sentence === sentence && one.reference === reference && one.screen === screen;
  const known = seen.find(isSame);
  if (known) return known;
  count += 1;
  const noted = { seenId: String(count), sentence, reference, screen, at: serverNow().toISOString(), needsNobody };
  seen = [noted, ...seen].slice(0, keptMax);
  return noted;
}

export const seenFailures = (): readonly SeenFailure[] => seen;

/** Somebody has signed out: the next person sees nothing of it. */
export function forgetFailures(): void {
  seen = [];
}

/** The page that is in front, without what it was opened for. */
export const presentScreen = (): string | null => presentPath()?.split("?")[0] ?? null;
