import { deputyMessage, deputyWaits } from "./composeDeputy";
import { leadsLaggingTeam, nearTarget } from "@shared/domain/alerts";
import { ratioOf } from "@shared/domain/moneyText";
import { businessDayOf, monthOf } from "@shared/domain/time";
import {
  approvalAsk,
  approvalNobody,
  approvalOver,
  approvalWaits,
  customersMerged,
  pinDecided,
  planInForce,
  planSentBack,
  reviewClosed,
  secondDecision,
  saleMonthEnd,
  saleReturned,
  saleWithdrawn,
} from "./composeApproval";
import { companionClosed } from "./composeCompanion";
import { dayJudgedMessage } from "./composeDayJudged";
import { deviceMessage } from "./composeDevice";
import { factorCrossedMessage } from "./composeFactorCrossed";
import { targetsMissingMessage } from "./composeTargetsMissing";
import { targetsPublishedMessage } from "./composeTargetsPublished";
import { questionClosedMessage, questionOverruledMessage } from "./composeVisitQuestion";
import { visitTargetMessage } from "./composeVisitTarget";
import { clientsLeftMessage } from "./composeClientsLeft";
import { ownersImportedMessage, ownersMessage } from "./composeOwners";
import { plansMissingMessage } from "./composePlansMissing";
import { recordsDueMessage } from "./composeRecordsDue";
import { recordsLapsedMessage } from "./composeRecordsLapsed";
import { lookedMessage } from "./composeLooked";
import { heldDigestMessage } from "./composeHeldDigest";
import { duplicatesMessage } from "./composeDuplicates";
import { pinsMessage } from "./composePins";
import { nextStepsMessage } from "./composeNextSteps";
import { payCorrected } from "./composePayCorrected";
import type { NoticeKind } from "./kinds";
import { pagePath } from "./links";
import { firstThatFits, type Gone, lengthMax, type MemberMessage } from "./message";
import type { NoticeOf } from "./noticeModel";
import type { Person } from "./reads";
import { signalsMessage } from "./composeSignals";
import { progressText, type ReceiverContext } from "./saleLines";
import { exportClosedMessage, openingClosedMessage, taskEndedMessage } from "./composeTask";
import { problemClosedMessage, problemReopenedMessage, problemReportedMessage } from "./composeProblem";
import { cutOffMovedMessage } from "./composeCutOff";
import { salesPlacedLateMessage } from "./composeLate";
import { roleChangedMessage, roleEndingMessage } from "./composeRole";
import { composeSaleWin } from "./composeSaleWin";
import { type ComposeContext, edgesAhead } from "./teamLines";
import { type ServerTexts, textsIn } from "../../texts";

export type MemberKind = Extract<
  NoticeKind,
  | "sale_win"
  | "sale_win_plain"
  | "sale_win_manager"
  | "praise_private"
  | "praise_ask"
  | "praise_unanswered"
  | "near_target"
  | "team_lag"
  | "pay_corrected"
  | "factor_crossed"
  | "next_steps"
  | "records_due"
  | "records_lapsed"
  | "targets_missing"
  | "targets_published"
  | "visit_target"
  | "cut_off_moved"
  | "sales_placed_late"
  | "plans_missing"
  | "approval_ask"
  | "approval_waits"
  | "sale_month_end"
  | "approval_nobody"
  | "approval_over"
  | "sale_returned"
  | "plan_sent_back"
  | "plan_published"
  | "pin_decided"
  | "companion_closed"
  | "visit_question_closed"
  | "visit_question_overruled"
  | "second_decision"
  | "customers_merged"
  | "owners_changed"
  | "owners_imported"
  | "deputy_named"
  | "deputy_released"
  | "deputy_waits"
  | "pins_wait"
  | "pins_nobody"
  | "duplicates_wait"
  | "clients_left"
  | "review_closed"
  | "day_judged"
  | "sale_withdrawn"
  | "problem_reported"
  | "problem_closed"
  | "problem_reopened"
  | "task_ended"
  | "export_closed"
  | "opening_closed"
  | "looked"
  | "role_changed"
  | "role_ending"
  | "held_digest"
  | "device_new"
  | "signals_found"
>;
export type MemberNotice = { [K in MemberKind]: NoticeOf<K> }[MemberKind];

/** The words of a message to a member, as things stand now; or that its fact no longer holds. */
export async function composeMember(
  notice: MemberNotice,
  receiver: Person,
  { reads, now }: Pick<ComposeContext, "reads" | "now">,
): Promise<MemberMessage | Gone> {
  const context: ReceiverContext = { reads, now, texts: textsIn(receiver.language) };
  switch (notice.kind) {
    case "sale_win":
    case "sale_win_plain":
      return composeSaleWin(notice, context);
    case "sale_win_manager":
      return saleWinManager(notice, context);
    case "praise_private":
      return thanks(notice, context);
    case "praise_ask":
      return praiseQuestion(notice, context);
    case "praise_unanswered":
      return praiseUnanswered(notice, context);
    case "near_target":
      return nearTargetMessage(notice, context);
    case "team_lag":
      return teamLag(notice, context);
    case "pay_corrected":
      return payCorrected(notice, { now: context.now, texts: context.texts, language: receiver.language });
    case "factor_crossed":
      return factorCrossedMessage(notice, context);
    case "next_steps":
      return nextStepsMessage(notice, context);
    case "targets_missing":
      return targetsMissingMessage(notice, context);
    case "cut_off_moved":
      return cutOffMovedMessage(notice, context);
    case "sales_placed_late":
      return salesPlacedLateMessage(notice, context);
    case "visit_target":
      return visitTargetMessage(notice, context);
    case "targets_published":
      return targetsPublishedMessage(notice, context);
    case "plans_missing":
      return plansMissingMessage(notice, context);
    case "records_due":
      return recordsDueMessage(notice, context);
    case "records_lapsed":
      return recordsLapsedMessage(notice, context);
    case "approval_ask":
      return approvalAsk(notice, context);
    case "approval_waits":
      return approvalWaits(notice, context);
    case "sale_month_end":
      return saleMonthEnd(notice, context);
    case "approval_nobody":
      return approvalNobody(notice, context);
    case "approval_over":
      return approvalOver(notice, context);
    case "sale_returned":
      return saleReturned(notice, context);
    case "plan_sent_back":
      return planSentBack(notice, context);
    case "plan_published":
      return planInForce(notice, context);
    case "pin_decided":
      return pinDecided(notice, context);
    case "visit_question_closed":
      return questionClosedMessage(notice, context);
    case "visit_question_overruled":
      return questionOverruledMessage(notice, context);
    case "companion_closed":
      return companionClosed(notice, context);
    case "customers_merged":
      return customersMerged(notice, context);
    case "owners_imported":
      return ownersImportedMessage(notice, context);
    case "owners_changed":
      return ownersMessage(notice, context);
    case "deputy_named":
    case "deputy_released":
      return deputyMessage(notice, context);
    case "deputy_waits":
      return deputyWaits(notice, context);
    case "pins_wait":
    case "pins_nobody":
      return pinsMessage(notice, context);
    case "duplicates_wait":
      return duplicatesMessage(notice, context);
    case "clients_left":
      return clientsLeftMessage(notice, context);
    case "review_closed":
      return reviewClosed(notice, context);
    case "second_decision":
      return secondDecision(notice, context);
    case "day_judged":
      return dayJudgedMessage(notice, context);
    case "problem_reported":
      return problemReportedMessage(notice, context);
    case "problem_closed":
      return problemClosedMessage(notice, context);
    case "problem_reopened":
      return problemReopenedMessage(notice, context);
    case "task_ended":
      return taskEndedMessage(notice, context);
    case "opening_closed":
      return openingClosedMessage(notice, context);
    case "export_closed":
      return exportClosedMessage(notice, context);
    case "held_digest":
      return heldDigestMessage(notice, context);
    case "looked":
      return lookedMessage(notice, receiver, context);
    case "device_new":
      return deviceMessage(notice, context);
    case "signals_found":
      return signalsMessage(notice, context);
    case "role_changed":
      return roleChangedMessage(notice, context);
    case "role_ending":
      return roleEndingMessage(notice, context);
    case "sale_withdrawn":
      return saleWithdrawn(notice, context.texts);
  }
}

async function saleWinManager(
  notice: NoticeOf<"sale_win_manager">,
  { reads, texts }: ReceiverContext,
): Promise<MemberMessage> {
  const { format, saleWinManager: t } = texts;
  const sale = notice.params;
  const { repId, teamId, period } = sale;
  const [rep, team, laterFen] = await Promise.all([
    reads.person(repId),
    reads.teamMonth(teamId, period),
    reads.confirmedAfter(teamId, period, new Date(sale.confirmedAt)),
  ]);
  const name = rep?.name ?? repId;
  const memberIds = team.members.map(({ memberId }) => memberId);
  const edges = await edgesAhead(memberIds, { ...team, period }, reads);
  // Sales that came after this one are told of by messages of their own.
  const reachedFen = team.doneFen - laterFen;
  const at = (doneFen: number) => ratioOf(doneFen, team.targetFen ?? 0);
  const after = at(reachedFen);
  const fromTo = t.fromTo({
    before: format.percent(at(reachedFen - sale.teamFen), edges),
    after: format.percent(after, edges),
  });
  return {
    source: texts.source,
    title: t.title,
    desc: texts.joined([name, sale.customerName]),
    sentence: t.proposals[rep?.publicPraise ?? "no"]({ name, amount: format.money(sale.amountFen, "long") }),
    rows: [
      { name: t.progress, value: after === null || sale.teamFen === 0 ? progressText(team, texts) : fromTo },
      { name: t.praise, value: t.mayPraise[rep?.publicPraise ?? "no"]({ name }) },
    ],
    opens: pagePath("sales/detail", { id: sale.saleId }, notice._id),
  };
}

async function thanks(notice: NoticeOf<"praise_private">, { texts }: ReceiverContext): Promise<MemberMessage> {
  const { byName, customerName, amountFen, saleId } = notice.params;
  return {
    source: texts.source,
    title: texts.praise.title({ byName }),
    desc: texts.joined([customerName, texts.format.day(businessDayOf(notice.at))]),
    sentence: texts.praise.sentence({ amount: texts.format.money(amountFen, "long") }),
    rows: [],
    opens: pagePath("sales/detail", { id: saleId }, notice._id),
  };
}

async function praiseQuestion(
  notice: NoticeOf<"praise_ask">,
  { reads, texts }: ReceiverContext,
): Promise<MemberMessage | Gone> {
  const { byName, customerName, amountFen, saleId } = notice.params;
  const until = await reads.praiseOpenUntil(saleId);
  if (!until) return { gone: "it has been answered, or nobody waits for the answer any more" };
  const { format, praise: t } = texts;
  return {
    source: texts.source,
    title: notice.params.step === undefined ? t.askTitle : t.stillAskTitle,
    desc: texts.joined([customerName, format.day(businessDayOf(notice.at))]),
    sentence: t.ask({ byName, amount: format.money(amountFen, "long") }),
    rows: [{ name: t.until, value: t.untilValue({ until: format.instant(until) }) }],
    opens: pagePath("sales/detail", { id: saleId }, notice._id),
  };
}

async function praiseUnanswered(
  notice: NoticeOf<"praise_unanswered">,
  { reads, texts }: ReceiverContext,
): Promise<MemberMessage | Gone> {
  const { repName, customerName, amountFen, saleId } = notice.params;
  if (!(await reads.isPraiseUnanswered(saleId))) return { gone: "the praise has been said" };
  const { format, praise: t } = texts;
  return {
    source: texts.source,
    title: t.unansweredTitle,
    desc: texts.joined([repName, customerName]),
    sentence: t.unanswered({ name: repName, amount: format.money(amountFen, "long") }),
    rows: [],
    opens: pagePath("sales/detail", { id: saleId }, notice._id),
  };
}

async function nearTargetMessage(
  notice: NoticeOf<"near_target">,
  { reads, now, texts }: ReceiverContext,
): Promise<MemberMessage | Gone> {
  const { format, nearTarget: t } = texts;
  const { memberId, period } = notice.params;
  const { doneFen, targetFen } = await reads.memberMonth(memberId, period);
  const today = businessDayOf(now);
  const near = nearTarget({ doneFen, targetFen: targetFen ?? 0 });
  if (!near.alert || monthOf(today) !== period) return { gone: "no longer near the target, or past it" };
  const way = await reads.payToTarget(memberId, { period, remainingFen: near.remainingFen, on: today });
  const best = way && way.gainFen > 0 ? bestRow(way, texts) : null;
  return {
    source: texts.source,
    title: t.title,
    desc: format.day(today),
    emphasis: { title: format.percent(ratioOf(doneFen, targetFen ?? 0)), desc: t.ofTarget },
    sentence: t.sentence({
      actual: format.money(doneFen, "short"),
      remaining: format.money(near.remainingFen, "short"),
    }),
    rows: [
      best ?? {
        name: texts.saleWin.myMonth({ month: null }),
        value: progressText({ doneFen, targetFen }, texts),
      },
    ],
    opens: pagePath("tabs/money", { period }, notice._id),
  };
}

/** Null where the two sums do not fit into a row: money is not cut. */
function bestRow(
  { amountFen, gainFen }: { amountFen: number; gainFen: number },
  { format, nearTarget: t }: ServerTexts,
): { name: string; value: string } | null {
  const value = firstThatFits(
    lengthMax.rowValue,
    t.sell({ amount: format.pay(amountFen), gain: format.gain(gainFen) }),
    t.sell({ amount: format.bare(amountFen), gain: format.gain(gainFen, "bare") }),
  );
  return value === null ? null : { name: t.best, value };
}

async function teamLag(
  notice: NoticeOf<"team_lag">,
  { reads, now, texts }: ReceiverContext,
): Promise<MemberMessage | Gone> {
  const { format, teamLag: t } = texts;
  const { memberId, unitId, period } = notice.params;
  const [mine, team, unitName] = await Promise.all([
    reads.memberMonth(memberId, period),
    reads.teamMonth(unitId, period),
    reads.unitName(unitId),
  ]);
  const ratios = {
    person: ratioOf(mine.doneFen, mine.targetFen ?? 0),
    team: ratioOf(team.doneFen, team.targetFen ?? 0),
  };
  const today = businessDayOf(now);
  if (!leadsLaggingTeam(ratios) || monthOf(today) !== period) return { gone: "no longer ahead of a lagging team" };
  const step = await reads.nextStep([memberId], { ...team, period });
  const gainFen = step ? await reads.payIfTeamSold(memberId, { unitId, period, doneFen: step.doneFen }) : 0;
  const percent = step ? format.percent(step.edge) : "";
  const gain =
    gainFen > 0
      ? firstThatFits(
          lengthMax.rowValue,
          t.gain({ percent, gain: format.pay(gainFen) }),
          t.gain({ percent, gain: format.bare(gainFen) }),
        )
      : null;
  return {
    source: texts.source,
    title: t.title,
    desc: texts.joined([unitName ?? unitId, format.day(today)]),
    sentence: t.sentence(),
    rows: [
      { name: t.mine, value: format.percent(ratios.person) },
      { name: t.team, value: format.percent(ratios.team, step ? [step.edge] : []) },
      ...(gain === null ? [] : [{ name: t.forYou, value: gain }]),
      { name: t.helps, value: t.offers },
    ],
    opens: pagePath("tabs/home", {}, notice._id),
  };
}
