import { addDays, type BusinessDay, businessDayOf, daysOf, type Month, monthOf, startOfDay } from "@shared/domain/time";
import { workdayTest } from "@shared/domain/workingDays";
import type { Deps } from "../../deps";
import { workCalendarOf } from "../../lib/workCalendar";
import { type NewNotice, tellByClock } from "../notices";
import { everyOpen, type OpenApproval } from "./approvalKind";
import { saleApprovals } from "./saleApprovals";
import { aboutApproval } from "./settleAsked";

/** After a month's end so many days are still looked back: longer no server is down without anybody's noticing. */
const lookBackDays = 7;

/**
 * On the last working day of a month, tells each rep which of their sales of that month still wait: confirmed later, they count in the next
 * one. Where no server ran that day, the next run does so, in the month to come with what has come of it. Once for each sale, however often
 * it runs.
 */
export async function remindMonthEnd(
  { at, runId: cause }: { at: Date; runId: string },
  deps: Pick<Deps, "realNow">,
): Promise<void> {
  const on = businessDayOf(at);
  const day = lastWorkdayBefore(on);
  if (day === null) return;
  // What has been asked for since then waits no longer than usual.
  const asOf = new Date(startOfDay(day).getTime() + at.getTime() - startOfDay(on).getTime());
  for await (const open of everyOpen(saleApprovals, at))
    await tellByClock(
      open.flatMap((one) => (one.askedAt <= asOf ? (noticeOf(one, { month: monthOf(day), cause, at }) ?? []) : [])),
      deps,
    );
}

/** The last working day of this day's month where it has come, else of the month before where that is only just over. */
function lastWorkdayBefore(on: BusinessDay): BusinessDay | null {
  const day = lastWorkday(on);
  if (on >= day) return day;
  const before = addDays(daysOf(monthOf(on)).from, -1);
  return addDays(before, lookBackDays) >= on ? lastWorkday(before) : null;
}

/** Of the month in which this day is. */
function lastWorkday(on: BusinessDay): BusinessDay {
  const { from, to } = daysOf(monthOf(on));
  const isWorkday = workdayTest(workCalendarOf({ from, to }));
  let day = to;
  while (day > from && !isWorkday(day)) day = addDays(day, -1);
  return day;
}

function noticeOf(
  { told, revision, requestedById, askedAt, subjectId }: OpenApproval,
  { month, cause, at }: { month: Month; cause: string; at: Date },
): NewNotice | null {
  if (told.kind !== "sale" || requestedById === null || monthOf(told.signedOn) !== month) return null;
  return {
    noticeId: `sale_month_end:${subjectId}:${month}`,
    about: aboutApproval("sale", subjectId),
    kind: "sale_month_end",
    params: { told, revision, askedOn: businessDayOf(askedAt) },
    channel: "member",
    receiverId: requestedById,
    cause,
    answersAct: false,
    at,
  };
}
