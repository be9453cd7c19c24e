import { lagsBehind } from "@shared/domain/alerts";
import { sumFen } from "@shared/domain/money";
import { ratioOf } from "@shared/domain/moneyText";
import type { FactorStep } from "@shared/domain/pay";
import { businessDayOf, daysOf, type Month } from "@shared/domain/time";
import { paceOf } from "@shared/domain/workingDays";
import { workCalendarOf } from "../../lib/workCalendar";
import type { SaleTold } from "./kinds";
import { type LinkSettings, pagePath, webLink } from "./links";
import { bytesOf, type Gone, plain, robotBytesMax } from "./message";
import type { NoticeOf } from "./noticeModel";
import type { NoticeReads, TeamMonth } from "./reads";
import { type NoticeTexts, textsIn } from "./texts";

// A group has no language of its own; the company's is Chinese.
const texts: NoticeTexts = textsIn("zh-CN");
const { format, group: t } = texts;

/** A member's name in a group's markdown, which WeCom also shows as a call on that member's phone. */
const calling = (memberId: string): string => `<@${memberId}>`;

/** Whether a text calls somebody. */
export const callsSomebody = (content: string): boolean => content.includes("<@");

/**
 * The card of one win: who (if they agreed), how much, how far the team is. Never pay, never a customer's name.
 * @param naming whether the rep's phone rings with it, too
 */
export async function composeWin(
  notice: NoticeOf<"sale_win_group">,
  reads: NoticeReads,
  settings: LinkSettings,
  naming: "called" | "named",
): Promise<string> {
  const sale = notice.params;
  const [rep, industry, month] = await Promise.all([
    reads.person(sale.repId),
    reads.industryOf(sale.customerId),
    monthLine(sale.teamId, sale.period, reads),
  ]);
  const who = rep?.publicPraise !== "yes" ? t.somebody : naming === "called" ? calling(sale.repId) : plain(rep.name);
  return [
    t.won({ amount: format.money(sale.amountFen, "long") }),
    t.signed({ who, industry: industry && plain(industry) }),
    month,
    teamLink(notice._id, settings),
  ].join("\n");
}

/** The words of a leader's praise, as they are shown before they are sent. */
export const praiseText = (praise: { byName: string; repName: string; amountFen: number }): string =>
  t.praise({ byName: praise.byName, name: praise.repName, amount: format.money(praise.amountFen, "long") });

/** A leader's praise in the group; not where the rep has meanwhile said no. */
export async function composePraise(
  notice: NoticeOf<"praise_group">,
  reads: NoticeReads,
  settings: LinkSettings,
): Promise<string | Gone> {
  const { repId, byName, amountFen } = notice.params;
  const rep = await reads.person(repId);
  if (!rep || rep.publicPraise === "no") return { gone: "the rep would rather not be named" };
  return [
    praiseText({ byName: plain(byName), repName: plain(rep.name), amountFen }),
    teamLink(notice._id, settings),
  ].join("\n");
}

/**
 * Several wins in one message, each named on its own line, oldest first.
 * @returns the text with as many as fit into a message, and how many those are
 */
export async function composeDigest(
  digest: { digestId: string; unitId: string; period: Month },
  sales: readonly SaleTold[],
  reads: NoticeReads,
  settings: LinkSettings,
): Promise<{ content: string; count: number }> {
  const lines = await Promise.all(sales.map((sale) => digestLine(sale, reads)));
  const tail = [await monthLine(digest.unitId, digest.period, reads), teamLink(digest.digestId, settings)];
  const textOf = (count: number) => {
    const amount = format.money(sumFen(sales.slice(0, count).map(({ amountFen }) => amountFen)), "long");
    return [t.digest({ count, amount }), ...lines.slice(0, count), ...tail].join("\n");
  };
  let count = lines.length;
  while (count > 1 && bytesOf(textOf(count)) > robotBytesMax) count -= 1;
  return { content: textOf(count), count };
}

async function digestLine(sale: SaleTold, reads: NoticeReads): Promise<string> {
  const [rep, industry] = await Promise.all([reads.person(sale.repId), reads.industryOf(sale.customerId)]);
  return t.digestLine({
    time: format.time(new Date(sale.confirmedAt)),
    // Named without calling them: a message that calls ten people is one that all of them mute.
    who: rep?.publicPraise === "yes" ? plain(rep.name) : t.somebody,
    amount: format.money(sale.amountFen, "long"),
    industry: industry && plain(industry),
  });
}

/** That the team is behind, and what helps. No names of those behind, no ranks. */
export async function composeLag(
  notice: NoticeOf<"lag_alert">,
  reads: NoticeReads,
  settings: LinkSettings,
  now: Date,
): Promise<string | Gone> {
  const { unitId, period, on } = notice.params;
  if (businessDayOf(now) !== on) return { gone: "its day is over" };
  const [month, unitName] = await Promise.all([reads.teamMonth(unitId, period), reads.unitName(unitId)]);
  const pace = paceOf(period, on, workCalendarOf(daysOf(period)));
  const target = month.targetFen ?? 0;
  const ratio = ratioOf(month.doneFen, target);
  if (!lagsBehind(ratio, pace)) return { gone: "the team is no longer behind" };

  const today = await month.confirmedOn?.(on);
  const memberIds = month.members.map(({ memberId }) => memberId);
  const step = await reads.nextStep(memberIds, { ...month, period });
  const daysLeft = pace.workingDays - pace.workingDaysGone;
  return [
    t.lagTitle({ team: plain(unitName ?? unitId), day: format.day(on) }),
    t.lag({
      done: format.sales(month.doneFen),
      target: format.sales(target),
      percent: format.percent(ratio),
      gone: format.percent(ratioOf(pace.workingDaysGone, pace.workingDays)),
    }),
    ...(today
      ? [today.count > 0 ? t.today({ amount: format.sales(today.amountFen), count: today.count }) : t.noneToday]
      : []),
    gapLine({ gapFen: (step?.doneFen ?? target) - month.doneFen, heads: sellersCount(month), daysLeft, step }),
    t.helps,
    t.seeHelp({ url: webLink(pagePath("tabs/home", {}, notice._id), settings) }),
  ].join("\n");
}

/** Those who carry a target; a leader who sells nothing has no part in the gap. */
function sellersCount({ members }: TeamMonth): number {
  return members.filter(({ targetFen }) => targetFen !== null).length || members.length;
}

/** How far it is to where the team's factor rises; where it rises nowhere, to the target. */
function gapLine(now: { gapFen: number; heads: number; daysLeft: number; step: FactorStep | null }): string {
  const { gapFen, heads, daysLeft, step } = now;
  const gap = { gap: format.sales(gapFen), perHead: format.sales(Math.ceil(gapFen / Math.max(1, heads))) };
  if (step === null) return daysLeft > 0 ? t.gap({ ...gap, daysLeft }) : t.gapOnLastDay(gap);
  const factors = {
    percent: format.percent(step.edge),
    now: format.factor(step.factorNow),
    then: format.factor(step.factor),
  };
  return daysLeft > 0 ? t.step({ ...gap, ...factors, daysLeft }) : t.stepOnLastDay({ ...gap, ...factors });
}

async function monthLine(unitId: string, period: Month, reads: NoticeReads): Promise<string> {
  const [{ doneFen, targetFen }, unitName] = await Promise.all([
    reads.teamMonth(unitId, period),
    reads.unitName(unitId),
  ]);
  const team = plain(unitName ?? unitId);
  const done = format.sales(doneFen);
  if (targetFen === null) return t.monthWithoutTarget({ team, done });
  return t.month({ team, done, target: format.sales(targetFen), percent: format.percent(ratioOf(doneFen, targetFen)) });
}

const teamLink = (noticeId: string, settings: LinkSettings): string =>
  t.seeTeam({ url: webLink(pagePath("tabs/home", {}, noticeId), settings) });
