import type { PublicPraise } from "@shared/contracts";
import { lagsBehind } from "@shared/domain/alerts";
import { ratioOf } from "@shared/domain/moneyText";
import type { FactorStep } from "@shared/domain/pay";
import { businessDayOf, daysOf } from "@shared/domain/time";
import { paceOf } from "@shared/domain/workingDays";
import { workCalendarOf } from "../../lib/workCalendar";
import { pagePath, webLink } from "./links";
import { type Gone, plain } from "./message";
import type { NoticeOf } from "./noticeModel";
import type { TeamMonth } from "./reads";
import { type ComposeContext, groupTexts, monthLine, teamLink } from "./teamLines";

const { format, group: t } = groupTexts;

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
  context: ComposeContext,
  naming: "called" | "named",
): Promise<string> {
  const sale = notice.params;
  const { reads, settings } = context;
  const [rep, industry, month] = await Promise.all([
    reads.person(sale.repId),
    reads.industryOf(sale.customerId),
    monthLine(sale.teamId, sale.period, context),
  ]);
  const customer = { industry: industry && plain(industry) };
  return [
    t.won({ amount: format.money(sale.amountFen, "long") }),
    rep?.publicPraise === "yes"
      ? t.signed({ who: naming === "called" ? calling(sale.repId) : plain(rep.name), ...customer })
      : t.somebodySigned(customer),
    month,
    teamLink(notice._id, settings),
  ].join("\n");
}

/** The words of a leader's praise, as they are shown before they are sent. */
export const praiseText = ({ byName, repName, amountFen }: { byName: string; repName: string; amountFen: number }) =>
  t.praise({ byName: plain(byName), name: plain(repName), amount: format.money(amountFen, "long") });

/** Whether what a rep says now still allows what the leader saw when the praise was given. */
export const stillAllows = (now: PublicPraise, seen: PublicPraise): boolean =>
  now === "yes" || (now === "ask" && seen === "ask");

/** A leader's praise in the group; not where the rep has meanwhile asked for less. */
export async function composePraise(
  notice: NoticeOf<"praise_group">,
  { reads, settings }: ComposeContext,
): Promise<string | Gone> {
  const { repId, byName, amountFen, seenChoice } = notice.params;
  const rep = await reads.person(repId);
  if (!rep || !stillAllows(rep.publicPraise, seenChoice)) return { gone: "the rep would rather not be named" };
  return [praiseText({ byName, repName: rep.name, amountFen }), teamLink(notice._id, settings)].join("\n");
}

/** That the team is behind, and what helps. No names of those behind, no ranks. */
export async function composeLag(
  notice: NoticeOf<"lag_alert">,
  { reads, settings, now }: ComposeContext,
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
  const daysLeft = pace.workingDaysLeft;
  return [
    t.lagTitle({ team: plain(unitName ?? unitId), day: format.day(on) }),
    t.lag({
      done: format.sales(month.doneFen),
      target: format.sales(target),
      percent: format.percent(ratio, step ? [step.edge] : []),
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
  const gap = { gap: format.missing(gapFen), perHead: format.missing(Math.ceil(gapFen / Math.max(1, heads))) };
  if (step === null) return daysLeft > 0 ? t.gap({ ...gap, daysLeft }) : t.gapOnLastDay(gap);
  const factors = {
    percent: format.percent(step.edge),
    now: format.factor(step.factorNow),
    then: format.factor(step.factor),
  };
  return daysLeft > 0 ? t.step({ ...gap, ...factors, daysLeft }) : t.stepOnLastDay({ ...gap, ...factors });
}
