import { View } from "@tarojs/components";
import { percentOnScreen, percentText, ratioOf, signedAmountText } from "@shared/domain/moneyText";
import { exactOfDecimal } from "@shared/domain/pay";
import type { Gain } from "@/features/sales/salePreview";
import type { SaleFormState } from "@/features/sales/useSaleForm";
import { useToday } from "@/features/today/useToday";
import { useWords } from "@/texts";
import { Amount, Card, Line, StatusMark, Words } from "@/ui";
import "./index.scss";

interface PreviewProps {
  preview: SaleFormState["preview"];
  leaders: string;
  amountFen: number | null;
}

/** What the sale would bring, computed on this phone at every key by the server's own engine. */
export function Preview({ preview, leaders, amountFen }: PreviewProps) {
  const { t } = useWords();
  const words = t.sales.record;
  if (preview === "loading") return null;
  const gains = typeof preview === "object" ? preview.gains : [];
  return (
    <Card
      id="preview"
      tone="brand"
      title={words.whatItBrings({ names: leaders })}
      aside={<StatusMark about="sale" is="submitted" />}
    >
      {preview === "needsAmount" && <Words tone="quiet">{words.previewNeedsAmount}</Words>}
      {preview === "unavailable" && <Words tone="quiet">{words.previewUnavailable}</Words>}
      {typeof preview === "object" && gains.length === 0 && <Words tone="quiet">{words.previewNothing}</Words>}
      {gains.map((gain) => (
        <GainRow key={gain.lineId} gain={gain} />
      ))}
      {amountFen !== null && <MonthAfter amountFen={amountFen} />}
    </Card>
  );
}

function GainRow({ gain }: { gain: Gain }) {
  const { t, f } = useWords();
  const words = t.sales.record;
  const split = gain.ownFen !== gain.fen && gain.ownFen !== 0;
  return (
    <View className="gain" id={`gain-${gain.lineId}`}>
      <View className="gain-line">
        <Words as="head">{gain.name}</Words>
        <StatusMark about="money" is="estimated" />
      </View>
      <Amount fen={gain.fen} status="estimated" signed size="display" />
      {gain.formula && (
        <Words as="sub" tone="quiet">
          {gain.formula}
        </Words>
      )}
      {split && (
        <Words as="sub" tone="quiet">
          {words.previewSplit({ own: signedAmountText(gain.ownFen), others: signedAmountText(gain.fen - gain.ownFen) })}
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

/** `本月 40万 → 50万   60% → 75%` */
function MonthAfter({ amountFen }: { amountFen: number }) {
  const { t, f } = useWords();
  const mine = useToday().data?.mine;
  if (!mine || mine.targetFen === null) return null;
  const after = mine.doneFen + amountFen;
  return (
    <>
      <Line />
      <View className="month-after">
        <Words as="sub" tone="quiet" id="month-after">
          {t.sales.record.progress({
            from: f.sales(mine.doneFen),
            to: f.sales(after),
            fromPercent: percentOnScreen(ratioOf(mine.doneFen, mine.targetFen)),
            toPercent: percentOnScreen(ratioOf(after, mine.targetFen)),
          })}
        </Words>
      </View>
    </>
  );
}
