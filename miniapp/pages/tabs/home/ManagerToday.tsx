import { open, usePullDown } from "@/features/navigation";
import { useSalesToDecide } from "@/features/sales/useSale";
import { queryClient } from "@/features/query/queryClient";
import { useToday } from "@/features/today/useToday";
import { useNotices } from "@/features/notices/useNotices";
import { SaleRow } from "@/components/SaleRow";
import { routes } from "@/routes";
import { useWords } from "@/texts";
import { Card, Loadable, Row, Skeleton, Words } from "@/ui";
import { TeamProgress } from "./TeamProgress";

const salesMax = 3;

/** Will the team make it, and what waits for me? */
export function ManagerToday() {
  const { t, f } = useWords();
  const today = useToday();
  const toDecide = useSalesToDecide();
  const notices = useNotices();
  usePullDown(() => queryClient.invalidateQueries());
  const sales = toDecide.items;
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
          <Card key={team.unitId} id={`lead-${team.unitId}`} title={t.today.manager.question({ team: team.name })}>
            <TeamProgress team={team} />
          </Card>
        ))}
      </Loadable>
      <Card
        id="to-decide"
        flush
        title={
          sales.length > 0 && !toDecide.earlier
            ? t.today.manager.toDecide({ count: sales.length })
            : t.common.tabs.approvals
        }
      >
        <Loadable
          id="to-decide"
          state={toDecide.state}
          failure={toDecide.failure}
          onRetry={() => void toDecide.refresh()}
        >
          {sales.length === 0 && <Row text={t.today.manager.nothingToDecide} />}
          {sales.slice(0, salesMax).map((sale) => (
            <SaleRow
              key={sale.saleId}
              id={`home-decide-${sale.saleId}`}
              {...sale}
              note={`${sale.rep.name} · ${f.day(sale.signedOn)}`}
              onTap={() => open(routes.confirmSale({ id: sale.saleId }))}
            />
          ))}
          {sales.length > salesMax && (
            <Row id="see-all-to-decide" text={t.common.more} onTap={() => open(routes.approvals())} />
          )}
        </Loadable>
      </Card>
      <Card flush>
        <Row id="see-team" text={t.today.manager.seeTeam} onTap={() => open(routes.team())} />
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
