import type { TodoView } from "@shared/contracts";
import { monthsToSet } from "@shared/domain/target";
import { type BusinessDay, businessDayOf, daysOf, monthOf } from "@shared/domain/time";
import type { Deps } from "../../deps";
import type { Handlers, MemberActor } from "../../http";
import { workCalendarOf } from "../../lib/workCalendar";
import { readDeciderNames } from "../absences";
import { approvalsOf, type OpenApproval } from "../approvals";
import { maySetCalendar, unknownYear } from "../calendar";
import { type DueStep, dueNextSteps } from "../clientList";
import { clientsOfLeavers } from "../customers";
import { mayDraftPlan, repsWithoutPlan, versionsSentBackTo } from "../plans";
import { openQuestionsOf } from "../praise";
import { mayCareForReports, openReports } from "../reports";
import { messagesHeld, setupWaitsFor } from "../setup";
import { returnedSalesOf } from "../sales";
import { mayBeDecider, teamsWithoutTarget } from "../targets";
import { recordsToWrite } from "../visits";
import { ownDoubts } from "./ownDoubts";
import {
  endsWithMonth,
  inOrder,
  approvalRows,
  presentApprovalRow,
  presentCalendarUnknown,
  presentClientsLeft,
  presentNextStep,
  presentPlansMissing,
  presentProblem,
  presentQuestion,
  presentRecord,
  presentReturned,
  presentTargets,
  presentSentBack,
  presentSetup,
  type TargetsToSet,
} from "./presentTodos";

/** Leaders and offices, who send others messages by what they do, and are asked by them. */
const countsOnMessages = ({ leads, roles }: MemberActor): boolean =>
  leads.length > 0 || roles.some((role) => role === "admin" || role === "hr" || role === "finance");

const shownMax = 50;
const approvalsMax = 100;

/** What can be decided no longer is ended by the hour. */
const isInTime = ({ told }: OpenApproval, now: Date): boolean =>
  told.kind === "review"
    ? now <= new Date(told.decideUntil)
    : told.kind === "companion"
      ? now <= new Date(told.confirmUntil)
      : told.kind === "export"
        ? now < new Date(told.waitsUntil)
        : told.kind !== "visitQuestion" || now <= new Date(told.answerUntil);

/** Of too many, what will be too late one day comes first, then what has waited longest. */
const mostUrgent = (all: TodoView[], today: BusinessDay): TodoView[] => {
  const isDue = (todo: TodoView) => todo.until !== null || endsWithMonth(todo, today);
  const [due, others] = [true, false].map((wanted) =>
    inOrder(
      all.filter((todo) => isDue(todo) === wanted),
      today,
    ),
  );
  return [...(due ?? []), ...(others ?? [])].slice(0, shownMax);
};

/** Of which months somebody may put targets in force that are missing, and of which teams. */
async function targetsToSet(memberId: string, today: BusinessDay): Promise<TargetsToSet[]> {
  const all = await Promise.all(
    monthsToSet(today, workCalendarOf(daysOf(monthOf(today)))).map(async (asked) => {
      const teams = await teamsWithoutTarget(asked.month, today);
      return {
        ...asked,
        teams: teams.filter(({ deciderIds }) => deciderIds.includes(memberId)).map(({ name }) => name),
      };
    }),
  );
  return all.filter(({ teams }) => teams.length > 0);
}

/** The one list of what waits for a person: 今日, the badge and 审批 show parts of it. */
export const todosHandlers = (deps: Pick<Deps, "clock" | "realNow" | "caches" | "settings">): Handlers<"todos"> => ({
  "todos.mine": async ({ actor }) => {
    const now = deps.clock.now();
    const today = businessDayOf(now);
    const [
      approvals,
      records,
      returned,
      questions,
      steps,
      withoutTarget,
      withoutPlan,
      sentBack,
      problems,
      doubts,
      clientsLeft,
      yearUnknown,
      isToSetUp,
      held,
    ] = await Promise.all([
      approvalsOf(actor, { now, enough: shownMax, withOthers: false }),
      recordsToWrite(actor.id, now),
      returnedSalesOf(actor.id),
      openQuestionsOf(actor.id, now),
      dueNextSteps(actor.id, today),
      mayBeDecider(actor) ? targetsToSet(actor.id, today) : [],
      mayBeDecider(actor) ? repsWithoutPlan(today) : null,
      mayDraftPlan(actor) ? versionsSentBackTo(actor.id) : [],
      mayCareForReports(actor) ? openReports().then(({ reports }) => reports) : [],
      ownDoubts(deps, actor),
      actor.leads.length > 0 || actor.roles.includes("admin") ? clientsOfLeavers(today, actor) : [],
      maySetCalendar(actor) ? unknownYear(today) : null,
      setupWaitsFor(deps, actor),
      countsOnMessages(actor) ? messagesHeld(deps) : null,
    ]);
    const [firstLeft, ...othersLeft] = clientsLeft.filter(({ deciderIds }) => deciderIds.includes(actor.id));
    // Where its record can still be written that is the one thing to do there.
    const isToWrite = ({ been }: DueStep) =>
      records.some(({ checkIn }) => checkIn.customerId === been?.customerId && checkIn.on === been.on);
    const isRecorded = ({ subjectId }: TodoView) => !records.some(({ checkIn }) => checkIn.checkInId === subjectId);
    const all = [
      ...approvalRows(approvals.open.filter(({ approval }) => isInTime(approval, now))).map(presentApprovalRow),
      ...records.map(presentRecord),
      ...returned.map(presentReturned),
      ...questions.map(presentQuestion),
      ...steps.filter((step) => !isToWrite(step)).map(presentNextStep),
      ...withoutTarget.map(presentTargets),
      ...(withoutPlan?.deciderIds.includes(actor.id) ? [presentPlansMissing(withoutPlan.names, today)] : []),
      ...sentBack.map(presentSentBack),
      ...problems.map(presentProblem),
      ...(yearUnknown === null ? [] : [presentCalendarUnknown(yearUnknown.year, today)]),
      ...(firstLeft ? [presentClientsLeft([firstLeft, ...othersLeft], today)] : []),
      ...(isToSetUp ? [presentSetup(today)] : []),
      ...doubts.filter(isRecorded),
    ];
    return {
      items: inOrder(mostUrgent(all, today), today),
      isWhole: approvals.isWhole && all.length <= shownMax,
      messagesHeld: held,
    };
  },

  "todos.approvals": async ({ actor }) => {
    const now = deps.clock.now();
    const { open, isWhole } = await approvalsOf(actor, {
      now,
      enough: approvalsMax,
      withOthers: true,
    });
    const rows = approvalRows(open.filter(({ approval }) => isInTime(approval, now)));
    const shown = rows.slice(0, approvalsMax);
    const nameOf = await readDeciderNames(shown.flatMap(({ one }) => one.approvers));
    return {
      items: shown.map((row) => ({
        ...presentApprovalRow(row),
        isAsked: row.one.isAsked,
        deciderNames: row.one.approvers.map((approver) => nameOf(approver, actor.language)),
      })),
      isWhole: isWhole && rows.length <= approvalsMax,
    };
  },
});
