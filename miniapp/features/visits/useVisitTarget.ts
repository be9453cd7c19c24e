import type { AnswerOf } from "@shared/contracts";
import { visitTargetsShapes } from "@/api/answerShapes/visitTargets";
import { readVisitTarget, readVisitWeek, setVisitTarget } from "@/api/visitTargets";
import { vibrate } from "@/platform/haptics";
import { type Command, useCommand } from "@/features/command/useCommand";
import { queryClient } from "@/features/query/queryClient";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";
import { useBusinessDay } from "@/features/time";

export type VisitTarget = AnswerOf<"visitTargets.read">;

/** How my week of visits stands. What this phone has kept of a week that is over says nothing of this one. */
export function useVisitWeek(): QueryView<AnswerOf<"visits.week">> {
  const today = useBusinessDay();
  const week = useApiQuery(["visitWeek"], readVisitWeek, { keep: visitTargetsShapes["visits.week"] });
  return week.data && week.data.to < today ? { ...week, data: undefined } : week;
}

/** What is expected of each rep of a unit. */
export const useVisitTarget = (unitId: string): QueryView<VisitTarget> =>
  useApiQuery(["visitTarget", unitId], () => readVisitTarget(unitId), { enabled: unitId !== "" });

export interface NewVisitTarget {
  unitId: string;
  revision: number;
  from: string;
  perWeek: number | null;
}

export const useSetVisitTarget = (): Command<NewVisitTarget, AnswerOf<"visitTargets.set">> =>
  useCommand(async (commandId: string, { unitId, ...said }: NewVisitTarget) => {
    try {
      const answer = await setVisitTarget(unitId, { commandId, ...said });
      vibrate("light");
      return answer;
    } finally {
      void queryClient.invalidateQueries();
    }
  });
