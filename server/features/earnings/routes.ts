import { businessDayOf, daysOf, monthOf, type Month } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import type { Deps } from "../../deps";
import type { Handlers, MemberActor } from "../../http";
import { belongedDuring } from "../members";
import { noteLook } from "../looks";
import { hasOpenings } from "../openings";
import { waitingOf } from "../sales";
import { requestPricing, monthVersion } from "../statements";
import { findOwnVisit, visitFactIdOf, visitsOfOthers } from "../visits";
import { earningsPages } from "./earningsPages";
import { doubtsBehind } from "./lineDoubts";
import { lostPayOf } from "./lostPay";

/** 收入: what a member sees of a month's statement, from what was stored with its last revision. */
export const statementsHandlers = (deps: Pick<Deps, "clock" | "realNow" | "caches">): Handlers<"statements"> => {
  const pages = earningsPages(deps);

  /** The month of the reader, and which state of it is the newest. @throws AppError "period.invalid" before it begins */
  const readerMonth = async ({ id: memberId, language }: MemberActor, period: Month) => {
    const current = monthOf(businessDayOf(deps.clock.now()));
    if (period > current) throw new AppError("period.invalid", `${period} has not begun`);
    const version = await monthVersion(memberId, period);
    const wasHere = async () => period === current || (await belongedDuring(memberId, daysOf(period)));
    if (version === null && (await wasHere())) await requestPricing(deps, { memberId, period });
    return { memberId, period, version, language };
  };

  return {
    "statements.mine": async ({ actor, params }) => {
      // What waits counts in the month in which it is confirmed: in none that is over.
      const isRunning = params.period === monthOf(businessDayOf(deps.clock.now()));
      const [month, pending, hasOpening] = await Promise.all([
        readerMonth(actor, params.period),
        isRunning ? waitingOf(actor.id) : { count: 0, amountFen: 0 },
        hasOpenings(actor.id),
      ]);
      const { page, ofVisits, taken } = await pages.month(month);
      const [doubts, lost] = await Promise.all([
        doubtsBehind(deps, actor, ofVisits),
        lostPayOf(taken, deps.clock.now()),
      ]);
      return page.with("pending", pending).with("doubts", doubts).with("lost", lost).with("hasOpening", hasOpening);
    },

    "statements.line": async ({ ctx, actor, params }) => {
      const { period, lineId } = params;
      const month = await readerMonth(actor, period);
      const { page, allocation, visits } = await pages.line(month, lineId);
      const [ofSales, ofVisits] = await Promise.all([pages.salesOf(allocation), pages.visitsOf(visits)]);
      const paidFor = visits.flatMap(({ visitId, fen }) => (fen === 0 ? [] : [{ lineId, visitId }]));
      const footsteps = [...ofSales.footsteps, ...ofVisits.footsteps];
      // Who shares a customer sees by the sale what the others have done for it.
      for (const [memberId, visitIds] of visitsOfOthers(actor.id, footsteps)) {
        const look = { what: "checkIn.read" as const, memberId, detail: { period, lineId, visitIds } };
        await noteLook(deps, { ...look, actor, at: deps.clock.now(), requestId: ctx.state.requestId });
      }
      const doubts = await doubtsBehind(deps, actor, paidFor);
      return page.with("sales", ofSales.views).with("visits", ofVisits.views).with("doubts", doubts);
    },

    "statements.ofVisit": async ({ actor, params }) => {
      const { _id, on } = await findOwnVisit(actor.id, params.visitId);
      return pages.ofFact(await readerMonth(actor, monthOf(on)), visitFactIdOf(_id));
    },

    "statements.nextStep": async ({ actor, params }) => pages.nextStep(await readerMonth(actor, params.period)),

    "statements.receipt": async ({ actor, params }) => pages.receipt(await readerMonth(actor, params.period)),
  };
};
