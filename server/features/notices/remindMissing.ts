import { reminderStepOf } from "@shared/domain/approval";
import { monthsToSet } from "@shared/domain/target";
import {
  addDays,
  type BusinessDay,
  businessDayOf,
  dayCount,
  daysOf,
  type Month,
  monthOf,
  previousPeriod,
  startOfDay,
} from "@shared/domain/time";
import { inTransaction } from "../../db";
import type { Deps } from "../../deps";
import { workCalendarOf } from "../../lib/workCalendar";
import type { NoticeParams } from "./kinds";
import type { Notice } from "./noticeModel";
import { type NewNotice, noticesSince } from "./notices";
import type { NoticeReads } from "./reads";
import { settleNotices } from "./settle";
import { tellByClock } from "./tell";

interface Slot {
  at: Date;
  runId: string;
}

/**
 * Tells who may publish them which teams have no target: some working days before the month, on its first morning, and each time again after
 * a day and after three.
 */
export async function remindTargets(
  slot: Slot,
  reads: Pick<NoticeReads, "teamsWithoutTarget">,
  deps: Pick<Deps, "realNow">,
): Promise<void> {
  const on = businessDayOf(slot.at);
  for (const { month, askedFrom } of monthsToSet(on, workCalendarOf(daysOf(monthOf(on))))) {
    const teams = await reads.teamsWithoutTarget(month, on);
    const lacking = teams.map(({ unitId, deciderIds }) => ({ whoId: unitId, deciderIds }));
    await remindTogether("targets_missing", { ...ofMonth(month), from: askedFrom }, lacking, slot, deps);
  }
}

/** The same of people who sell and are on no plan, to those who make plans. */
export async function remindPlans(
  slot: Slot,
  reads: Pick<NoticeReads, "repsWithoutPlan">,
  deps: Pick<Deps, "realNow">,
): Promise<void> {
  const { memberIds, deciderIds } = await reads.repsWithoutPlan(businessDayOf(slot.at));
  const lacking = memberIds.map((whoId) => ({ whoId, deciderIds }));
  await remindTogether("plans_missing", ofMonth(monthOf(businessDayOf(slot.at))), lacking, slot, deps);
}

/** The same of clients whose owners have left, to whoever may give them to somebody. */
export async function remindClientsLeft(
  slot: Slot,
  reads: Pick<NoticeReads, "clientsLeft">,
  deps: Pick<Deps, "realNow">,
): Promise<void> {
  const clients = await reads.clientsLeft(businessDayOf(slot.at));
  const waiting = clients.map(({ customerId: whoId, deciderIds }) => ({ whoId, deciderIds }));
  await remindGathered("clients_left", waiting, slot, deps);
}

/** Longer ago than that nothing is looked up: what waits still is asked about as if it were new. */
const saidDays = 30;

/** What tells of many that wait at once for a decision, or of those on which nobody can decide. */
export type GatheredKind = "pins_wait" | "pins_nobody" | "duplicates_wait" | "clients_left";

/** What has told of many by a day, as far back as it is looked up. */
export const gatheredSince = (kind: GatheredKind, on: BusinessDay): Promise<Notice[]> =>
  noticesSince(kind, startOfDay(addDays(on, -saidDays)));

/** The same of what waits for somebody's decision, or, where nobody can decide, for somebody to be named. */
export async function remindGathered(
  kind: GatheredKind,
  waiting: readonly Waiting[],
  slot: Slot,
  deps: Pick<Deps, "realNow">,
): Promise<void> {
  const told = { month: null, from: addDays(businessDayOf(slot.at), -saidDays), paramsOf: gathered };
  await remindTogether(kind, told, waiting, slot, deps);
}

export interface Waiting {
  /** The team or person who lacks something, or what waits. */
  whoId: string;
  deciderIds: readonly string[];
  /** Those of them who have been told of it in another way. */
  toldIds?: readonly string[];
}

interface Told<Params> {
  /** Of which month it is said; what was said of another one is another thing. */
  month: Month | null;
  /** The first day whose messages are looked at: what was said before is said anew. */
  from: BusinessDay;
  paramsOf: (whoIds: string[]) => Params;
}

/** One message names so many at most: whoever is waited for by more than that reads of them on the page that it opens. */
const togetherMax = 200;

const gathered = (whoIds: string[]) => ({
  whoIds: whoIds.slice(0, togetherMax),
  ...(whoIds.length > togetherMax && { more: whoIds.length - togetherMax }),
});

const ofMonth = (month: Month): Told<{ period: Month; whoIds: string[] }> => ({
  month,
  from: daysOf(month).from,
  paramsOf: (whoIds) => ({ period: month, whoIds }),
});

type TogetherKind = "targets_missing" | "plans_missing" | GatheredKind;

/** What is said of several of them to one person is about this. */
export const aboutTogether = (kind: TogetherKind, memberId: string): string => `${kind}:${memberId}`;

/**
 * What waits for somebody is said to each who can see to it, on the first day on which it is so and twice more, whatever was said of others
 * before. One notice a day tells of all that waits by then. What was said before is done where nothing of it waits for its receiver any more,
 * be it that others see to it by now.
 */
async function remindTogether<Kind extends TogetherKind>(
  kind: Kind,
  { month, from, paramsOf }: Told<NoticeParams[Kind]>,
  waiting: readonly Waiting[],
  { at, runId: cause }: Slot,
  deps: Pick<Deps, "realNow">,
): Promise<void> {
  const on = businessDayOf(at);
  const days = Array.from({ length: dayCount({ from, to: on }) }, (_, n) => addDays(from, n));
  // Ahead of a month there may be two on one day.
  const ahead = month !== null && month !== monthOf(on) ? [month] : [];
  const noticeIdOf = (day: BusinessDay, memberId: string) => [kind, ...ahead, day, memberId].join(":");
  // Of everybody, whoever can see to it by now; of a month also what was said before it began.
  const since = month === null ? from : daysOf(previousPeriod(month)).from;
  const said = (await noticesSince(kind, startOfDay(since))).filter(
    ({ state, params }) => state !== "dropped" && (month === null || ("period" in params && params.period === month)),
  );
  const saidOf = new Map(said.map((notice) => [notice._id, whoIdsOf(notice)]));
  const isDue = (memberId: string, whoId: string) =>
    isReminderDue(
      days.filter((day) => saidOf.get(noticeIdOf(day, memberId))?.includes(whoId)),
      on,
    );
  const toTell = byDecider(waiting, ({ deciderIds, toldIds = [] }) => deciderIds.filter((id) => !toldIds.includes(id)));
  const notices = [...toTell]
    .map(([memberId, whoIds]) => ({ memberId, params: paramsOf([...whoIds]) }))
    .filter(({ memberId, params }) => params.whoIds.some((whoId) => isDue(memberId, whoId)))
    .map(({ memberId, params }) => ({
      noticeId: noticeIdOf(on, memberId),
      kind,
      params,
      channel: "member" as const,
      receiverId: memberId,
      cause,
      about: aboutTogether(kind, memberId),
      answersAct: false,
      at,
      // A kind with the params of its own.
    })) as NewNotice[];
  const theirs = byDecider(waiting, ({ deciderIds }) => deciderIds);
  const isOver = (notice: Notice) => !whoIdsOf(notice).some((whoId) => theirs.get(notice.receiverId)?.has(whoId));
  const over = said.filter((notice) => (notice.handledAt ?? null) === null && isOver(notice));
  if (over.length > 0) await inTransaction((session) => settleNotices(over, at, session));
  await tellByClock(notices, deps);
}

/** What waits for each of them, in its order. */
function byDecider(
  waiting: readonly Waiting[],
  decidersOf: (one: Waiting) => readonly string[],
): Map<string, Set<string>> {
  const whoIdsBy = new Map<string, Set<string>>();
  for (const one of waiting)
    for (const memberId of decidersOf(one))
      whoIdsBy.set(memberId, (whoIdsBy.get(memberId) ?? new Set<string>()).add(one.whoId));
  return whoIdsBy;
}

/** Of whom a notice tells. */
const whoIdsOf = ({ params }: Notice): readonly string[] => ("whoIds" in params ? params.whoIds : []);

/** @param saidOn the days on which it was said, the first one first */
function isReminderDue(saidOn: readonly BusinessDay[], on: BusinessDay): boolean {
  const [first] = saidOn;
  if (first === undefined) return true;
  const stepOn = (day: BusinessDay) => reminderStepOf(startOfDay(day).getTime() - startOfDay(first).getTime());
  return !saidOn.some((day) => stepOn(day) === stepOn(on));
}
