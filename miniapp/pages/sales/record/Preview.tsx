import { View } from "@tarojs/components";
import { amountText, percentText, ratioOf, signedAmountText } from "@shared/domain/moneyText";
import { exactOfDecimal } from "@shared/domain/pay/numbers/number";
import type { SaleGain } from "@shared/domain/pay/phone";
import type { SalePreview } from "@/features/sales/salePreview";
import type { SaleFormState } from "@/features/sales/useSaleForm";
import { usePresentMonth } from "@/features/time";
import { monthName } from "@/components/progressWords";
import { type Formats } from "@/texts";
import { saleFormsWords } from "@/texts/areas/saleForms";
import { usePageWords, type TextsWith } from "@/texts/pageWords";
import { Amount, Card, Line, StatusMark, Words } from "@/ui";
import { MonthNote } from "../MonthNote";
import "./index.scss";

interface PreviewProps {
  preview: SaleFormState["preview"];
  deciders: string;
  amountFen: number | null;
  signedOn: string;
}

/** What the sale would bring: by the server's word, and until it has come by this phone's, which says what it leaves out. */
export function Preview({ preview, deciders, amountFen, signedOn }: PreviewProps) {
  const { t, f } = usePageWords(saleFormsWords);
  const words = t.sales.record;
  if (preview === "loading") return null;
  const known = typeof preview === "object" ? preview : null;
  return (
    <Card
      id="preview"
      tone="brand"
      title={words.whatItBrings({ names: deciders })}
      aside={<StatusMark about="sale" is="submitted" />}
    >
      {preview === "needsAmount" && <Words tone="quiet">{words.previewNeedsAmount}</Words>}
      {preview === "unavailable" && <Words tone="quiet">{words.previewUnavailable}</Words>}
      {known?.gains.length === 0 && (
        <Words tone="quiet" id="preview-nothing">
          {nothingText(known, t, f)}
        </Words>
      )}
      {known?.gains.map((gain) => (
        <GainRow key={gain.lineId} gain={gain} />
      ))}
      {known &&
        notesOf(known, { amountFen }, t, f).map(({ id, text }) => (
          <Words key={id} id={id} as="sub" tone="quiet">
            {text}
          </Words>
        ))}
      <MonthNote signedOn={signedOn} />
      {known?.answer && <MonthAfter answer={known.answer} />}
    </Card>
  );
}

function nothingText({ answer }: SalePreview, t: TextsWith<typeof saleFormsWords>, f: Formats): string {
  const words = t.sales.record;
  if (answer?.creditFen === 0) return words.previewOthers({ names: f.names(answer.othersNames) });
  return answer?.reason ?? words.previewNothing;
}

/** What has to be known beside the amounts: the parts and their sum, and what is not in it. */
function notesOf(
  { answer, gains, leftOut }: SalePreview,
  { amountFen }: Pick<PreviewProps, "amountFen">,
  t: TextsWith<typeof saleFormsWords>,
  f: Formats,
): { id: string; text: string }[] {
  const words = t.sales.record;
  if (!answer)
    return [
      {
        id: "preview-left-out",
        text: words.previewLeftOut({ what: f.names(leftOut.map((one) => words.leftOut[one])) }),
      },
    ];
  const { totalFen, ownFen, othersFen, rewardsFen, creditFen, pending } = answer;
  const notes: { id: string; text: string | false }[] = [
    {
      id: "preview-parts",
      text:
        gains.length > 1 &&
        (othersFen !== 0 || rewardsFen !== 0) &&
        words.previewParts({
          total: signedAmountText(totalFen),
          own: signedAmountText(ownFen),
          others: othersFen === 0 ? null : signedAmountText(othersFen),
          rewards: rewardsFen === 0 ? null : signedAmountText(rewardsFen),
        }),
    },
    {
      id: "preview-share",
      text:
        creditFen !== 0 &&
        amountFen !== null &&
        creditFen !== amountFen &&
        words.previewShare({ part: amountText(creditFen), whole: amountText(amountFen) }),
    },
    {
      id: "preview-pending",
      text: pending.count > 0 && words.previewPending({ count: pending.count, money: f.sum(pending.amountFen) }),
    },
  ];
  return notes.flatMap(({ id, text }) => (text === false ? [] : [{ id, text }]));
}

function GainRow({ gain }: { gain: SaleGain }) {
  const { t, f } = usePageWords(saleFormsWords);
  const words = t.sales.record;
  // The formula is that of the own part: where that is nothing, the amount is what the rest of the month gets.
  const split = gain.othersFen !== 0 && (gain.ownFen !== 0 || gain.formula !== null);
  return (
    <View className="gain" id={`gain-${gain.lineId}`}>
      <Words as="head">{gain.name}</Words>
      {/* Of which state it will be is known once it is confirmed. */}
      <Amount fen={gain.fen} plain signed size="display" />
      {gain.formula && (
        <Words as="sub" tone="quiet">
          {gain.formula}
        </Words>
      )}
      {split && (
        <Words as="sub" tone="quiet">
          {words.previewSplit({ own: signedAmountText(gain.ownFen), others: signedAmountText(gain.othersFen) })}
        </Words>
      )}
      {gain.edge && (
        <Words as="sub" tone="warn" id="nearest-edge">
          {words[gain.edge.included ? "edgeIncluded" : "edgeExcluded"]({
            edge: f.sales(gain.edge.edgeFen),
            rate: percentText(exactOfDecimal(gain.edge.rate)),
            next: percentText(exactOfDecimal(gain.edge.nextRate)),
          })}
        </Words>
      )}
    </View>
  );
}

/** `3 月 40万 → 50万   60% → 75%`: of the month that it counts in, and only where that one moves. */
function MonthAfter({ answer: { period, month } }: { answer: NonNullable<SalePreview["answer"]> }) {
  const { t, f } = usePageWords(saleFormsWords);
  const present = usePresentMonth();
  const { doneBeforeFen, doneFen, targetFen } = month;
  if (targetFen === null || doneBeforeFen === doneFen) return null;
  return (
    <>
      <Line />
      <View className="month-after">
        <Words as="sub" tone="quiet" id="month-after">
          {t.sales.record.progress({
            month: monthName(period, present, f),
            from: f.sales(doneBeforeFen),
            to: f.sales(doneFen),
            fromPercent: percentText(ratioOf(doneBeforeFen, targetFen)),
            toPercent: percentText(ratioOf(doneFen, targetFen)),
          })}
        </Words>
      </View>
    </>
  );
}
