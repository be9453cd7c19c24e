const dayMs = 86_400_000;
/** So long after a check-in its rep may name who was there too, and so long after that a colleague may say so. */
export const companionDays = 7;
/** Of one visit. */
export const companionsMax = 10;

/** What a colleague says of having been at a visit of somebody else: open until they have, or until whose visit it is takes them off. */
export const companionStates = ["open", "confirmed", "declined", "lapsed", "removed"] as const;
export type CompanionState = (typeof companionStates)[number];

/** The last instant at which somebody may be named. */
export const nameUntilOf = (checkedInAt: Date): Date => new Date(checkedInAt.getTime() + companionDays * dayMs);
/** The last instant at which it may be confirmed. */
export const confirmUntilOf = (askedAt: Date): Date => new Date(askedAt.getTime() + companionDays * dayMs);

/** What has become of it by now: nobody confirms after the last instant, though what ends it comes by the hour. */
export const companionStateBy = <State extends CompanionState>(
  { state, confirmUntil }: { state: State; confirmUntil: Date },
  now: Date,
): State | "lapsed" => (state === "open" && now > confirmUntil ? "lapsed" : state);

/** A check-in of one's own at the same client so near in time says the same. */
export const companionNearMs = 2 * 3_600_000;

/** The nearest of somebody's own check-ins there that supports having been there; null where none is near enough. */
export function nearestOf(at: Date, own: readonly Date[]): Date | null {
  const apart = (one: Date) => Math.abs(one.getTime() - at.getTime());
  const [nearest] = [...own].sort((a, b) => apart(a) - apart(b));
  return nearest && apart(nearest) <= companionNearMs ? nearest : null;
}
