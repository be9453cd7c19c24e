import { addDays, type BusinessDay, businessDayOf, daysOf, monthOf } from "@shared/domain/time";
import { workdayTest } from "@shared/domain/workingDays";
import type { Deps } from "../../deps";
import { workCalendarOf } from "../../lib/workCalendar";
import { type NewNotice, tellByClock } from "../notices";
import { everyOpen, type OpenApproval } from "./approvalKind";
import { saleApprovals } from "./saleApprovals";
import { aboutApproval } from "./settleAsked";

/**
 * On the last working day of a month, tells each rep which of their sales of that month still wait: confirmed later, they count in the next
 * one. Once for each sale, however often it runs.
 */
export async function remindMonthEnd(
  { at, runId: cause }: { at: Date; runId: string },
  deps: Pick<Deps, "realNow">,
): Promise<void> {
  const on = businessDayOf(at);
  if (on !== lastWorkday(on)) return;
  for await (const open of everyOpen(saleApprovals, at))
    await tellByClock(
      open.flatMap((one) => noticeOf(one, { on, cause, at }) ?? []),
      deps,
    );
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
  { on, cause, at }: { on: BusinessDay; cause: string; at: Date },
): NewNotice | null {
  if (told.kind !== "sale" || requestedById === null || monthOf(told.signedOn) !== monthOf(on)) return null;
  return {
    noticeId: `sale_month_end:${subjectId}:${monthOf(on)}`,
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
