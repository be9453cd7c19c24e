import type { Deps } from "../../deps";
import type { EventHandler, Outcome } from "../../outbox";
import { findVersionOrNull, type PlanSubmitted } from "../plans";
import type { ProblemClosed } from "../reports";
import { findSale, type SaleSubmitted } from "../sales";
import type { Notice } from "./noticeModel";
import { noticesAbout, settleNotices } from "./settle";

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

export const problemSettler: EventHandler<ProblemClosed, SettleDeps> = ({ reportId }, _delivery, deps) =>
  settle(`problem_reported:${reportId}`, () => false, deps);
