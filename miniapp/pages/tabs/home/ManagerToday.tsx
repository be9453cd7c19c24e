import { openMonth } from "@/features/earnings/chosenMonth";
import { open, usePullDown } from "@/features/navigation";
import { queryClient } from "@/features/query/queryClient";
import { useToday } from "@/features/today/useToday";
import { useNotices } from "@/features/notices/useNotices";
import { routes } from "@/routes";
import { useWords } from "@/texts";
import { Card, Loadable, Row, Skeleton, Words } from "@/ui";
import { AwayNote } from "../AwayNote";
import { LastTeamMonth } from "./LastMonth";
import { TeamProgress } from "./TeamProgress";
import { TodoCard } from "./TodoCard";

const shownMax = 5;

/** Will the team make it, and what waits for me? */
export function ManagerToday() {
  const { t, f } = useWords();
  const today = useToday();
  const notices = useNotices();
  usePullDown(() => queryClient.invalidateQueries());
  const unread = notices.data?.unreadCount ?? 0;
  return (
    <>
      <Loadable
        id="today"
        state={today.state}
        failure={today.failure}
        onRetry={() => void today.refresh()}
        skeleton={
          <Card>
            <Skeleton />
          </Card>
        }
      >
        {today.data?.leads.map(({ team }) => (
          <LastTeamMonth key={`last-${team.unitId}`} unitId={team.unitId} />
        ))}
        {today.data?.leads.map(({ team }) => (
          <Card key={team.unitId} id={`lead-${team.unitId}`} title={t.today.manager.question({ team: team.name })}>
            <TeamProgress team={team} />
          </Card>
        ))}
      </Loadable>
      <AwayNote />
      <TodoCard shownMax={shownMax} empty={{ text: t.today.todo.empty }} />
      <Card flush>
        <Row id="see-team" text={t.today.manager.seeTeam} onTap={() => openMonth("team", null)} />
        {unread > 0 && (
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
        )}
      </Card>
    </>
  );
}
