import { View } from "@tarojs/components";
import { useState } from "react";
import type { Statement } from "@/features/earnings/useEarnings";
import { earningsWords } from "@/texts/areas/main/earnings";
import { usePageWords } from "@/texts/pageWords";
import { Amount, Button, Card, Sheet, StatusMark, Words } from "@/ui";
import { HideAmounts } from "../home/HideAmounts";

const rungs = ["estimated", "earned", "payable", "paid"] as const;

/** The four states of money, apart and never added up. A rung without amount stays, with its zero. */
export function Rungs({ totals }: { totals: Statement["totals"] }) {
  const { t } = usePageWords(earningsWords);
  const [explained, setExplained] = useState(false);
  const fenOf = {
    estimated: totals.estimatedFen,
    earned: totals.earnedFen,
    payable: totals.payableFen,
    paid: totals.paidFen,
  };
  return (
    <Card id="rungs" title={t.earnings.states} aside={<HideAmounts id="hide-pay" />}>
      {rungs.map((rung) => (
        <View key={rung} className="rung" id={`rung-${rung}`}>
          <View className="rung-line">
            <StatusMark about="money" is={rung} />
            <Amount fen={fenOf[rung]} status={rung} size="title" />
          </View>
          <View className="rung-note">
            <Words as="sub" tone="quiet">
              {t.earnings.hints[rung]}
            </Words>
          </View>
        </View>
      ))}
      <View className="rungs-foot">
        <Words as="note" tone="quiet">
          {t.status.meaning.note}
        </Words>
        <Button id="what-they-mean" kind="quiet" small text={t.status.meaning.open} onTap={() => setExplained(true)} />
      </View>
      {explained && (
        <Sheet id="meaning-sheet" title={t.status.meaning.title} onClose={() => setExplained(false)}>
          {rungs.map((rung) => (
            <View key={rung} className="meaning">
              <StatusMark about="money" is={rung} />
              <Words tone="quiet">{t.status.meaning[rung]}</Words>
            </View>
          ))}
        </Sheet>
      )}
    </Card>
  );
}
