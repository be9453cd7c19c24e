import type { Fen } from "./money";
import { compare, decimal, type Exact, ratioOf, subtract } from "./pay/numbers/number";
import { leftToTargetFen } from "./target";
import type { Pace } from "./workingDays";

/** At this part of the target a rep hears that it is near; once a period. */
export const nearTargetFrom = decimal("0.8");

export interface NearTarget {
  /** Tell the rep now. */
  alert: boolean;
  remainingFen: Fen;
  /** The target is reached: another message, not this one. */
  reached: boolean;
}

/**
 * Whether a rep is to hear that the target is near: from the threshold on (inclusive, exact), not once it is reached, and
 * once a period. Without a target there is no alert.
 */
export function nearTarget(month: {
  doneFen: Fen;
  targetFen: Fen;
  threshold?: Exact;
  alreadySent?: boolean;
}): NearTarget {
  const { doneFen, targetFen, threshold = nearTargetFrom, alreadySent = false } = month;
  const reached = targetFen > 0 && doneFen >= targetFen;
  const ratio = ratioOf(doneFen, targetFen);
  const isNear = ratio !== null && targetFen > 0 && compare(ratio, threshold) >= 0;
  const remainingFen = leftToTargetFen({ doneFen, targetFen });
  return { alert: isNear && !reached && !alreadySent, remainingFen, reached };
}

/** Whether a sale took the rep over the threshold: a later fall and rise is not another first crossing. */
export function crossesNearTarget(
  month: { doneBeforeFen: Fen; doneFen: Fen; targetFen: Fen },
  threshold: Exact = nearTargetFrom,
): boolean {
  const before = ratioOf(month.doneBeforeFen, month.targetFen);
  const after = ratioOf(month.doneFen, month.targetFen);
  return before !== null && after !== null && compare(before, threshold) < 0 && compare(after, threshold) >= 0;
}

export interface TeamLagRule {
  /** The person is at least here, */
  personMin: Exact;
  /** and the team at most here. */
  teamMax: Exact;
}

export const teamLagRule: TeamLagRule = { personMin: decimal("0.9"), teamMax: decimal("0.7") };

/** Whether a team is so far behind that its people who are ahead are asked for help; the edge belongs to it. */
export const teamLags = (team: Exact | null, rule: TeamLagRule = teamLagRule): boolean =>
  team !== null && compare(team, rule.teamMax) <= 0;

/** Whether a person who is ahead hears that the team lags: both edges inclusive, above the team, once a period. */
export function leadsLaggingTeam(
  ratios: { person: Exact | null; team: Exact | null; alreadySent?: boolean },
  rule: TeamLagRule = teamLagRule,
): boolean {
  const { person, team, alreadySent = false } = ratios;
  if (person === null || team === null || alreadySent) return false;
  return compare(person, rule.personMin) >= 0 && teamLags(team, rule) && compare(person, team) > 0;
}

export interface GroupLagRule {
  /** The team is at least this far behind the part of the month that has gone, */
  behindPace: Exact;
  /** or at most here with at most so many working days left. */
  teamMax: Exact;
  workingDaysLeftMax: number;
}

export const groupLagRule: GroupLagRule = {
  behindPace: decimal("0.1"),
  teamMax: decimal("0.7"),
  workingDaysLeftMax: 5,
};

/** Whether a team's group hears that the team is behind. Edges belong to it. */
export function lagsBehind(team: Exact | null, pace: Pace, rule: GroupLagRule = groupLagRule): boolean {
  const gone = ratioOf(pace.workingDaysGone, pace.workingDays);
  if (team === null || gone === null) return false;
  if (compare(subtract(gone, team), rule.behindPace) >= 0) return true;
  return compare(team, rule.teamMax) <= 0 && pace.workingDaysLeft <= rule.workingDaysLeftMax;
}
