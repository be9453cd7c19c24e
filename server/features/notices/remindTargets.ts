import { reminderStepOf } from "@shared/domain/approval";
import { businessDayOf, daysOf, monthOf, startOfDay } from "@shared/domain/time";
import type { Deps } from "../../deps";
import type { NewNotice } from "./notices";
import type { NoticeReads } from "./reads";
import { tellByClock } from "./tell";

/** Tells who may publish them on the first morning of a month which teams have no target in it, and again after a day and after three. */
export async function remindTargets(
  { at, runId: cause }: { at: Date; runId: string },
  reads: Pick<NoticeReads, "teamsWithoutTarget">,
  deps: Pick<Deps, "realNow">,
): Promise<void> {
  const on = businessDayOf(at);
  const deciderIds = new Set((await reads.teamsWithoutTarget(on)).flatMap((team) => team.deciderIds));
  const period = monthOf(on);
  const step = reminderStepOf(at.getTime() - startOfDay(daysOf(period).from).getTime());
  const notices = [...deciderIds].map((memberId): NewNotice => ({
    noticeId: `targets_missing:${period}:${step}:${memberId}`,
    kind: "targets_missing",
    params: { period },
    channel: "member",
    receiverId: memberId,
    cause,
    answersAct: false,
    at,
  }));
  await tellByClock(notices, deps);
}
