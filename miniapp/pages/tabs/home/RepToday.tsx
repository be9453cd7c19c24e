import { monthOf } from "@shared/domain/time";
import { open, usePullDown } from "@/features/navigation";
import { useNotices } from "@/features/notices/useNotices";
import { queryClient } from "@/features/query/queryClient";
import { useMe } from "@/features/session/useMe";
import { useBusinessDay } from "@/features/time";
import { useVisitWeek } from "@/features/visits/useVisitTarget";
import { progressOf } from "@/features/today/progress";
import { useToday } from "@/features/today/useToday";
import { monthName } from "@/components/progressWords";
import { ProgressCard } from "@/components/ProgressCard";
import { VisitWeek } from "@/components/VisitWeek";
import { routes } from "@/routes";
import { useWords } from "@/texts";
import { Card, Loadable, Row, Skeleton, Words } from "@/ui";
import { LastMonth } from "./LastMonth";
import { MonthMoney } from "./MonthMoney";
import { MoneyCard } from "./MoneyCard";
import { NextPlaces } from "./NextPlaces";
import { TodoCard } from "./TodoCard";

const shownMax = 3;

/** How far am I, and what is the best next thing? */
export function RepToday() {
  const { t, f } = useWords();
  const me = useMe();
  const day = useBusinessDay();
  const today = useToday();
  const notices = useNotices();
  const week = useVisitWeek();
  usePullDown(() => queryClient.invalidateQueries());
  const unread = notices.data?.unreadCount ?? 0;
  const hr = f.names(me.data?.hrNames ?? []);
  const { data } = today;
  return (
    <>
      <TodoCard shownMax={shownMax} />
      <Loadable
        id="today"
        state={today.state}
        failure={today.failure}
        onRetry={() => void today.refresh()}
        skeleton={<TodaySkeleton />}
      >
        {data?.mine ? (
          <>
            <ProgressCard
              doneFen={data.mine.doneFen}
              targetFen={data.mine.targetFen}
              {...standingOf({ ...data.mine, pace: data.pace })}
              title={data.period === monthOf(day) ? f.dayWithWeekday(day) : f.month(data.period)}
              aside={data.team?.name ?? ""}
              withoutTarget={t.today.noTarget({ month: monthName(data.period, monthOf(day), f), names: hr })}
            >
              <MonthMoney today={data} mine={data.mine} />
            </ProgressCard>
            <MoneyCard mine={data.mine} team={data.team} />
          </>
        ) : (
          <Card id="progress" title={t.today.money}>
            <Words tone="quiet">{t.today.noPlan({ names: hr })}</Words>
          </Card>
        )}
      </Loadable>
      {week.data && <VisitWeek week={week.data} onGo={() => open(routes.checkIn())} />}
      <LastMonth />
      {unread > 0 && (
        <Card flush>
          <Row
            id="home-inbox"
            text={t.today.inbox}
            value={
              <Words as="sub" tone="brand">
                {t.today.unread({ count: unread })}
              </Words>
            }
            label={f.said(t.today.inbox, t.today.unread({ count: unread }))}
            onTap={() => open(routes.inbox())}
          />
        </Card>
      )}
      <NextPlaces />
    </>
  );
}

function standingOf(measured: Parameters<typeof progressOf>[0]) {
  const { leftFen, drawn, ...standing } = progressOf(measured);
  return { standing, leftFen, drawn };
}

const TodaySkeleton = () => (
  <>
    <Card>
      <Skeleton rows={[32, 100, 100, 60]} />
    </Card>
    <Card>
      <Skeleton rows={[100, 100, 80]} />
    </Card>
  </>
);
