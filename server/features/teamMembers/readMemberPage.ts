import type { AnswerOf } from "@shared/contracts";
import { isNewOn } from "@shared/domain/customer";
import { helpsOf, type MemberHelp } from "@shared/domain/memberHelp";
import { businessDayOf, daysOf, type Month, previousPeriod } from "@shared/domain/time";
import { visitStanding } from "@shared/domain/visit";
import { paceOf } from "@shared/domain/workingDays";
import type { MemberActor } from "../../http";
import { workCalendarOf } from "../../lib/workCalendar";
import { openReviewsOf } from "../checkIns";
import { dueNextSteps } from "../clientList";
import { pageOfCustomers } from "../customers";
import { membersOfUnit, type UnitSpan } from "../members";
import { memberSummariesOf } from "../performance";
import { salesMeasure, targetsOf } from "../targets";
import { footstepsByVisitId, lastVisits, outcomeOf, visitsOfMonth } from "../visits";

import { creditedSales } from "./creditedSales";

type MemberPage = AnswerOf<"teams.member">;

interface Wanted {
  unitId: string;
  memberId: string;
  period: Month;
  name: string;
  /** When the member belonged to the unit: what was before and after is another leader's. */
  spans: readonly UnitSpan[];
  now: Date;
  reader: MemberActor;
}

const visitsMax = 20;

/** @returns the page, and which visits it shows, for the look to be noted */
export async function readMemberPage(wanted: Wanted): Promise<{ page: MemberPage; visitIds: string[] }> {
  const { unitId, memberId, period, name, spans, now, reader } = wanted;
  const today = businessDayOf(now);
  const last = daysOf(period).to;
  const [summaries, sales, targets, visits, { customers, nextCursor }, lastByCustomer, dueSteps, colleagues, open] =
    await Promise.all([
      memberSummariesOf(unitId, period),
      creditedSales(reader, wanted),
      targetsOf([memberId], salesMeasure, period),
      visitsOfMonth(memberId, period),
      pageOfCustomers(memberId, undefined),
      lastVisits(memberId, [previousPeriod(period), period]),
      dueNextSteps(memberId, today),
      membersOfUnit(unitId, today < last ? today : last),
      openReviewsOf(memberId),
    ]);
  const ofUnit = visits.filter(({ on }) =>
    spans.some(({ fromOn, untilOn }) => fromOn <= on && (untilOn === null || on < untilOn)),
  );
  const shown = ofUnit.slice(-visitsMax).reverse();
  const footsteps = await footstepsByVisitId(shown.map(({ _id }) => _id));
  const visitsOf = (id: string) => summaries.get(id)?.["visits.effective"] ?? 0;
  const others = colleagues.filter((id) => id !== memberId);
  const sum = others.reduce((total, id) => total + visitsOf(id), 0);
  const stages = new Map<string, number>();
  for (const { stage } of customers) stages.set(stage, (stages.get(stage) ?? 0) + 1);
  // What waits for a decision is not lost yet.
  const waiting = new Set(open.map(({ _id }) => _id));
  const overdue = dueSteps.filter(({ on, been }) => on < today && !been);
  const unvisited = customers.filter(({ _id, owners }) => !lastByCustomer.get(_id)?.on && !isNewOn(owners, today));
  const inVain = ofUnit.filter(({ effective, checkInId }) => !effective && !waiting.has(checkInId));
  const namesOf: Partial<Record<MemberHelp, string[]>> = {
    overdueSteps: overdue.map(({ customerName }) => customerName),
    unvisited: unvisited.map(({ shortName }) => shortName),
    recordsInVain: inVain.map(({ customerName }) => customerName),
  };
  const page: MemberPage = {
    member: { memberId, name },
    period,
    doneFen: summaries.get(memberId)?.[salesMeasure] ?? 0,
    targetFen: targets.get(memberId) ?? null,
    pace: paceOf(period, today, workCalendarOf(daysOf(period))),
    effectiveVisits: visitsOf(memberId),
    visits: shown.flatMap((visit) => {
      const footstep = footsteps.get(visit._id)?.view;
      if (!footstep) return [];
      const { customerId, customerName } = visit;
      const outcome = outcomeOf(visit);
      const standing = visitStanding({ ...outcome, checkIn: footstep.checkIn }, now);
      const nextStep = visit.nextStep?.text ?? null;
      return [{ ...footstep, customerId, customerName, effective: outcome.effective, standing, nextStep }];
    }),
    sales,
    stages: [...stages].map(([stage, count]) => ({ stage, count })),
    areStagesWhole: nextCursor === null,
    helps: withNames(
      namesOf,
      helpsOf({
        overdueSteps: overdue.length,
        effectiveVisits: visitsOf(memberId),
        othersVisits: others.length === 0 ? null : Math.round(sum / others.length),
        unvisitedClients: unvisited.length,
        visitsNotCounted: inVain.length,
      }),
    ),
  };
  return { page, visitIds: page.visits.map(({ visitId }) => visitId) };
}

const namedMax = 3;

/** Whom each is about, the first few of them. */
const withNames = (
  namesOf: Partial<Record<MemberHelp, string[]>>,
  helps: ReturnType<typeof helpsOf>,
): MemberPage["helps"] =>
  helps.map((help) => {
    const names = [...new Set(namesOf[help.code] ?? [])].slice(0, namedMax);
    return names.length === 0 ? help : { ...help, customerNames: names };
  });
