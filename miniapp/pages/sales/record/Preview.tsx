import { View } from "@tarojs/components";
import { percentOnScreen, ratioOf, salesText, signedAmountText } from "@shared/domain/moneyText";
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
        <View key={gain.lineId} className="gain">
          <View className="gain-words">
            <Words as="head">{gain.name}</Words>
            {gain.ownFen !== gain.fen && gain.ownFen !== 0 && (
              <Words as="sub" tone="quiet">
                {words.previewSplit({
                  own: signedAmountText(gain.ownFen),
                  others: signedAmountText(gain.fen - gain.ownFen),
                })}
              </Words>
            )}
          </View>
          <View className="gain-amount">
            <Amount fen={gain.fen} status={gain.status} signed size="title" />
            <StatusMark about="money" is={gain.status} />
          </View>
        </View>
      ))}
      {amountFen !== null && <MonthAfter amountFen={amountFen} />}
    </Card>
  );
}

/** `本月 40万 → 50万   60% → 75%` */
function MonthAfter({ amountFen }: { amountFen: number }) {
  const { t } = useWords();
  const mine = useToday().data?.mine;
  if (!mine || mine.targetFen === null) return null;
  const after = mine.doneFen + amountFen;
  return (
    <>
      <Line />
      <View className="month-after">
        <Words as="sub" tone="quiet" id="month-after">
          {t.sales.record.progress({
            from: salesText(mine.doneFen).text,
            to: salesText(after).text,
            fromPercent: percentOnScreen(ratioOf(mine.doneFen, mine.targetFen)),
            toPercent: percentOnScreen(ratioOf(after, mine.targetFen)),
          })}
        </Words>
      </View>
    </>
  );
}
