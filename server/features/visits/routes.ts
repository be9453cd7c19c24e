import { businessDayOf } from "@shared/domain/time";
import { visitPaceOf, weekOf } from "@shared/domain/visitTarget";
import { workingDaysIn } from "@shared/domain/workingDays";
import { workCalendarOf } from "../../lib/workCalendar";
import type { BookingDeps } from "../statements";
import { noteLook } from "../looks";
import { visitsOfWeek } from "../visitTargets";
import type { Handlers } from "../../http";
import { dayOf, findOwnCheckIn, standingNow, withDeciders } from "../checkIns";
import { companionsOf, presentCompanions } from "./companions";
import { bookedMonthOf } from "./correctable";
import { correctVisit, settleNextStep } from "./correctVisit";
import { withOutcomes } from "./outcomes";
import { presentVersion, presentVisit } from "./presentVisit";
import { recordVisit } from "./recordVisit";
import { findVisitToRead } from "./visitToRead";
import { effectiveVisitsDuring } from "./visits";
import { linksToFiles } from "./visitFiles";
import { earlierVersions, filesOfRecord, typesOfRecords, versionOf } from "./visitVersions";

/** With a day's check-ins, which say what has come of their records. */
export const visitsHandlers = (
  deps: BookingDeps,
): Handlers<"visits"> & Pick<Handlers<"checkIns">, "checkIns.mine"> => ({
  "checkIns.mine": async ({ actor, query }) => {
    const ofDay = await withDeciders(await dayOf(actor.id, query.on), actor, businessDayOf(deps.clock.now()));
    return { items: await withOutcomes(ofDay) };
  },

  "visits.record": ({ actor, body }) => recordVisit(deps, { actor, body }),

  "visits.read": async ({ ctx, actor, params }) => {
    const today = businessDayOf(deps.clock.now());
    const { visit, rep } = await findVisitToRead(actor, params.visitId, today);
    if (rep) {
      const look = { what: "checkIn.read" as const, memberId: visit.memberId, detail: { visitIds: [visit._id] } };
      await noteLook(deps, { ...look, actor, at: deps.clock.now(), requestId: ctx.state.requestId });
    }
    const [checkIn, earlier, standing, companions] = await Promise.all([
      findOwnCheckIn(visit.memberId, visit.checkInId),
      versionOf(visit) > 1 ? earlierVersions(visit._id) : [],
      bookedMonthOf(deps, visit),
      companionsOf([visit._id]),
    ]);
    const records = [visit, ...earlier];
    const [evidence, typeOf, presented, files] = await Promise.all([
      standingNow(checkIn),
      typesOfRecords(records),
      presentCompanions(visit, companions, deps.clock.now()),
      linksToFiles(deps, visit.memberId, records.flatMap(filesOfRecord)),
    ]);
    const view = presentVisit(visit, typeOf(visit), checkIn, evidence);
    const [tap = view.checkIn] = await withDeciders([view.checkIn], rep ? { ...actor, teamId: null } : actor, today);
    return {
      // What is unusual about a tap its rep is told first; others read of it where they are asked.
      visit: { ...view, checkIn: rep ? { ...tap, signals: null } : tap },
      earlier: earlier.map((one) => presentVersion(one, typeOf(one))),
      files,
      ...(rep && { rep }),
      companions: presented,
      correctableUntil: standing.state === "open" ? standing.cutOffAt.toISOString() : null,
    };
  },

  "visits.week": async ({ actor }) => {
    const today = businessDayOf(deps.clock.now());
    const week = weekOf(today);
    const calendar = workCalendarOf(week);
    const [{ target, perWeek }, done] = await Promise.all([
      visitsOfWeek(actor.teamId, today),
      effectiveVisitsDuring(actor.id, week),
    ]);
    const pace = visitPaceOf({ done, target }, today, calendar);
    return { ...week, done, target, perWeek, workingDays: workingDaysIn(week, calendar), ...pace };
  },

  "visits.correct": ({ actor, params, body }) => correctVisit(deps, { actor, visitId: params.visitId, body }),
  "visits.settleNextStep": ({ actor, params, body }) => settleNextStep(deps, { actor, visitId: params.visitId, body }),
});
