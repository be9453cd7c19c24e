import { useState } from "react";
import { amountText, percentText, ratioOf, signedAmountText } from "@shared/domain/moneyText";
import { openMonth } from "@/features/earnings/chosenMonth";
import { open } from "@/features/navigation";
import type { Today } from "@/features/today/useToday";
import { waitingCountsIn } from "@/components/countsIn";
import { useBusinessDay } from "@/features/time";
import { routes } from "@/routes";
import { type Texts, useWords } from "@/texts";
import { Card, Line, Row, Sheet, StatusMark, Words } from "@/ui";
import { HideAmounts } from "./HideAmounts";
import { TeamProgress } from "./TeamProgress";

/** What the month pays so far, in the exact sentences of the catalogue, each with its state. */
export function MoneyCard({ mine, team }: { mine: NonNullable<Today["mine"]>; team: Today["team"] }) {
  const { t, f } = useWords();
  const today = useBusinessDay();
  const [teamOpen, setTeamOpen] = useState(false);
  const toMoney = () => openMonth("money", null);
  const share = team && ratioOf(mine.doneFen, team.doneFen);
  const teamAttainment = team && team.targetFen !== null ? ratioOf(team.doneFen, team.targetFen) : null;
  const teamText = teamAttainment
    ? t.today.teamShare({ percent: percentText(teamAttainment) })
    : t.today.teamWithoutTarget;
  const allEarned = isAllEarned(mine);
  const nothing = mine.doneFen === 0 && mine.monthFen === 0;
  const parts = commissionParts(mine, t);
  const besides = mine.besidesFen ? t.today.besides({ amount: amountText(mine.besidesFen) }) : null;
  const notes = [parts, besides].filter((text) => text !== null);
  const gainBesides = mine.todayGain?.otherFen
    ? t.today.gainBesides({ amount: signedAmountText(mine.todayGain.otherFen) })
    : null;

  const liveEstimate = t.today.liveEstimate({
    sales: f.sum(mine.doneFen),
    pay: f.money(mine.commissionFen),
  });
  const commissionNow = t.today.commissionNow({ money: f.money(mine.commissionNowFen) });
  const earned = t.today.earnedConsistsOf({ amount: amountText(mine.totals.earnedFen) });
  const pending = t.today.pending({ count: mine.pending.count, money: f.sum(mine.pending.amountFen) });
  const waitingNote = waitingCountsIn(mine.pending, today, { t, f });
  return (
    <Card id="home-money" flush title={t.today.money} aside={<HideAmounts id="hide-amounts" />}>
      {nothing && <Row text={t.today.noIncomeYet} />}
      {mine.commissionNowFen > 0 ? (
        <Row
          id="commission-now"
          text={commissionNow}
          {...(allEarned && { value: <StatusMark about="money" is="earned" /> })}
          label={f.said(commissionNow, allEarned && t.status.money.earned)}
          onTap={toMoney}
        />
      ) : (
        mine.totals.earnedFen > 0 && (
          <Row
            id="earned"
            text={earned}
            value={<StatusMark about="money" is="earned" />}
            label={f.said(earned, t.status.money.earned)}
            onTap={toMoney}
          />
        )
      )}
      {mine.doneFen > 0 && maySellForCommission(mine) && (
        <Row
          id="live-estimate"
          text={liveEstimate}
          {...(notes.length > 0 && {
            note: (
              <Words as="sub" tone="quiet" id="besides">
                {f.clauses(notes)}
              </Words>
            ),
          })}
          label={f.said(liveEstimate, ...notes)}
          onTap={toMoney}
        />
      )}
      {mine.todayGain && maySellForCommission(mine) && (
        <Row
          id="today-gain"
          text={t.today.todayGain({
            sales: f.sum(mine.todayGain.salesFen),
            pay: f.money(mine.todayGain.commissionFen),
          })}
          {...(gainBesides && {
            note: (
              <Words as="sub" tone="quiet" id="gain-besides">
                {gainBesides}
              </Words>
            ),
          })}
        />
      )}
      {mine.pending.count > 0 && (
        <Row
          id="home-pending"
          text={pending}
          {...(waitingNote && {
            note: (
              <Words as="sub" tone="warn" id="pending-counts-in">
                {waitingNote}
              </Words>
            ),
          })}
          label={f.said(pending, waitingNote)}
          onTap={() => open(routes.mySales())}
        />
      )}
      {team && share && (
        <>
          <Line />
          <Row
            id="contribution"
            text={t.today.contribution({ percent: percentText(share) })}
            value={
              <Words as="sub" tone="quiet">
                {teamText}
              </Words>
            }
            label={f.said(t.today.contribution({ percent: percentText(share) }), teamText)}
            onTap={() => setTeamOpen(true)}
          />
        </>
      )}
      {teamOpen && team && (
        <Sheet id="team-sheet" title={team.name} onClose={() => setTeamOpen(false)}>
          <TeamProgress team={team} />
          <Words as="note" tone="quiet">
            {t.common.team.noPay}
          </Words>
        </Sheet>
      )}
    </Card>
  );
}

/** Whether nothing of what is there is to be paid or paid already: what of the commission is, is not told. */
const isAllEarned = ({ totals }: NonNullable<Today["mine"]>): boolean =>
  totals.payableFen === 0 && totals.paidFen === 0;

/**
 * Whose plans pay none is told nothing of 提成0元. Where that is not known: whoever is paid, has none, and has nothing on its way that may
 * bring some is paid otherwise.
 */
const maySellForCommission = ({
  hasCommission,
  commissionFen,
  monthFen,
  pending,
}: NonNullable<Today["mine"]>): boolean =>
  commissionFen !== 0 || (hasCommission !== false && (monthFen === 0 || pending.count > 0));

/**
 * How the commission and what is there of it are one: in which state it is, here as on 收入, each part where there are two. Where all of it is
 * there the row refers to the sentence above: what is 预计 is not 已得 in the same row. Null where there is none, or it is not told.
 */
function commissionParts(mine: NonNullable<Today["mine"]>, t: Texts): string | null {
  const { commissionFen, commissionNowFen, commissionEstimatedFen } = mine;
  if (commissionFen === 0) return null;
  if (commissionNowFen === 0) return t.today.commissionEstimated;
  if (commissionNowFen === commissionFen) return t.today.commissionAll;
  if (commissionEstimatedFen === undefined) return null;
  return t.today.commissionParts({
    word: isAllEarned(mine) ? t.status.money.earned : t.today.haveNow,
    now: amountText(commissionNowFen),
    estimated: amountText(commissionEstimatedFen),
  });
}
