import { useEffect } from "react";
import type { AnswerOf } from "@shared/contracts";
import type { BusinessDay } from "@shared/domain/time";
import { readDayPlan } from "@/api/dayPlans";
import { reckonTime } from "@/api/serverClock";
import { newId } from "@/platform/newId";
import { commandQueue } from "@/features/queue/commandQueue";
import { useApiQuery } from "@/features/query/useApiQuery";
import { routes } from "@/routes";
import { keepPlan, type KeptPlan } from "./keptPlan";

const kind = "dayPlans.set";

/** Takes over what was said on another phone since: what was said last stands. */
export function useSharedPlan(day: BusinessDay, kept: KeptPlan | null): void {
  const { data } = useApiQuery(["dayPlan", day], () => readDayPlan(day), { enabled: day !== "" });
  const plan = data?.plan ?? null;
  const saidAt = kept?.saidAt ?? null;
  useEffect(() => {
    if (plan && (saidAt === null || Date.parse(plan.saidAt) > Date.parse(saidAt)))
      keepPlan(day, { keys: plan.stops, saidAt: plan.saidAt });
  }, [plan, saidAt, day]);
}

/**
 * What its person says of a day, kept here and sent by the queue; one of before that has not left this phone gives way to it.
 * @returns false where the phone has no room for it
 */
export function sayPlan(day: BusinessDay, keys: readonly string[], about: string): boolean {
  const { at, kind: timeKind } = reckonTime();
  const saidAt = at.toISOString();
  const isKept = keepPlan(day, { keys, saidAt });
  const plan: AnswerOf<"dayPlans.set">["plan"] = { stops: [...keys], saidAt };
  for (const entry of commandQueue.list())
    if (entry.kind === kind && entry.params?.on === day && !entry.isUnsure) void commandQueue.drop(entry.commandId);
  commandQueue.add({
    ...{ commandId: newId(), kind, params: { on: day }, body: { stops: [...keys], written: { at: saidAt, timeKind } } },
    ...{ lane: `plan:${day}`, after: null, captured: { at: saidAt, kind: timeKind }, about, shown: { plan } },
    ...{ draft: null, opens: routes.dayRoute() },
  });
  return isKept;
}
