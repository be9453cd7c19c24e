import { leadsLaggingTeam, nearTarget } from "@shared/domain/alerts";
import { ratioOf } from "@shared/domain/moneyText";
import { businessDayOf, monthOf } from "@shared/domain/time";
import type { SaleConfirmed } from "../../outbox";
import type { NoticeKind } from "./kinds";
import { pagePath } from "./links";
import type { Gone, MemberMessage } from "./message";
import type { NoticeOf } from "./noticeModel";
import type { NoticeReads, Person, Progress } from "./reads";
import { type NoticeTexts, textsIn } from "./texts";

export type MemberKind = Extract<
  NoticeKind,
  "sale_win" | "sale_win_plain" | "sale_win_manager" | "praise_private" | "near_target" | "team_lag"
>;
export type MemberNotice = { [K in MemberKind]: NoticeOf<K> }[MemberKind];

/** The words of a message to a member, as things stand now; or that its fact no longer holds. */
export function composeMember(
  notice: MemberNotice,
  receiver: Person,
  reads: NoticeReads,
  now: Date,
): Promise<MemberMessage | Gone> {
  const texts = textsIn(receiver.language);
  switch (notice.kind) {
    case "sale_win":
    case "sale_win_plain":
      return saleWin(notice, reads, texts);
    case "sale_win_manager":
      return saleWinManager(notice, reads, texts);
    case "praise_private":
      return thanks(notice, texts);
    case "near_target":
      return nearTargetMessage(notice, reads, texts, now);
    case "team_lag":
      return teamLag(notice, reads, texts, now);
  }
}

async function saleWin(
  notice: NoticeOf<"sale_win" | "sale_win_plain">,
  reads: NoticeReads,
  texts: NoticeTexts,
): Promise<MemberMessage> {
  const { format, saleWin: t } = texts;
  const sale = notice.params;
  const amount = format.money(sale.amountFen, "long");
  const pays = notice.kind === "sale_win";
  const team = await reads.teamMonth(sale.teamId, sale.period);
  return {
    source: texts.source,
    title: t.title,
    desc: saleLine(sale, texts),
    ...(pays && {
      emphasis: { title: t.pays({ amount: format.pay(sale.incrementFen) }), desc: t[sale.incrementState] },
    }),
    sentence: pays ? t.sentence({ amount }) : t.plain({ amount }) + zeroReason(sale, texts),
    rows: [
      { name: t.myMonth, value: progressText(sale.month, texts) },
      { name: t.team, value: progressText(team, texts) },
    ],
    opens: pagePath("sales/detail", { id: sale.saleId }, notice._id),
    ...(sale.zeroReason?.kind !== "noPlan" && {
      jump: {
        title: t.jump,
        path: pagePath("earnings/line", { period: sale.period, saleId: sale.saleId }, notice._id),
      },
    }),
  };
}

/** Why the order brings no commission; the sentence that follows the congratulation. */
function zeroReason({ zeroReason: reason }: SaleConfirmed, texts: NoticeTexts): string {
  const { format, saleWin: t } = texts;
  if (reason === null) return "";
  switch (reason.kind) {
    case "teamFactor":
      return t.zeroByTeam({ percent: format.percentInSentence(ratioOf(reason.teamDoneFen, reason.teamTargetFen)) });
    case "noPlan":
      return t.noPlan;
    case "line":
      return texts.ownSentence(reason.sentence);
  }
}

async function saleWinManager(
  notice: NoticeOf<"sale_win_manager">,
  reads: NoticeReads,
  texts: NoticeTexts,
): Promise<MemberMessage> {
  const { format, saleWinManager: t } = texts;
  const sale = notice.params;
  const [rep, team] = await Promise.all([reads.person(sale.repId), reads.teamMonth(sale.teamId, sale.period)]);
  const name = rep?.name ?? sale.repId;
  const before = ratioOf(team.doneFen - sale.amountFen, team.targetFen ?? 0);
  const after = ratioOf(team.doneFen, team.targetFen ?? 0);
  const fromTo = t.fromTo({ before: format.percent(before), after: format.percent(after) });
  return {
    source: texts.source,
    title: t.title,
    desc: texts.joined([name, sale.customerName]),
    sentence: t.sentence({ name, amount: format.money(sale.amountFen, "long") }),
    rows: [
      { name: t.progress, value: after === null ? progressText(team, texts) : fromTo },
      { name: t.praise, value: t.mayPraise[rep?.publicPraise ?? "no"]({ name }) },
    ],
    opens: pagePath("sales/detail", { id: sale.saleId }, notice._id),
  };
}

async function thanks(notice: NoticeOf<"praise_private">, texts: NoticeTexts): Promise<MemberMessage> {
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

async function nearTargetMessage(
  notice: NoticeOf<"near_target">,
  reads: NoticeReads,
  texts: NoticeTexts,
  now: Date,
): Promise<MemberMessage | Gone> {
  const { format, nearTarget: t } = texts;
  const { memberId, period } = notice.params;
  const { doneFen, targetFen } = await reads.memberMonth(memberId, period);
  const today = businessDayOf(now);
  const near = nearTarget({ doneFen, targetFen: targetFen ?? 0 });
  if (!near.alert || monthOf(today) !== period) return { gone: "no longer near the target, or past it" };
  const way = await reads.payToTarget(memberId, { period, remainingFen: near.remainingFen, on: today });
  return {
    source: texts.source,
    title: t.title,
    desc: format.day(today),
    emphasis: { title: format.percentInSentence(ratioOf(doneFen, targetFen ?? 0)), desc: t.ofTarget },
    sentence: t.sentence({
      actual: format.money(doneFen, "short"),
      remaining: format.money(near.remainingFen, "short"),
    }),
    rows: [
      way && way.gainFen > 0
        ? { name: t.best, value: t.sell({ amount: format.pay(way.amountFen), gain: format.gain(way.gainFen) }) }
        : { name: t.myMonth, value: progressText({ doneFen, targetFen }, texts) },
    ],
    opens: pagePath("tabs/money", {}, notice._id),
  };
}

async function teamLag(
  notice: NoticeOf<"team_lag">,
  reads: NoticeReads,
  texts: NoticeTexts,
  now: Date,
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
  return {
    source: texts.source,
    title: t.title,
    desc: texts.joined([unitName ?? unitId, format.day(today)]),
    sentence: t.sentence(),
    rows: [
      { name: t.mine, value: format.percent(ratios.person) },
      { name: t.team, value: format.percent(ratios.team) },
      ...(step && gainFen > 0
        ? [
            {
              name: t.forYou,
              value: t.gain({ percent: format.percent(step.edge), gain: format.pay(gainFen) }),
            },
          ]
        : []),
      { name: t.helps, value: t.offers },
    ],
    opens: pagePath("tabs/home", {}, notice._id),
  };
}

function saleLine(sale: Pick<SaleConfirmed, "customerName" | "confirmedAt">, texts: NoticeTexts): string {
  const at = new Date(sale.confirmedAt);
  return texts.joined([sale.customerName, `${texts.format.day(businessDayOf(at))} ${texts.format.time(at)}`]);
}

function progressText({ doneFen, targetFen }: Progress, { format, ...texts }: NoticeTexts): string {
  const done = format.sales(doneFen);
  if (targetFen === null) return texts.withoutTarget({ done });
  const percent = format.percent(ratioOf(doneFen, targetFen));
  return texts.progress({ done, target: format.sales(targetFen), percent });
}
