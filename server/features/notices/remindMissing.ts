import { reminderStepOf } from "@shared/domain/approval";
import { addDays, type BusinessDay, businessDayOf, dayCount, daysOf, monthOf, startOfDay } from "@shared/domain/time";
import type { Deps } from "../../deps";
import { findNotices, type NewNotice } from "./notices";
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
    (await reads.teamsWithoutTarget(on)).map(({ unitId, deciderIds }) => ({ whoId: unitId, deciderIds })),
  );

/** The same of people who sell and are on no plan, to those who make plans. */
export const remindPlans = (
  slot: Slot,
  reads: Pick<NoticeReads, "repsWithoutPlan">,
  deps: Pick<Deps, "realNow">,
): Promise<void> =>
  remindMissing("plans_missing", slot, deps, async (on) => {
    const { memberIds, deciderIds } = await reads.repsWithoutPlan(on);
    return memberIds.map((whoId) => ({ whoId, deciderIds }));
  });

interface Lacking {
  /** The team or the person who lacks it. */
  whoId: string;
  deciderIds: readonly string[];
}

/**
 * What somebody lacks in a month is said to each who can see to it, on the first morning on which it is so and twice more, whatever was said
 * of others before. One notice a day tells of all who lack it by then.
 */
async function remindMissing(
  kind: "targets_missing" | "plans_missing",
  { at, runId: cause }: Slot,
  deps: Pick<Deps, "realNow">,
  lackingOn: (on: BusinessDay) => Promise<Lacking[]>,
): Promise<void> {
  const on = businessDayOf(at);
  const period = monthOf(on);
  const whoIdsBy = new Map<string, string[]>();
  for (const { whoId, deciderIds } of await lackingOn(on))
    for (const memberId of new Set(deciderIds)) whoIdsBy.set(memberId, [...(whoIdsBy.get(memberId) ?? []), whoId]);
  const noticeIdOf = (day: BusinessDay, memberId: string) => `${kind}:${day}:${memberId}`;
  const { from } = daysOf(period);
  const days = Array.from({ length: dayCount({ from, to: on }) }, (_, n) => addDays(from, n));
  const said = await saidOf([...whoIdsBy.keys()].flatMap((memberId) => days.map((day) => noticeIdOf(day, memberId))));
  const isDue = (memberId: string, whoId: string) =>
    isReminderDue(
      days.filter((day) => said.get(noticeIdOf(day, memberId))?.includes(whoId)),
      on,
    );
  const notices = [...whoIdsBy]
    .filter(([memberId, whoIds]) => whoIds.some((whoId) => isDue(memberId, whoId)))
    .map(([memberId, whoIds]): NewNotice => ({
      noticeId: noticeIdOf(on, memberId),
      kind,
      params: { period, whoIds },
      channel: "member",
      receiverId: memberId,
      cause,
      answersAct: false,
      at,
    }));
  await tellByClock(notices, deps);
}

/** Of whom each of these notices tells, by its id; what was dropped has told nobody. */
async function saidOf(noticeIds: readonly string[]): Promise<Map<string, readonly string[]>> {
  const notices = (await findNotices(noticeIds)).filter(({ state }) => state !== "dropped");
  return new Map(notices.map(({ _id, params }) => [_id, "whoIds" in params ? params.whoIds : []]));
}

/** @param saidOn the days on which it was said, the first one first */
function isReminderDue(saidOn: readonly BusinessDay[], on: BusinessDay): boolean {
  const [first] = saidOn;
  if (first === undefined) return true;
  const stepOn = (day: BusinessDay) => reminderStepOf(startOfDay(day).getTime() - startOfDay(first).getTime());
  return !saidOn.some((day) => stepOn(day) === stepOn(on));
}
