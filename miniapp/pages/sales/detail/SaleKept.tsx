import { needsPerson } from "@shared/domain/commandQueue";
import { clockTimeOf } from "@shared/domain/time";
import { failureOf } from "@/features/failure";
import { open, replace } from "@/features/navigation";
import { errorOf } from "@/features/queue/commandQueue";
import { askedOf, letGo, type QueuedSale, sayYes } from "@/features/sales/queuedSales";
import { SaleAsked } from "@/components/SaleAsked";
import { routes } from "@/routes";
import { queueWords } from "@/texts/areas/main/queue";
import { saleFormsWords } from "@/texts/areas/saleForms";
import { salePagesWords } from "@/texts/areas/salePages";
import { usePageWords } from "@/texts/pageWords";
import { Amount, Button, Card, ErrorBlock, Line, Page, Row, StatusMark, Words } from "@/ui";
import { MonthNote } from "../MonthNote";
import { SignedRows } from "../SignedRows";

/** A sale that is on this phone and has not arrived: nothing of it is promised as recorded. */
export function SaleKept({ queued }: { queued: QueuedSale }) {
  const { t, f, language } = usePageWords(queueWords, saleFormsWords, salePagesWords);
  const words = t.salePages.detail;
  const { entry, sale } = queued;
  const asked = askedOf(entry);
  const isAsked = needsPerson(entry.look);
  const isQuestion = asked !== null && asked.kind !== "decided";
  const failure = isAsked && entry.problem && !isQuestion ? failureOf(errorOf(entry.problem), { t, language }) : null;
  const time = clockTimeOf(new Date(sale.submittedAt));
  return (
    <Page
      id="page-sale"
      title={words.title}
      bar={
        <>
          <Button id="sale-change" text={words.changeKept} grow onTap={() => open(entry.opens)} />
          <Button id="sale-queue" kind="primary" grow text={t.queue.open} onTap={() => open(routes.queue())} />
        </>
      }
    >
      <Card id="sale-kept" tone="warn">
        <StatusMark about="queue" is={entry.look} />
        <Words live="polite" id="sale-kept-words">
          {entry.isKept
            ? t.sales.record.kept({ time, day: f.day(sale.signedOn), needsYou: isAsked })
            : t.queue.keptInMemory}
        </Words>
        <Words as="sub" tone="quiet">
          {t.sales.record.keptNote}
        </Words>
      </Card>
      {(failure || asked) && (
        <Card id="sale-asked">
          {failure && <ErrorBlock id="sale-kept-error" failure={failure} />}
          {asked && (
            <SaleAsked
              id="sale-kept"
              asked={asked}
              sale={sale}
              onYes={() => sayYes(queued, asked)}
              onSee={() => {
                letGo(entry);
                if (asked.kind === "repeated") replace(routes.sale({ id: asked.saleId }));
              }}
              onChange={() => open(entry.opens)}
            />
          )}
        </Card>
      )}
      <Card id="sale" title={sale.customerName}>
        <Amount fen={sale.amountFen} plain size="display" />
        <MonthNote signedOn={sale.signedOn} />
      </Card>
      <Card flush>
        <SignedRows sale={sale} />
        <Line />
        <Row text={words.keptAt} value={<Words as="body">{f.instant(new Date(sale.submittedAt))}</Words>} />
      </Card>
    </Page>
  );
}
