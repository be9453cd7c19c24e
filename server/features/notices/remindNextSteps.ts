import { addDays, type BusinessDay, businessDayOf } from "@shared/domain/time";
import { workdayTest } from "@shared/domain/workingDays";
import type { Deps } from "../../deps";
import { workCalendarOf } from "../../lib/workCalendar";
import { membersPlanning } from "../visits";
import { nextStepsOf } from "./noticeReads";
import type { NewNotice } from "./notices";
import { aboutOfDay } from "./settle";
import { tellByClock } from "./tell";

/** No holiday is longer. */
const daysOffMax = 15;

/**
 * On the morning of a working day, reminds each member of what they have said that they would do on it, or on the days off before it. Once,
 * however often it runs.
 */
export async function remindNextSteps(
  { at, runId: cause }: { at: Date; runId: string },
  deps: Pick<Deps, "realNow">,
): Promise<void> {
  const days = daysFor(businessDayOf(at));
  if (days.length === 0) return;
  const today = days.at(-1) ?? "";
  const notices: NewNotice[] = [];
  for (const memberId of await membersPlanning(days)) {
    if ((await nextStepsOf(memberId, days)).length === 0) continue;
    notices.push({
      noticeId: `next_steps:${memberId}:${today}`,
      about: aboutOfDay("next_steps", memberId, today),
      kind: "next_steps",
      params: { days },
      channel: "member",
      receiverId: memberId,
      cause,
      answersAct: false,
      at,
    });
  }
  await tellByClock(notices, deps);
}

/** A working day with the days off right before it; none where it is no working day. */
function daysFor(today: BusinessDay): BusinessDay[] {
  const first = addDays(today, -daysOffMax);
  const isWorkday = workdayTest(workCalendarOf({ from: first, to: today }));
  if (!isWorkday(today)) return [];
  const days = [today];
  for (let day = addDays(today, -1); day > first && !isWorkday(day); day = addDays(day, -1)) days.unshift(day);
  return days;
}
