import { usePageFrame } from "@/features/frame/usePageFrame";
import { open, usePullDown } from "@/features/navigation";
import { useQueuedSales } from "@/features/sales/queuedSales";
import { useMySales } from "@/features/sales/useSale";
import { useCan } from "@/features/session/useMe";
import { SaleRow } from "@/components/SaleRow";
import { routes } from "@/routes";
import { exportsWords } from "@/texts/areas/exports";
import { queueWords } from "@/texts/areas/main/queue";
import { salePagesWords } from "@/texts/areas/salePages";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Earlier, Empty, Loadable, Page } from "@/ui";

/** My sales, newest first. */
export function SaleCards() {
  const { t, f } = usePageWords(exportsWords, queueWords, salePagesWords);
  const can = useCan();
  const words = t.salePages.list;
  usePageFrame({ title: words.title });
  const { items, earlier, state, failure, refresh } = useMySales();
  usePullDown(refresh);
  const queued = useQueuedSales();
  return (
    <Page
      id="page-sales"
      title={words.title}
      bar={
        <Button
          id="record-sale"
          kind="primary"
          grow
          text={t.sales.record.title}
          onTap={() => open(routes.recordSale())}
        />
      }
    >
      {queued.length > 0 && (
        <Card id="sales-kept" flush title={t.queue.title}>
          {queued.map(({ entry, sale }) => (
            <SaleRow
              key={entry.commandId}
              id={`kept-${sale.saleId}`}
              {...sale}
              waits={entry.look}
              note={f.day(sale.signedOn)}
              onTap={() => open(routes.sale({ id: sale.saleId }))}
            />
          ))}
        </Card>
      )}
      {items.length > 0 && can("exports.create") && (
        <Button
          id="export"
          small
          text={t.exports.open}
          onTap={() => open(routes.exports({ what: "sales", view: "mine" }))}
        />
      )}
      <Card id="sales" flush>
        <Loadable id="sales" state={state} failure={failure} onRetry={() => void refresh()}>
          {items.length === 0 && queued.length === 0 && <Empty text={words.empty} />}
          {items.map((sale) => (
            <SaleRow
              key={sale.saleId}
              id={`sale-${sale.saleId}`}
              {...sale}
              note={f.day(sale.signedOn)}
              onTap={() => open(routes.sale({ id: sale.saleId }))}
            />
          ))}
          <Earlier id="sales-earlier" earlier={earlier} />
        </Loadable>
      </Card>
    </Page>
  );
}
