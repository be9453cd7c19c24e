import { View } from "@tarojs/components";
import { exactOfDecimal } from "@shared/domain/pay/number";
import { amountText, percentText } from "@shared/domain/moneyText";
import { openMonth } from "@/features/earnings/chosenMonth";
import { type NextStep, useNextStep } from "@/features/earnings/useEarnings";
import type { Today } from "@/features/today/useToday";
import { type Formats, type Texts, useWords } from "@/texts";
import { Amount, Line, StatusMark, Tap, Words } from "@/ui";
import "./index.scss";

/** What I have of this month, what of it is still in the balance, and what the next step brings: the same sums as on 收入. */
export function MonthMoney({ today, mine }: { today: Today; mine: NonNullable<Today["mine"]> }) {
  const { t, f } = useWords();
  const { data: next } = useNextStep(today.period, today.asOf);
  const toMoney = () => openMonth("money", today.period);
  const figures = [
    { is: "earned", fen: mine.nowFen, text: t.today.haveNow },
    { is: "estimated", fen: mine.totals.estimatedFen, text: t.today.inBalance },
  ] as const;
  return (
    <>
      <View className="month-line">
        <Line />
      </View>
      <View className="month-money">
        {figures.map(({ is, fen, text }) => (
          <Tap
            key={is}
            id={`month-${is}`}
            className="month-figure"
            label={f.said(text, `${amountText(fen)} ${t.common.yuan}`, t.status.money[is])}
            onTap={toMoney}
          >
            <View className="month-figure-head">
              <Words as="sub" tone="quiet">
                {text}
              </Words>
              <StatusMark about="money" is={is} />
            </View>
            <Amount fen={fen} status={is} size="title" />
          </Tap>
        ))}
      </View>
      {next &&
        sentencesOf(next, mine.monthFen, t, f).map(({ id, text }) => (
          <Words key={id} id={id} as="sub" tone="quiet">
            {text}
          </Words>
        ))}
    </>
  );
}

/** Why nothing has come so far, and what the next step takes and brings. */
function sentencesOf(
  { own, team, zero }: NextStep,
  monthFen: number,
  t: Texts,
  f: Formats,
): { id: string; text: string }[] {
  const sentences: { id: string; text: string }[] = [];
  if (monthFen === 0 && zero !== null) sentences.push({ id: "month-zero", text: zero });
  if (own && own.gainFen > 0)
    sentences.push({
      id: "next-own",
      text: t.today[own.reaches === "target" ? "nextToTarget" : "nextToTier"]({
        sales: `${amountText(own.amountFen)} ${t.common.yuan}`,
        gain: `${amountText(own.gainFen)} ${t.common.yuan}`,
      }),
    });
  // Where another factor is 0 as well, the team's step alone brings nothing, and is what it takes first.
  if (team && (team.gainFen > 0 || monthFen === 0))
    sentences.push({
      id: "next-team",
      text: t.today[team.gainFen > 0 ? "nextOfTeam" : "nextOfTeamFirst"]({
        sales: f.money(team.missingFen),
        percent: percentText(exactOfDecimal(team.edge)),
        gain: `${amountText(team.gainFen)} ${t.common.yuan}`,
      }),
    });
  return sentences;
}
