import type { AnswerOf, SaleView } from "@shared/contracts";
import { amountText } from "@shared/domain/moneyText";
import { returnReasonFor } from "@shared/domain/returnReasons";
import type { Large } from "@shared/domain/sale";
import { businessDayOf } from "@shared/domain/time";
import { open } from "@/features/navigation";
import { routes } from "@/routes";
import { largeText } from "@/components/largeText";
import { customerPagesWords } from "@/texts/areas/customerPages";
import { notesWords } from "@/texts/areas/main/notes";
import { saleFormsWords } from "@/texts/areas/saleForms";
import { salePagesWords } from "@/texts/areas/salePages";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Sheet, ShowsAmounts, Words } from "@/ui";

type Shown = NonNullable<AnswerOf<"sales.read">["toLookAt"]>;

/** What is to be looked at before a sale is confirmed: a large sum, an equal sale, a client that may be another one, what has become of a return. */
export function ToLookAt({ sale, toLookAt }: { sale: SaleView; toLookAt: Shown }) {
  const { t, f } = usePageWords(notesWords, saleFormsWords);
  const { large, equal, sentBack, sameClients } = toLookAt;
  const words = t.sales.confirm;
  const isAlone = sameClients.shown.length === 0 && sameClients.hiddenCount === 0;
  if (large === null && !equal && !sentBack && isAlone) return null;
  return (
    <ShowsAmounts>
      <Card tone="warn" id="to-look-at">
        {large !== null && <Words id="large-sum">{largeText(large, sale.rep.name, { t, f })}</Words>}
        {equal && (
          <Words id="equal-sale">
            {words.equal({
              state: t.status.sale[equal.state],
              day: f.day(businessDayOf(new Date(equal.since))),
              deniedBy: equal.isDenied ? sale.rep.name : null,
            })}
          </Words>
        )}
        {!isAlone && <SameClients {...sameClients} />}
        {sentBack && <SentBack sale={sale} sentBack={sentBack} />}
      </Card>
    </ShowsAmounts>
  );
}

/** Clients that this one may be, whose they are, and where it is said whether they are one. */
function SameClients({ shown, hiddenCount, mayMerge }: Shown["sameClients"]) {
  const { t, f } = usePageWords(customerPagesWords, notesWords);
  const words = t.notes.sameClients;
  return (
    <>
      {shown.map(({ customerId, shortName, ownerNames, sameBy }) => (
        <Words key={customerId} id={`same-client-${customerId}`}>
          {words.one({
            name: shortName,
            why: f.names(sameBy.map((by) => t.customers.sameBy[by])),
            owner:
              ownerNames.length === 0
                ? t.customers.ownedByNobody
                : t.customerPages.edit.ownedBy({ names: f.names(ownerNames) }),
          })}
        </Words>
      ))}
      {hiddenCount > 0 && <Words id="same-clients-hidden">{words.hidden({ count: hiddenCount })}</Words>}
      <Words as="sub">{words.first}</Words>
      {mayMerge && <Button id="same-clients-open" small text={words.look} onTap={() => open(routes.duplicates())} />}
    </>
  );
}

/** Why it came back, and what is changed since. */
function SentBack({ sale, sentBack }: { sale: SaleView; sentBack: NonNullable<Shown["sentBack"]> }) {
  const { t, f, language } = usePageWords(saleFormsWords, salePagesWords);
  const { confirm } = t.sales;
  const { detail } = t.salePages;
  const { customerName, amountFen, signedOn, contractNo } = sentBack.was;
  const changes = [
    customerName !== undefined && { what: t.sales.record.customer, from: customerName, to: sale.customerName },
    amountFen !== undefined && {
      what: t.sales.record.amount,
      from: amountText(amountFen),
      to: amountText(sale.amountFen),
    },
    signedOn !== undefined && { what: detail.signedOn, from: f.day(signedOn), to: f.day(sale.signedOn) },
    contractNo !== undefined && {
      what: detail.contractNo,
      from: contractNo ?? detail.none,
      to: sale.contractNo ?? detail.none,
    },
  ].filter((change) => change !== false);
  const reason = returnReasonFor(sentBack.reason, language);
  return (
    <>
      <Words id="sent-back">{confirm.sentBack({ reason })}</Words>
      <Words id="changed-since">
        {changes.length === 0 ? confirm.unchanged : f.clauses(changes.map((change) => confirm.changed(change)))}
      </Words>
    </>
  );
}

/** The question that its rep was asked, before a large sum is confirmed. */
export function LargeSheet(props: { sale: SaleView; large: Large; onYes: () => void; onClose: () => void }) {
  const { sale, large, onYes, onClose } = props;
  const { t, f } = usePageWords(notesWords, saleFormsWords);
  const words = t.sales.confirm;
  return (
    <ShowsAmounts>
      <Sheet
        id="large-amount"
        title={t.sales.record.large.title({ amount: amountText(sale.amountFen) })}
        onClose={onClose}
        foot={
          <>
            <Button id="large-back" text={words.large.back} grow onTap={onClose} />
            <Button id="large-confirm" kind="primary" grow text={words.large.yes} onTap={onYes} />
          </>
        }
      >
        <Words id="large-words">{largeText(large, sale.rep.name, { t, f })}</Words>
      </Sheet>
    </ShowsAmounts>
  );
}
