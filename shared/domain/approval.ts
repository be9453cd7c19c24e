/** A unit with those who lead it. */
export interface LedUnit {
  unitId: string;
  leaderIds: readonly string[];
}

/** Somebody who is away on a day, and who decides meanwhile; null: nobody was named. */
export type Absences = ReadonlyMap<string, { deputyId: string | null }>;

export interface WhoMayDecide {
  /** The unit that it belongs to and those above it, from the nearest on. */
  path: readonly LedUnit[];
  /** Who decides where no leader can, such as finance; in the order in which they are asked: each group stands in for the one before. */
  officers: readonly (readonly string[])[];
  /** Whose own it is: they never decide on it, nor do they as somebody's deputy. */
  ownIds: readonly string[];
  absent: Absences;
}

/** Who decides, and in whose place; empty where it is their own to decide. */
export interface Approver {
  memberId: string;
  insteadOfIds: string[];
}

/**
 * Who is asked to decide: the leaders of the nearest unit that has one who can, each by their deputy while absent; where no unit has
 * one, the officers who are here: a deputy stands in for a leader, not for a role. A deputy who is absent or whose own it is decides nothing and is not followed to a deputy of their own.
 * @returns sorted, each once; empty where nobody can
 */
export function approversOf({ path, officers, ownIds, absent }: WhoMayDecide): Approver[] {
  const own = new Set(ownIds);
  const inPlaceOf = (memberId: string): { deciderId: string; memberId: string }[] => {
    const deciderId = absent.has(memberId) ? (absent.get(memberId)?.deputyId ?? null) : memberId;
    // Nobody has somebody else decide on what is their own.
    if (deciderId === null || own.has(memberId) || own.has(deciderId)) return [];
    return deciderId !== memberId && absent.has(deciderId) ? [] : [{ deciderId, memberId }];
  };
  const isHere = (memberId: string) => !own.has(memberId) && !absent.has(memberId);
  const groups = [
    ...path.map(({ leaderIds }) => leaderIds.flatMap(inPlaceOf)),
    ...officers.map((memberIds) => memberIds.filter(isHere).map((memberId) => ({ deciderId: memberId, memberId }))),
  ];
  const able = groups.find((deciders) => deciders.length > 0) ?? [];
  return [...new Set(able.map(({ deciderId }) => deciderId))].sort().map((memberId) => {
    const placeIds = able.filter(({ deciderId }) => deciderId === memberId).map((one) => one.memberId);
    return { memberId, insteadOfIds: placeIds.includes(memberId) ? [] : [...new Set(placeIds)].sort() };
  });
}

/** How often somebody has been reminded by now: 0 when asked, then once and once more. */
export const reminderSteps = [0, 1, 2] as const;
export type ReminderStep = (typeof reminderSteps)[number];

const hourMs = 3_600_000;
/** Since something waits: the first reminder, and the last. */
export const remindAfterMs = [24 * hourMs, 72 * hourMs] as const;

/** @param waitedMs business time since it was put before them; each edge belongs to the reminder */
export function reminderStepOf(waitedMs: number): ReminderStep {
  if (waitedMs >= remindAfterMs[1]) return 2;
  return waitedMs >= remindAfterMs[0] ? 1 : 0;
}
