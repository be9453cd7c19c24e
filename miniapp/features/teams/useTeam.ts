import type { AnswerOf } from "@shared/contracts";
import { teamsShapes } from "@/api/answerShapes/teams";
import { readTeam, readTeamMember } from "@/api/teams";
import { compare } from "@shared/domain/pay/numbers/number";
import { isFarBehind, type Progress, progressOf } from "@/features/today/progress";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";

export type Team = AnswerOf<"teams.read">;

export const useTeam = (unitId: string, period: string): QueryView<Team> =>
  useApiQuery(["team", unitId, period], () => readTeam(unitId, period), {
    enabled: unitId !== "" && period !== "",
    keep: teamsShapes["teams.read"],
    everyMs: 10_000,
  });

export interface TeamMember {
  memberId: string;
  name: string;
  doneFen: number;
  targetFen: number | null;
  progress: Progress;
}

export interface TeamView {
  /** More than ten points behind the time gone, lowest first. */
  toHelp: TeamMember[];
  /** Everybody, lowest first; without a target at the end. */
  all: TeamMember[];
  /** The five who are furthest. */
  ahead: TeamMember[];
}

/** Members by how they stand, for the leader alone. */
export function teamViewOf({ team, members }: Team): TeamView {
  const all = (members ?? [])
    .map((member) => ({ ...member, progress: progressOf({ ...member, pace: team.pace }) }))
    .sort(lowestFirst);
  return {
    toHelp: all.filter((member) => isFarBehind(member.progress)),
    all,
    ahead: all
      .filter((member) => member.progress.against?.kind === "ahead")
      .reverse()
      .slice(0, 5),
  };
}

function lowestFirst(a: TeamMember, b: TeamMember): number {
  const [left, right] = [a.progress.attainment, b.progress.attainment];
  if (left && right) return compare(left, right) || (a.memberId < b.memberId ? -1 : 1);
  return left ? -1 : right ? 1 : a.memberId < b.memberId ? -1 : 1;
}

/** One of a leader's people. Each look is noted, so nothing of it is kept on the phone. */
export const useTeamMember = (of: {
  unitId: string;
  id: string;
  period: string;
}): QueryView<AnswerOf<"teams.member">> =>
  useApiQuery(["member", of.unitId, of.id, of.period], () => readTeamMember(of.unitId, of.id, of.period), {
    enabled: of.unitId !== "" && of.id !== "" && of.period !== "",
    isLook: true,
  });
