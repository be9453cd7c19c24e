import { View } from "@tarojs/components";
import { monthOf, monthsLater, nextPeriod, previousPeriod } from "@shared/domain/time";
import { stillInDoubt } from "@/features/earnings/stillInDoubt";
import { chooseMonth, useChosenMonth, useMonthOfAddress } from "@/features/earnings/chosenMonth";
import { useClosing } from "@/features/earnings/useClosing";
import { useStatement } from "@/features/earnings/useEarnings";
import { useHomeTab } from "@/features/frame/useHomeTab";
import { open, usePageParams, usePullDown } from "@/features/navigation";
import { rolesShown, useMe } from "@/features/session/useMe";
import { useBusinessDay, usePresentMonth } from "@/features/time";
import { closingText } from "@/components/closingText";
import { waitingCountsIn } from "@/components/countsIn";
import { monthName } from "@/components/progressWords";
import { routes } from "@/routes";
import { earningsWords } from "@/texts/areas/main/earnings";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Empty, Loadable, Row, Skeleton, Words } from "@/ui";
import { Lines } from "./Lines";
import { Lost } from "./Lost";
import { Rungs } from "./Rungs";
import "./index.scss";

/** How far back the arrows go. */
const monthsBack = 11;

/** What is sure, what is open, when does money come? */
export function Income() {
  const { t, f } = usePageWords(earningsWords);
  const me = useMe();
  const present = usePresentMonth();
  const today = useBusinessDay();
  useMonthOfAddress("money", usePageParams());
  const chosen = useChosenMonth("money");
  const setChosen = (month: string) => chooseMonth("money", month);
  const period = chosen ?? present;
  const { data, state, failure, refresh } = useStatement(period);
  usePullDown(refresh);
  const closing = useClosing(period, data?.state === "closed");
  const homeTab = useHomeTab();
  const hr = f.names(me.data?.hrNames ?? []);
  const month = period && monthName(period, present, f);
  const notClosed = closingText(closing, { month, of: "pay" }, { t, f });
  // Some leaders are paid by a plan, too.
  const sells = !me.data || rolesShown(me.data.member.roles).includes("rep") || data?.hasPlan === true;
  // Amounts of nothing say nothing to whoever is paid otherwise.
  const isPaid = sells || (data?.lines.length ?? 0) > 0;
  // Of a month without anything nothing is settled when it closes.
  const hasSome = data && (data.hasPlan || data.lines.length > 0 || data.pending.count > 0);
  // A plan may still come for a month that has just ended and is not closed; for those before nobody makes one any more.
  const isToCome = period === present || (period === previousPeriod(present) && data?.state === "open");
  const emptyText = () => {
    if (!sells) return t.earnings.sellsNothing({ tab: homeTab });
    if (data?.hasPlan === false)
      return isToCome ? t.earnings.noPlanIn({ month, names: hr }) : t.earnings.hadNoPlanIn({ month });
    return period === present ? t.earnings.empty : t.earnings.emptyMonth({ month });
  };
  const pending = data && data.pending.count > 0 ? data.pending : null;
  const pendingText = pending && t.earnings.pending({ count: pending.count, money: f.sum(pending.amountFen) });
  const pendingNote = pending && waitingCountsIn(pending, today, { t, f });
  return (
    <>
      {period && (
        <View className="months">
          <MonthArrow
            to="previous"
            disabled={period <= monthOf(monthsLater(`${present}-01`, -monthsBack))}
            onTap={() => setChosen(previousPeriod(period))}
          />
          <Words as="head" id="period" live="polite">
            {f.month(period)}
          </Words>
          <MonthArrow to="next" disabled={period >= present} onTap={() => setChosen(nextPeriod(period))} />
        </View>
      )}
      <Loadable
        id="statement"
        state={state}
        failure={failure}
        onRetry={() => void refresh()}
        skeleton={
          <Card>
            <Skeleton rows={[100, 100, 100, 100]} />
          </Card>
        }
      >
        {data && (
          <>
            {isPaid && <Rungs totals={data.totals} />}
            {isPaid && hasSome && period < present && notClosed && (
              <Card id="not-closed">
                <Words tone="quiet">{notClosed}</Words>
              </Card>
            )}
            {pending && pendingText && (
              <Card flush>
                <Row
                  id="money-pending"
                  text={pendingText}
                  {...(pendingNote && {
                    note: (
                      <Words as="sub" tone="warn" id="money-pending-counts-in">
                        {pendingNote}
                      </Words>
                    ),
                  })}
                  label={f.said(pendingText, pendingNote)}
                  onTap={() => open(routes.mySales())}
                />
              </Card>
            )}
            <Lost lost={data.lost ?? []} />
            <Card id="lines" flush title={t.earnings.lines}>
              {data.lines.length === 0 ? (
                <>
                  <Empty
                    text={emptyText()}
                    {...(!sells && {
                      action: {
                        id: "to-today",
                        text: t.earnings.toHome({ tab: homeTab }),
                        onTap: () => open(routes.today()),
                      },
                    })}
                  />
                  {sells && period === present && (
                    <Row
                      id="see-last-month"
                      text={t.common.seeMonth({ month: monthName(previousPeriod(present), present, f) })}
                      onTap={() => setChosen(previousPeriod(present))}
                    />
                  )}
                </>
              ) : (
                <Lines period={data.period} lines={data.lines} doubts={stillInDoubt(data.doubts)} />
              )}
            </Card>
            {isPaid && (
              <Card flush>
                <Row id="my-sales" text={t.earnings.mySales} onTap={() => open(routes.mySales())} />
                {data.hasOpening && (
                  <Row id="my-opening" text={t.earnings.opening} onTap={() => open(routes.ownOpening())} />
                )}
              </Card>
            )}
          </>
        )}
      </Loadable>
    </>
  );
}

function MonthArrow({ to, disabled, onTap }: { to: "previous" | "next"; disabled: boolean; onTap: () => void }) {
  const { t } = usePageWords(earningsWords);
  return (
    <Button
      id={`month-${to}`}
      kind="quiet"
      text={to === "previous" ? "‹" : "›"}
      label={t.earnings[to]}
      disabled={disabled}
      onTap={onTap}
    />
  );
}
