import type { Approver } from "@shared/domain/approval";
import { ownersOn } from "@shared/domain/customer";
import { type BusinessDay, businessDayOf } from "@shared/domain/time";
import { checkInStanding } from "@shared/domain/visit";
import { AppError } from "@shared/errors";
import type { Deps } from "../../deps";
import { dayOf, findCheckIns, reviewIfAny } from "../checkIns";
import { findAbsence, readDeciderNames } from "../absences";
import { dueNextSteps } from "../clientList";
import {
  clientsOfLeavers,
  findCustomer,
  findCustomers,
  openProposalsAmong,
  proposalIfAny,
  spansOf,
} from "../customers";
import { openPairsAmong, pairIfAny } from "../duplicates";
import { findMember, findRoleSpan, findUnit, findUnits, leadersOfUnit, membersOfUnit } from "../members";
import { exportIfAny } from "../exports";
import { openingIfAny } from "../openings";
import { readTeamMonth, readUnitMonths } from "../performance";
import { findVersionOrNull, repsWithoutPlan } from "../plans";
import { reportIfAny } from "../reports";
import { isAcceptedWithPin } from "../reviews";
import { findSales } from "../sales";
import {
  memberProgress,
  nextStepOfTeam,
  payIfTeamSold,
  payToTarget,
  unitSalesAfterFen,
  unitSalesOn,
} from "../statements";
import { salesMeasure, targetsOf, teamsWithoutTarget } from "../targets";
import { openQuestionFor } from "../visitQuestions";
import { recordsLapsed, withOutcomes, recordsToWrite, openCompanionIfAny } from "../visits";
import { aboutOwners } from "./onOwnersChanged";
import { type Notice, NoticeModel } from "./noticeModel";
import type { ApprovalTold } from "./kinds";
import { openQuestion, unansweredQuestion } from "./praiseQuestion";
import { hasReached, noticesAbout } from "./settle";
import type { NoticeReads } from "./reads";

/** What of a member's next steps is due on one of these days, the last of which is today. */
export async function nextStepsOf(memberId: string, days: readonly BusinessDay[]) {
  const due = await dueNextSteps(memberId, days.at(-1) ?? "");
  return due
    .filter(({ on, been }) => days.includes(on) && !been)
    .sort((a, b) => (`${a.on} ${a.customerName}` < `${b.on} ${b.customerName}` ? -1 : 1));
}

/** Who is to decide on something by now: the approvals know it, which know of messages. */
export type ApproversOf = (
  subject: { kind: ApprovalTold["kind"]; subjectId: string },
  now: Date,
) => Promise<readonly Approver[]>;

/** What messages know of the rest of the product: read when the message is made, not when the event was. */
export function noticeReads(deps: Pick<Deps, "clock">, approversOf: ApproversOf): NoticeReads {
  const today = () => businessDayOf(deps.clock.now());
  const decidersOf = (told: ApprovalTold) =>
    approversOf({ kind: told.kind, subjectId: subjectIdOf(told) }, deps.clock.now());
  return {
    person: async (memberId) => {
      const member = await findMember(memberId);
      if (!member?.active) return null;
      const { name, language, publicPraise, lookMessages } = member;
      return { memberId, name, language, publicPraise, lookMessages };
    },
    nameOf: async (memberId) => (await findMember(memberId))?.name ?? null,
    unitName: async (unitId) => (await findUnit(unitId))?.name ?? null,
    leadersOf: leadersOfUnit,
    membersOf: membersOfUnit,
    approversOf: async (told) => (await decidersOf(told)).map(({ memberId }) => memberId),
    deciderNames: async (told, language) => {
      const approvers = await decidersOf(told);
      const nameOf = await readDeciderNames(approvers);
      return approvers.map((approver) => nameOf(approver, language));
    },
    isAcceptedWithPin,
    openPins: openProposalsAmong,
    ownersOn: async (customerId, on) => {
      const customer = (await findCustomers([customerId])).get(customerId);
      return customer ? ownersOn(spansOf(customer), on) : [];
    },
    hasHeardOfClient: async (customerId, memberId) =>
      (await noticesAbout(aboutOwners(customerId))).some(
        (notice) => notice.receiverId === memberId && hasReached(notice),
      ),
    clientsLeft: clientsOfLeavers,
    openPairs: async (pairIds) =>
      (await openPairsAmong(pairIds, today())).map(({ customers: [one] }) => ({ customerName: one.shortName })),
    roleNow: async (memberId, role) => findRoleSpan(memberId, role, today()),
    absenceOf: async (memberId) => (await findAbsence(memberId)).absence,
    knowsOfDeputy: async (byId, deputyId) =>
      (await noticesAbout(`deputy:${byId}`)).some(
        (notice) => notice.kind === "deputy_named" && notice.receiverId === deputyId && hasReached(notice),
      ),
    unitIds: async () => [...(await findUnits()).keys()],
    teamIds: async () => {
      const teams = [...(await findUnits()).values()].filter((unit) => unit.kind === "team");
      return teams.map((unit) => unit.unitId);
    },
    nextSteps: nextStepsOf,
    recordsDue: async (memberId, now) => {
      const due = await recordsToWrite(memberId, now);
      return due
        .map(({ checkIn: { customerName, recordUntil }, missingSteps }) => ({
          ...{ customerName, until: new Date(recordUntil) },
          isBegun: missingSteps.length > 0,
        }))
        .sort((a, b) => a.until.getTime() - b.until.getTime());
    },
    recordsLapsed: async (memberId, days, now) =>
      (await recordsLapsed(memberId, days, now)).map(({ checkInId, visitId, customerName, checkedInAt }) => ({
        ...{ checkInId, visitId, customerName, checkedInAt: new Date(checkedInAt) },
      })),
    heldTitles: async (digestId) => {
      const held = await NoticeModel.find({ digestId }).lean<Notice[]>();
      return held.sort((a, b) => a.at.getTime() - b.at.getTime()).map(({ shown }) => shown?.title ?? "");
    },
    checkInNow: async (checkInId, now) => {
      const [found] = await findCheckIns([checkInId]);
      const ofDay = found && (await dayOf(found.memberId, found.on)).find((one) => one.checkInId === checkInId);
      const [checkIn] = ofDay ? await withOutcomes([ofDay]) : [];
      if (!checkIn) return null;
      const { visitId, recordUntil } = checkIn;
      const standing = checkInStanding(checkIn, now);
      return { standing, hasRecord: visitId !== null, recordUntil: new Date(recordUntil) };
    },
    teamsWithoutTarget,
    targetsInForce: (subjectIds, period) => targetsOf(subjectIds, salesMeasure, period),
    repsWithoutPlan,
    isOpen: async (told, revision) => {
      const [subject, openState] = await subjectOf(told);
      return subject?.state === openState && subject.revision === revision;
    },
    praiseOpenUntil: async (saleId) => (await openQuestion(saleId, deps.clock.now()))?.until ?? null,
    isPraiseUnanswered: async (saleId) => (await unansweredQuestion(saleId)) !== null,
    isPlanAt: async (planId, revision) => (await findVersionOrNull(planId))?.revision === revision,
    isReportOpen: async (reportId) => (await reportIfAny(reportId))?.state === "open",
    hasHeardOfClosing: async (reportId) => (await noticesAbout(`problem_closed:${reportId}`)).some(hasReached),
    sale: saleIfAny,
    industryOf: (customerId) =>
      findCustomer(customerId).then(
        ({ industry }) => industry ?? null,
        (error: unknown) => {
          // A win is told all the same.
          if (error instanceof AppError && error.code === "customer.unknown") return null;
          throw error;
        },
      ),
    memberMonth: memberProgress,
    confirmedAfter: unitSalesAfterFen,
    nextStep: nextStepOfTeam,
    payIfTeamSold,
    payToTarget,
    unitProgress: async (unitId, period) => {
      const [month] = await readUnitMonths([unitId], period);
      return month ?? { doneFen: 0, targetFen: null };
    },
    teamMonth: async (unitId, period) => ({
      ...(await readTeamMonth(unitId, period, today())),
      confirmedOn: (day) => unitSalesOn(unitId, day),
    }),
  };
}

const saleIfAny = async (saleId: string) => (await findSales([saleId]))[0] ?? null;

/** What waits, and its state while it does. */
function subjectIdOf(told: ApprovalTold): string {
  switch (told.kind) {
    case "sale":
      return told.saleId;
    case "plan":
      return told.planId;
    case "review":
      return told.checkInId;
    case "pin":
      return told.proposalId;
    case "duplicate":
      return told.pairId;
    case "companion":
      return told.companionId;
    case "visitQuestion":
      return told.questionId;
    case "export":
      return told.exportId;
    case "opening":
      return told.importId;
  }
}

async function subjectOf(told: ApprovalTold): Promise<[{ state: string; revision: number } | null, string]> {
  switch (told.kind) {
    case "sale":
      return [await saleIfAny(told.saleId), "submitted"];
    case "plan":
      return [await findVersionOrNull(told.planId), "inReview"];
    case "review":
      return [await reviewIfAny(told.checkInId), told.appeal === undefined ? "open" : "appealed"];
    case "pin":
      return [await proposalIfAny(told.proposalId), "open"];
    case "duplicate":
      return [await pairIfAny(told.pairId), "open"];
    case "companion":
      return [await openCompanionIfAny(told.companionId), "open"];
    case "visitQuestion":
      return [await openQuestionFor(told.questionId), "open"];
    case "export":
      return [await exportIfAny(told.exportId), "waiting"];
    case "opening":
      return [await openingIfAny(told.importId), "waiting"];
  }
}
