import { View } from "@tarojs/components";
import { openMonth } from "@/features/earnings/chosenMonth";
import { type LineDetail, planNameOf } from "@/features/earnings/useEarnings";
import { open } from "@/features/navigation";
import { useMe } from "@/features/session/useMe";
import { SaleRow } from "@/components/SaleRow";
import { routes } from "@/routes";
import { linesWords } from "@/texts/areas/lines";
import { usePageWords } from "@/texts/pageWords";
import { Button, Sheet, Words } from "@/ui";
import "./index.scss";

interface SourceSheetProps {
  part: LineDetail["formula"][number];
  detail: LineDetail;
  onClose: () => void;
}

/** Where a number of the formula comes from, and the way there: to the sale, to all of them, to the team, or to the rule. */
export function SourceSheet({ part, detail, onClose }: SourceSheetProps) {
  const { t, f, language } = usePageWords(linesWords);
  const leads = useMe().data?.leads ?? [];
  const { plan, rule, sales, receipt, line } = detail;
  const words = t.lines;
  const { opens, saleId } = part;
  // Nothing was sold: what it takes is in the rule.
  const opensNothing = opens === "sales" && sales.length === 0;
  return (
    <Sheet id="source-sheet" title={`${part.label ?? ""} ${part.text}`} onClose={onClose}>
      <Words>{part.source ?? ""}</Words>
      {opens === "sale" && saleId && (
        <View className="source-way">
          <Button
            id="source-sale"

            text={words.openSale}
            onTap={() => open(routes.sale({ id: saleId }))}
          />
        </View>
      )}
      {opens === "sales" &&
        sales.map((sale) => (
          <SaleRow
            key={sale.saleId}
            id={`source-${sale.saleId}`}
            {...sale}
            state="confirmed"
            note={f.day(sale.signedOn)}
            onTap={() => open(routes.sale({ id: sale.saleId }))}
          />
        ))}
      {opens === "team" && leads.length === 0 && (
        <Words as="sub" tone="quiet">
          {words.teamOnly}
        </Words>
      )}
      {opens === "team" && leads.length > 0 && (
        <View className="source-way">
          <Button id="source-team" text={words.openTeam} onTap={() => openMonth("team", receipt.book.period)} />
        </View>
      )}
      {(opens === "rule" || opens === "team" || opensNothing) && (
        <View className="source-way" id="source-rule">
          <Words as="sub">{words.rule({ amount: rule.amount })}</Words>
          {rule.when && <Words as="sub">{words.ruleWhen({ when: rule.when })}</Words>}
          <Words as="note" tone="quiet">
            {words.plan({ name: planNameOf(detail, language), version: plan.version, day: f.day(plan.validFrom) })}
          </Words>
          <Button
            id="source-plan"
            kind="quiet"
            text={words.openPlan}
            onTap={() => open(routes.plan({ period: receipt.book.period, lineId: line.lineId }))}
          />
        </View>
      )}
    </Sheet>
  );
}
