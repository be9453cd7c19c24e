/** What a leader can help somebody with, the most pressing first. */
export const memberHelps = ["overdueSteps", "fewVisits", "unvisited", "recordsInVain"] as const;
export type MemberHelp = (typeof memberHelps)[number];

export interface MemberMonth {
  /** Next steps whose day has gone by without a visit. */
  overdueSteps: number;
  effectiveVisits: number;
  /** Of the others in the team; null where there is nobody else. */
  othersVisits: number | null;
  /** Clients without a recorded visit in this month and the last. */
  unvisitedClients: number;
  /** Visits of the month that were written down and do not count. */
  visitsNotCounted: number;
}

/** @returns what applies, with how much of it */
export function helpsOf(month: MemberMonth): { code: MemberHelp; count: number }[] {
  const { overdueSteps, effectiveVisits, othersVisits, unvisitedClients, visitsNotCounted } = month;
  const found: { code: MemberHelp; count: number }[] = [];
  if (overdueSteps > 0) found.push({ code: "overdueSteps", count: overdueSteps });
  // Less than half of what the others do: a difference of one or two is chance.
  if (othersVisits !== null && othersVisits >= 2 && effectiveVisits * 2 < othersVisits)
    found.push({ code: "fewVisits", count: othersVisits });
  if (unvisitedClients > 0) found.push({ code: "unvisited", count: unvisitedClients });
  if (visitsNotCounted > 0) found.push({ code: "recordsInVain", count: visitsNotCounted });
  return found;
}
