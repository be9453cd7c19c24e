import { open, usePullDown } from "@/features/navigation";
import { useSalesToDecide } from "@/features/sales/useSale";
import { SaleRow } from "@/components/SaleRow";
import { routes } from "@/routes";
import { useWords } from "@/texts";
import { Card, Empty, Loadable, Row } from "@/ui";

/** What waits for me: at most eight, each opens its page. */
export function OfficeToday() {
  const { t, f } = useWords();
  const toDecide = useSalesToDecide();
  usePullDown(toDecide.refresh);
  const sales = toDecide.items;
  return (
    <Card
      id="to-do"
      flush
      title={
        sales.length > 0 && !toDecide.earlier ? t.today.manager.toDecide({ count: sales.length }) : t.today.todo.title
      }
    >
      <Loadable id="to-do" state={toDecide.state} failure={toDecide.failure} onRetry={() => void toDecide.refresh()}>
        {sales.length === 0 && <Empty text={t.today.todo.empty} note={t.today.todo.office} />}
        {sales.slice(0, 8).map((sale) => (
          <SaleRow
            key={sale.saleId}
            id={`home-decide-${sale.saleId}`}
            {...sale}
            note={`${sale.rep.name} · ${f.day(sale.signedOn)}`}
            onTap={() => open(routes.confirmSale({ id: sale.saleId }))}
          />
        ))}
        {sales.length > 8 && <Row id="see-all-to-decide" text={t.common.more} onTap={() => open(routes.approvals())} />}
      </Loadable>
    </Card>
  );
}
