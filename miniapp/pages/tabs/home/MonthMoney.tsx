import { View } from "@tarojs/components";
import { exactOfDecimal } from "@shared/domain/pay/numbers/number";
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
  const { estimatedFen } = mine.totals;
  const figures: { id: string; fen: number; text: string; parts: StatePart[] }[] = [
    { id: "now", fen: mine.nowFen, text: t.today.haveNow, parts: partsOf(mine.totals) },
    { id: "estimated", fen: estimatedFen, text: t.today.inBalance, parts: [{ is: "estimated", fen: estimatedFen }] },
  ];
  return (
    <>
      <View className="month-line">
        <Line />
      </View>
      <View className="month-money">
        {figures.map(({ id, fen, text, parts }) => {
          const [only, ...others] = parts;
          const one = others.length === 0 ? only : undefined;
          const consists = one ? null : parts.map((part) => `${t.status.money[part.is]} ${amountText(part.fen)}`);
          return (
            <Tap
              key={id}
              id={`month-${id}`}
              className="month-figure"
              label={f.said(
                text,
                `${amountText(fen)} ${t.common.yuan}`,
                ...(consists ?? [one && t.status.money[one.is]]),
              )}
              onTap={toMoney}
            >
              <View className="month-figure-head">
                <Words as="sub" tone="quiet">
                  {text}
                </Words>
                {one && <StatusMark about="money" is={one.is} />}
              </View>
              <Amount fen={fen} {...(one ? { status: one.is } : { plain: true as const })} size="title" />
              {consists && (
                <Words as="note" tone="quiet" id={`month-${id}-parts`}>
                  {/* A name stays with its amount. */}
                  {consists.map((part) => part.replace(" ", "\u00a0")).join(" · ")}
                </Words>
              )}
            </Tap>
          );
        })}
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

interface StatePart {
  is: "estimated" | "earned" | "payable" | "paid";
  fen: number;
}

/** What I have, by the states that 收入 shows it in; where there is nothing yet, none of what is earned. */
function partsOf({ earnedFen, payableFen, paidFen }: NonNullable<Today["mine"]>["totals"]): StatePart[] {
  const parts: StatePart[] = [
    { is: "earned", fen: earnedFen },
    { is: "payable", fen: payableFen },
    { is: "paid", fen: paidFen },
  ];
  const some = parts.filter(({ fen }) => fen !== 0);
  return some.length > 0 ? some : parts.slice(0, 1);
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
