import { addDays, businessDayOf } from "@shared/domain/time";
import type { Deps } from "../../deps";
import type { EventHandler, Outcome } from "../../outbox";
import type { OwnersChanged } from "../customers";
import { findVersionOrNull, type PlanSubmitted } from "../plans";
import { type ProblemClosed, reportIfAny } from "../reports";
import { findSale, type SaleSubmitted } from "../sales";
import { recordsToWrite, type VisitWritten } from "../visits";
import type { Notice } from "./noticeModel";
import { nextStepsOf } from "./noticeReads";
import type { NoticeReads } from "./reads";
import { gatheredSince } from "./remindMissing";
import { aboutOfDay, noticesAbout, settleNotices } from "./settle";

type SettleDeps = Pick<Deps, "clock">;

/** What asked for this has been done. @param isOpen what waits by now, since it may have come back meanwhile */
async function settle(about: string, isOpen: (notice: Notice) => boolean, deps: SettleDeps): Promise<Outcome> {
  const done = (await noticesAbout(about)).filter((notice) => !isOpen(notice));
  return { write: (session) => settleNotices(done, deps.clock.now(), session) };
}

export const returnSettler: EventHandler<SaleSubmitted, SettleDeps> = async ({ saleId }, _delivery, deps) => {
  const { state, revision } = await findSale(saleId);
  const isOpen = (notice: Notice) =>
    notice.kind === "sale_returned" && state === "returned" && notice.params.revision === revision;
  return settle(`sale_returned:${saleId}`, isOpen, deps);
};

export const sentBackSettler: EventHandler<PlanSubmitted, SettleDeps> = async ({ planId }, _delivery, deps) => {
  const version = await findVersionOrNull(planId);
  const isOpen = (notice: Notice) => notice.kind === "plan_sent_back" && notice.params.revision === version?.revision;
  return settle(`plan_sent_back:${planId}`, isOpen, deps);
};

export const problemSettler: EventHandler<ProblemClosed, SettleDeps> = async ({ reportId }, _delivery, deps) => {
  const isOpen = (await reportIfAny(reportId))?.state === "open";
  return settle(`problem_reported:${reportId}`, () => isOpen, deps);
};

/** A client whose owners had left has somebody again: what told of it is done once none of its clients is without. */
export const givenSettler =
  (reads: Pick<NoticeReads, "clientsLeft">): EventHandler<OwnersChanged, SettleDeps> =>
  async ({ customerId }, _delivery, deps) => {
    const now = deps.clock.now();
    const said = (await gatheredSince("clients_left", businessDayOf(now))).filter(
      ({ handledAt, params }) =>
        (handledAt ?? null) === null && "whoIds" in params && params.whoIds.includes(customerId),
    );
    if (said.length === 0) return {};
    const left = new Set((await reads.clientsLeft(businessDayOf(now))).map((client) => client.customerId));
    const done = said.filter(({ params }) => "whoIds" in params && !params.whoIds.some((id) => left.has(id)));
    return { write: (session) => settleNotices(done, now, session) };
  };

/**
 * What a member was asked to write or to do is done once none of it is left. A record may be written for a day, so that what asked for it
 * was said today or yesterday; what was to be done today was said this morning.
 */
export const writtenSettler: EventHandler<VisitWritten, SettleDeps> = async ({ memberId }, _delivery, deps) => {
  const now = deps.clock.now();
  const today = businessDayOf(now);
  const asked = await Promise.all([
    noticesAbout(aboutOfDay("records_due", memberId, addDays(today, -1))),
    noticesAbout(aboutOfDay("records_due", memberId, today)),
    noticesAbout(aboutOfDay("next_steps", memberId, today)),
  ]);
  const open = asked.flat().filter(({ handledAt }) => (handledAt ?? null) === null);
  const done = (await Promise.all(open.map(async (one) => ((await isLeft(one, now)) ? [] : [one])))).flat();
  return { write: (session) => settleNotices(done, now, session) };
};

/** Whether any of what it asked for is still to be done. */
async function isLeft(notice: Notice, now: Date): Promise<boolean> {
  if (notice.kind === "next_steps") return (await nextStepsOf(notice.receiverId, notice.params.days)).length > 0;
  if (notice.kind !== "records_due") return true;
  const askedIds = notice.params.checkInIds ?? [];
  const due = await recordsToWrite(notice.receiverId, now);
  return due.some(({ checkIn }) => askedIds.includes(checkIn.checkInId));
}
