import { useEffect, useMemo } from "react";
import type { AnswerOf } from "@shared/contracts";
import { addDays } from "@shared/domain/time";
import { checkInsShapes } from "@/api/answerShapes/checkIns";
import { readMyCheckIns } from "@/api/checkIns";
import { forget, storedNames } from "@/platform/storage";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";
import { useQueue } from "@/features/queue/useQueue";
import { useBusinessDay } from "@/features/time";
import { withQueued } from "./queuedCheckIns";

/** What I have checked in on a day, newest first, with what waits on this phone; today unless said otherwise. */
export function useCheckIns(on?: string): QueryView<AnswerOf<"checkIns.mine">> {
  const today = useBusinessDay();
  const day = on ?? today;
  const query = useApiQuery(["checkIns", day], () => readMyCheckIns(day), {
    enabled: day !== "",
    keep: checkInsShapes["checkIns.mine"],
  });
  useEffect(() => dropOldDays(today), [today]);
  const entries = useQueue();
  const answered = query.data?.items;
  const items = useMemo(() => withQueued(answered ?? [], entries, day), [answered, entries, day]);
  // Before anything was answered, what was tapped here is there all the same.
  if (!answered && items.length === 0) return query;
  return { ...query, data: { items }, state: "ready" };
}

const dayOfCopy = /^copy:.*:checkIns:(\d{4}-\d{2}-\d{2})$/;

/** A record may be written until the next day; copies of earlier ones would only fill the phone. */
function dropOldDays(today: string): void {
  if (today === "") return;
  const oldest = addDays(today, -2);
  for (const name of storedNames()) {
    const [, day] = dayOfCopy.exec(name) ?? [];
    if (day !== undefined && day < oldest) forget(name);
  }
}
