import type { AnswerOf } from "@shared/contracts";
import { readMyCheckIns } from "@/api/checkIns";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";
import { useBusinessDay } from "@/features/time";

/** What I have checked in on a day, newest first; today unless said otherwise. */
export function useCheckIns(on?: string): QueryView<AnswerOf<"checkIns.mine">> {
  const today = useBusinessDay();
  const day = on ?? today;
  return useApiQuery(["checkIns", day], () => readMyCheckIns(day), { enabled: day !== "" });
}
