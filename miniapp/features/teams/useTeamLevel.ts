import type { AnswerOf } from "@shared/contracts";
import { teamsShapes } from "@/api/answerShapes/teams";
import { readTeamLevel } from "@/api/teams";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";

export type TeamLevel = AnswerOf<"teams.level">;

/** A unit's month and what is directly below it. @param unitId empty: from where the reader begins */
export const useTeamLevel = (period: string, unitId: string): QueryView<TeamLevel> =>
  useApiQuery(["teamLevel", period, unitId], () => readTeamLevel(period, unitId), {
    enabled: period !== "",
    keep: teamsShapes["teams.level"],
    everyMs: 30_000,
  });
