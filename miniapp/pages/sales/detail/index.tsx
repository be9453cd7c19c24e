import { useState } from "react";
import { amountText } from "@shared/domain/moneyText";
import { openedWith } from "@/features/frame/openedWith";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { open, usePullDown } from "@/features/navigation";
import { useQueuedSale } from "@/features/sales/queuedSales";
import { countsIn, useSale } from "@/features/sales/useSale";
import { useRestore, useWithdraw } from "@/features/sales/useWithdraw";
import { useSession } from "@/features/session/sessionStore";
import { routes } from "@/routes";
import { salePagesWords } from "@/texts/areas/salePages";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, ErrorBlock, Loadable, Page, Sheet, Skeleton, Words } from "@/ui";
import { FinalNote } from "../FinalNote";
import { MonthNote } from "../MonthNote";
import { PraiseCard } from "../PraiseCard";
import { PraiseQuestion } from "../PraiseQuestion";
import { SaleFacts } from "../SaleFacts";
import { SaleKept } from "./SaleKept";

/** One sale: where it stands, and what can be done with it. */
export default openedWith({ id: "id" }, SaleDetail);

function SaleDetail({ id }: { id: string }) {
  const { t } = usePageWords(salePagesWords);
  usePageFrame({ title: t.salePages.detail.title });
  const queued = useQueuedSale(id);
  return queued ? <SaleKept queued={queued} /> : <SaleRead id={id} />;
}

function SaleRead({ id }: { id: string }) {
  const { t } = usePageWords(salePagesWords);
  const words = t.salePages.detail;
  const memberId = useSession((session) => session.memberId);
  const { data, state, failure, refresh } = useSale(id);
  const withdraw = useWithdraw();
  const restore = useRestore();
  const [asking, setAsking] = useState(false);
  usePullDown(refresh);
  const sale = data?.sale;
  const mine = sale?.rep.memberId === memberId;
  return (
    <Page
      id="page-sale"
      title={words.title}
      bar={actions()}
      over={
        asking &&
        sale?.state !== "cancelled" &&
        sale && (
          <Sheet
            id="withdraw-sheet"
            title={words.withdrawTitle({ customer: sale.customerName, amount: amountText(sale.amountFen) })}
            onClose={() => setAsking(false)}
            foot={
              <>
                <Button id="withdraw-keep" text={words.keep} grow onTap={() => setAsking(false)} />
                <Button
                  id="withdraw-do"
                  kind="danger"
                  grow
                  text={words.withdraw}
                  disabled={withdraw.busy}
                  onTap={() => void withdraw.run(sale).then((done) => done && setAsking(false))}
                />
              </>
            }
          >
            <Words tone="quiet">{words.withdrawNote}</Words>
            {withdraw.failure && <ErrorBlock id="withdraw-error" failure={withdraw.failure} />}
          </Sheet>
        )
      }
    >
      <Loadable
        id="sale"
        state={state}
        failure={failure}
        onRetry={() => void refresh()}
        skeleton={
          <Card>
            <Skeleton />
          </Card>
        }
      >
        {restore.failure && (
          <Card>
            <ErrorBlock id="restore-error" failure={restore.failure} />
          </Card>
        )}
        {sale?.state === "confirmed" && mine && <PraiseQuestion saleId={sale.saleId} />}
        {data && <SaleFacts {...data} />}
        {sale && <FinalNote sale={sale} />}
        {sale && mine && (sale.state === "submitted" || sale.state === "returned") && (
          <MonthNote signedOn={sale.signedOn} isReturned={sale.state === "returned"} />
        )}
        {sale?.mayPraise && <PraiseCard saleId={sale.saleId} />}
      </Loadable>
    </Page>
  );

  function actions() {
    if (!sale) return null;
    if (sale.mayDecide)
      return (
        <Button
          id="sale-decide"
          kind="primary"
          grow
          text={t.today.manager.decide}
          onTap={() => open(routes.confirmSale({ id: sale.saleId }))}
        />
      );
    if (sale.state === "confirmed" && data?.countsFor.some((one) => one.memberId === memberId))
      return (
        <Button
          id="how-computed"
          kind="primary"
          grow
          text={words.howComputed}
          onTap={() => open(routes.line({ saleId: sale.saleId, ...countsIn(sale) }))}
        />
      );
    // What counts for somebody else is calculated on their pages.
    if (!mine || sale.state === "confirmed") return null;
    if (sale.state === "cancelled")
      return (
        <>
          <Button
            id="sale-again"
            text={words.again}
            grow
            onTap={() => open(routes.recordSale({ likeSaleId: sale.saleId }))}
          />
          <Button
            id="sale-restore"
            kind="primary"
            grow
            text={words.restore}
            disabled={restore.busy}
            onTap={() => void restore.run(sale)}
          />
        </>
      );
    // A state that only a newer server knows is acted on after an update.
    if (sale.state !== "submitted" && sale.state !== "returned") return null;
    return (
      <>
        <Button id="sale-withdraw" text={words.withdraw} grow onTap={() => setAsking(true)} />
        {sale.state === "returned" && (
          <Button
            id="sale-edit"
            kind="primary"
            grow
            text={words.edit}
            onTap={() => open(routes.recordSale({ saleId: sale.saleId }))}
          />
        )}
      </>
    );
  }
}
