import { sumFen } from "@shared/domain/money";
import { ratioOf } from "@shared/domain/moneyText";
import { isZero } from "@shared/domain/pay/numbers/number";
import { businessDayOf, type Month, monthOf } from "@shared/domain/time";
import type { SaleIncrement } from "../sales";
import type { SaleTold, SaleWonPlainly } from "./kinds";
import { pagePath } from "./links";
import { firstThatFits, lengthMax, type MemberMessage, rowNameThatFits } from "./message";
import type { NoticeOf } from "./noticeModel";
import { edgesAhead, monthWord } from "./teamLines";
import type { ServerTexts } from "../../texts";
import { progressText, saleLine, type ReceiverContext } from "./saleLines";

/** To a member whom a confirmed sale credits, or who recorded it: the own part alone, and what it does elsewhere beside it. */
export async function composeSaleWin(
  notice: NoticeOf<"sale_win" | "sale_win_plain">,
  context: ReceiverContext,
): Promise<MemberMessage> {
  const { texts } = context;
  const { format, saleWin: t } = texts;
  const sale = notice.params;
  const { increment, saleId, period } = sale;
  const amount = format.money(sale.amountFen, "long");
  const pays = notice.kind === "sale_win" && increment !== null;
  const pay = pays ? t.pays({ amount: format.pay(increment.ownFen) }) : "";
  const [why, later] = await Promise.all([pays ? "" : whyNothing(sale, context), countsLater(sale, context)]);
  const praise = pays ? t.sentence({ amount }) : t.plain({ amount });
  const emphasis = pays ? firstThatFits(lengthMax.emphasis, pay, format.gain(increment.ownFen, "bare")) : null;
  return {
    source: texts.source,
    title: t.title,
    desc: saleLine(sale, texts),
    ...(pays && emphasis !== null && { emphasis: { title: emphasis, desc: t[increment.state] } }),
    // Of what a card has no room for, the month in which it counts is the last to go.
    sentence:
      firstThatFits(lengthMax.sentence, praise + why + later.whole, praise + why + later.month) ??
      praise + later.month + why,
    rows: [
      // A sum too large for the big letters stands in a row rather than being cut.
      ...(pays && emphasis === null ? [{ name: t.payRow, value: pay }] : []),
      ...(increment ? incrementRows(sale, increment, context) : []),
      await teamRow(sale, increment, context),
    ],
    opens: pagePath("sales/detail", { id: saleId }, notice._id),
    ...(increment &&
      increment.zeroReason?.kind !== "noPlan" &&
      increment.zeroReason?.kind !== "history" && {
        jump: { title: t.jump, path: pagePath("earnings/line", { period, saleId }, notice._id) },
      }),
  };
}

/** What the order is to this member: the own part of it, what it does elsewhere in the month, the month. */
function incrementRows(
  { amountFen, period }: SaleTold,
  { creditFen, othersFen, others, rewards = [], month }: SaleIncrement,
  { now, texts }: ReceiverContext,
): MemberMessage["rows"] {
  const { format, saleWin: t } = texts;
  const share = t.share({ part: format.sales(creditFen), whole: format.sales(amountFen) });
  /** By name where that fits, else the sum. */
  const listed = (parts: SaleIncrement["others"]) => {
    const byName = parts.map(({ name, fen }) => `${name[texts.language]} ${format.gain(fen, "bare")}`).join(" ");
    const sum = sumFen(parts.map(({ fen }) => fen));
    return firstThatFits(lengthMax.rowValue, byName, format.gain(sum), format.gain(sum, "bare"));
  };
  const elsewhere = othersFen === 0 ? null : listed(others);
  const rewarded = rewards.length === 0 ? null : listed(rewards);
  return [
    ...(creditFen === amountFen ? [] : [{ name: t.shareRow, value: share }]),
    ...(elsewhere === null ? [] : [{ name: t.othersRow, value: elsewhere }]),
    ...(rewarded === null ? [] : [{ name: t.rewardsRow, value: rewarded }]),
    { name: monthRow(period, now, texts), value: progressText(month, texts) },
  ];
}

/** `3月销售`; of another year the month alone, which leaves no room for more. */
function monthRow(period: Month, now: Date, texts: ServerTexts): string {
  const month = monthWord(period, now, texts, "row");
  return rowNameThatFits(texts.saleWin.myMonth({ month }), month ?? "") ?? "";
}

async function teamRow(
  { repId, teamId: saleTeamId, period }: SaleTold,
  increment: SaleIncrement | null,
  { reads, texts }: ReceiverContext,
): Promise<MemberMessage["rows"][number]> {
  const team = await reads.teamMonth(increment?.teamId ?? saleTeamId, period);
  const edges = await edgesAhead([increment?.memberId ?? repId], { ...team, period }, reads);
  return { name: texts.saleWin.team, value: progressText(team, texts, edges) };
}

/** That it counts in another month than the one in which it was signed, with why and without; nothing where it does not. */
async function countsLater(
  { saleId, period, confirmedAt }: SaleWonPlainly,
  { reads, now, texts: { format, saleWin: t } }: ReceiverContext,
): Promise<{ whole: string; month: string }> {
  const sale = await reads.sale(saleId);
  if (!sale || monthOf(sale.signedOn) === period) return { whole: "", month: "" };
  const confirmedOn = format.day(businessDayOf(new Date(confirmedAt)));
  const month = format.month(period, monthOf(businessDayOf(now)));
  const whole = t.countsLater({ signedOn: format.day(sale.signedOn), confirmedOn, month });
  return { whole, month: t.countsIn({ month }) };
}

/** Why the order brings this member no commission; the sentence that follows the congratulation. */
async function whyNothing(sale: SaleWonPlainly, { reads, texts }: ReceiverContext): Promise<string> {
  const { format, saleWin: t } = texts;
  const { increment, period } = sale;
  if (increment === null) return sale.isHouse ? t.house : t.othersSale;
  const { memberId, zeroReason: reason } = increment;
  if (reason === null) return "";
  switch (reason.kind) {
    case "teamFactor": {
      const { unitId } = reason;
      const team = await reads.teamMonth(unitId, period);
      const step = await reads.nextStep([memberId], { ...team, period });
      // The team got there meanwhile, be it by this very order.
      if (!step || !isZero(step.factorNow)) return "";
      const percent = format.percent(ratioOf(team.doneFen, team.targetFen ?? 0), [step.edge]);
      const gainFen = await reads.payIfTeamSold(memberId, { unitId, period, doneFen: step.doneFen });
      return gainFen > 0 ? t.zeroByTeam({ percent }) : t.zeroByMore({ percent });
    }
    case "noPlan":
      return t.noPlan;
    case "history":
      return t.history({ day: format.day(reason.before) });
    case "line":
      return texts.ownSentence(reason.sentence);
  }
}
