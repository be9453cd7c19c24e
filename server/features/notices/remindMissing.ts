import { reminderStepOf } from "@shared/domain/approval";
import { type BusinessDay, businessDayOf, daysOf, monthOf, startOfDay } from "@shared/domain/time";
import type { Deps } from "../../deps";
import type { NewNotice } from "./notices";
import type { NoticeReads } from "./reads";
import { tellByClock } from "./tell";

interface Slot {
  at: Date;
  runId: string;
}

/** Tells who may publish them on the first morning of a month which teams have no target in it, and again after a day and after three. */
export const remindTargets = (
  slot: Slot,
  reads: Pick<NoticeReads, "teamsWithoutTarget">,
  deps: Pick<Deps, "realNow">,
): Promise<void> =>
  remindMissing("targets_missing", slot, deps, async (on) =>
    (await reads.teamsWithoutTarget(on)).flatMap((team) => team.deciderIds),
  );

/** The same of people who sell and are on no plan, to those who make plans. */
export const remindPlans = (
  slot: Slot,
  reads: Pick<NoticeReads, "repsWithoutPlan">,
  deps: Pick<Deps, "realNow">,
): Promise<void> =>
  remindMissing("plans_missing", slot, deps, async (on) => (await reads.repsWithoutPlan(on)).deciderIds);

/** What a month lacks from its first day on is said to each who can see to it, at once and twice more. */
async function remindMissing(
  kind: "targets_missing" | "plans_missing",
  { at, runId: cause }: Slot,
  deps: Pick<Deps, "realNow">,
  waitsFor: (on: BusinessDay) => Promise<string[]>,
): Promise<void> {
  const on = businessDayOf(at);
  const period = monthOf(on);
  const step = reminderStepOf(at.getTime() - startOfDay(daysOf(period).from).getTime());
  const notices = [...new Set(await waitsFor(on))].map((memberId): NewNotice => ({
    noticeId: `${kind}:${period}:${step}:${memberId}`,
    kind,
    params: { period },
    channel: "member",
    receiverId: memberId,
    cause,
    answersAct: false,
    at,
  }));
  await tellByClock(notices, deps);
}
