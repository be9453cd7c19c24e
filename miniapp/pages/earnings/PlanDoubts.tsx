import { percentText } from "@shared/domain/moneyText";
import { exactOfDecimal, type Plan, type PlanDoubt, planDoubts, ratioOf } from "@shared/domain/pay";
import { planTextWords } from "@/texts/areas/planText";
import { usePageWords } from "@/texts/pageWords";
import { Card, Words } from "@/ui";

/** What is asked about in a plan, in words; the same for whoever writes it and whoever puts it in force. */
export function useDoubtsSaid(rules: Plan | null): string[] {
  const { t, f, language } = usePageWords(planTextWords);
  const words = t.planText.doubts;
  const said = (doubt: PlanDoubt): string => {
    const name = language === "en" ? (doubt.of.nameEn ?? doubt.of.name) : doubt.of.name;
    if (doubt.code === "paysMuch") {
      const { saleFen, paysFen } = doubt;
      const rate = percentText(ratioOf(paysFen, saleFen));
      return words.paysMuch({ name, sale: f.money(saleFen), pays: f.money(paysFen), rate });
    }
    const valueOf = (written: string) =>
      rules?.tables.some((table) => table.name === doubt.of.name && table.by === "money")
        ? percentText(exactOfDecimal(written))
        : written;
    const { row, value, before } = doubt;
    return words.tierFalls({ name, row: String(row + 1), value: valueOf(value), before: valueOf(before) });
  };
  return rules ? planDoubts(rules).map(said) : [];
}

interface PlanDoubtsProps {
  said: readonly string[];
  /** What whoever submitted it wrote of them. */
  because?: { name: string; reason: string } | null;
}

/** What is asked about in a plan, where something is. */
export function PlanDoubts({ said, because = null }: PlanDoubtsProps) {
  const { t } = usePageWords(planTextWords);
  const words = t.planText.doubts;
  if (said.length === 0) return null;
  return (
    <Card id="plan-doubts" tone="warn" title={words.title}>
      {said.map((sentence) => (
        <Words key={sentence} live="polite">
          {sentence}
        </Words>
      ))}
      {because && <Words as="sub">{words.because(because)}</Words>}
    </Card>
  );
}
