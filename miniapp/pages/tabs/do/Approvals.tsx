import { open } from "@/features/navigation";
import { useSalesToDecide } from "@/features/sales/useSale";
import { SaleRow } from "@/components/SaleRow";
import { routes } from "@/routes";
import { useWords } from "@/texts";
import { Card, Earlier, Empty, Loadable, Page } from "@/ui";

/** Sales that wait for my decision. */
export function Approvals({ title, front }: { title: string; front: boolean }) {
  const { t, f } = useWords();
  const { items: sales, earlier, state, failure, refresh } = useSalesToDecide();
  return (
    <Page id="page-do" title={title} tab={2} front={front}>
      <Card
        id="approvals"
        flush
        // Where there are more than were read, no number is said.
        title={sales.length > 0 && !earlier ? t.sales.confirm.waiting({ count: sales.length }) : t.sales.confirm.title}
      >
        <Loadable id="approvals" state={state} failure={failure} onRetry={() => void refresh()}>
          {sales.length === 0 && <Empty text={t.sales.confirm.empty} />}
          {sales.map((sale) => (
            <SaleRow
              key={sale.saleId}
              id={`decide-${sale.saleId}`}
              {...sale}
              note={`${sale.rep.name} · ${f.day(sale.signedOn)}`}
              onTap={() => open(routes.confirmSale({ id: sale.saleId }))}
            />
          ))}
          <Earlier id="approvals-earlier" earlier={earlier} />
        </Loadable>
      </Card>
    </Page>
  );
}
