import type { SaleView } from "@shared/contracts";
import { needsPerson } from "@shared/domain/commandQueue";
import { amountText } from "@shared/domain/moneyText";
import { clockTimeOf } from "@shared/domain/time";
import type { KeptSale } from "@/features/sales/queuedSales";
import { replace } from "@/features/navigation";
import { routes } from "@/routes";
import { queueWords } from "@/texts/areas/main/queue";
import { saleFormsWords } from "@/texts/areas/saleForms";
import { usePageWords } from "@/texts/pageWords";
import { Button, Sheet, StatusMark, Words } from "@/ui";

interface KeptSheetProps {
  kept: SaleView;
  /** This phone has shown what it would bring. */
  isEstimated: boolean;
  state: KeptSale;
  /** Records one more. */
  onAnother: () => void;
  /** Goes on with what stands in the form. */
  onGoOn: () => void;
}

/** Of a sale that was kept on this phone: that it waits there; or, where it does no more, that it has been taken out. */
export function KeptSheet({ kept, isEstimated, state: { waits, isDropped }, onAnother, onGoOn }: KeptSheetProps) {
  const { t, f } = usePageWords(queueWords, saleFormsWords);
  const words = t.sales.record;
  return (
    <Sheet
      id="kept"
      title={`${kept.customerName}  ${amountText(kept.amountFen)} ${t.common.yuan}`}
      onClose={isDropped ? onGoOn : onAnother}
      foot={
        <>
          <Button id="record-another" text={words.another} grow onTap={onAnother} />
          {isDropped ? (
            <Button id="kept-go-on" kind="primary" grow text={words.goOn} onTap={onGoOn} />
          ) : (
            <Button
              id="see-kept"
              kind="primary"
              grow
              text={words.seeSale}
              onTap={() => replace(routes.sale({ id: kept.saleId }))}
            />
          )}
        </>
      }
    >
      {waits && <StatusMark about="queue" is={waits.entry.look} />}
      <Words id="kept-words" live="polite">
        {text()}
      </Words>
      {waits && (
        <Words as="sub" tone={needsPerson(waits.entry.look) ? "warn" : "quiet"}>
          {needsPerson(waits.entry.look)
            ? t.common.stripNeedsYou({ count: 1 })
            : f.sentences(isEstimated ? [words.keptNote, words.keptEstimate] : [words.keptNote])}
        </Words>
      )}
    </Sheet>
  );

  function text(): string {
    if (isDropped) return words.keptDropped;
    if (!waits) return words.keptLeft;
    if (!waits.entry.isKept) return t.queue.keptInMemory;
    return words.kept({
      time: clockTimeOf(new Date(kept.submittedAt)),
      day: f.day(kept.signedOn),
      needsYou: needsPerson(waits.entry.look),
    });
  }
}
