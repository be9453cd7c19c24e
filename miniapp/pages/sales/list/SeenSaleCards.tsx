import { usePageFrame } from "@/features/frame/usePageFrame";
import { open, usePullDown } from "@/features/navigation";
import { saleStates, useSeenSales } from "@/features/sales/useSeenSales";
import { useCan } from "@/features/session/useMe";
import type { Looked } from "@/features/tables/useTableLook";
import { SaleRow } from "@/components/SaleRow";
import { routes } from "@/routes";
import { exportsWords } from "@/texts/areas/exports";
import { salePagesWords } from "@/texts/areas/salePages";
import { known } from "@/texts";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Choices, Earlier, Empty, Loadable, Page } from "@/ui";

/** All sales that somebody may read who sells none, newest first. */
export function SeenSaleCards({ looked: { look, onLook } }: { looked: Looked }) {
  const { t, f } = usePageWords(exportsWords, salePagesWords);
  const words = t.salePages.seen;
  usePageFrame({ title: words.title });
  const can = useCan();
  const { state = "" } = look.filters;
  const sales = useSeenSales({ state, period: "", isOldestFirst: false });
  usePullDown(sales.refresh);
  const chosen = saleStates.find((one) => one === state);
  return (
    <Page id="page-sales" title={words.title}>
      <Card>
        <Choices
          id="sales-state"
          label={words.state}
          value={state}
          options={["", ...saleStates].map((value) => ({
            value,
            text: known(t.status.sale, value) ?? words.all,
          }))}
          onChoose={(chosen) => onLook({ ...look, filters: { ...look.filters, state: chosen } })}
        />
      </Card>
      {sales.items.length > 0 && can("exports.create") && (
        <Button
          id="export"
          small
          text={t.exports.open}
          onTap={() => open(routes.exports({ what: "sales", view: "seen", ...(chosen && { state: chosen }) }))}
        />
      )}
      <Card id="sales" flush>
        <Loadable id="sales" state={sales.state} failure={sales.failure} onRetry={() => void sales.refresh()}>
          {sales.items.length === 0 && <Empty text={chosen ? words.emptyOfState : words.empty} />}
          {sales.items.map((sale) => (
            <SaleRow
              key={sale.saleId}
              id={`sale-${sale.saleId}`}
              {...sale}
              note={f.said(sale.rep.name, f.day(sale.signedOn))}
              onTap={() =>
                open(sale.mayDecide ? routes.confirmSale({ id: sale.saleId }) : routes.sale({ id: sale.saleId }))
              }
            />
          ))}
          <Earlier id="sales-earlier" earlier={sales.earlier} />
        </Loadable>
      </Card>
    </Page>
  );
}
