import { percentText, ratioOf } from "@shared/domain/moneyText";
import { type PlanSlip, planSlips } from "@shared/domain/pay/check";
import { exactOfDecimal } from "@shared/domain/pay/numbers/number";
import type { Plan } from "@shared/domain/pay/phone";
import type { ShownFinding } from "@/features/plans/usePlans";
import { planTextWords } from "@/texts/areas/planText";
import { usePageWords } from "@/texts/pageWords";
import { Card, Words } from "@/ui";

/**
 * What is asked about in a plan, in words; the same for whoever writes it and whoever puts it in force.
 * @param findings of its check; none as long as there is no report
 */
export function useDoubtsSaid(rules: Plan | null, findings: readonly ShownFinding[]): string[] {
  const { t, f, language } = usePageWords(planTextWords);
  const words = t.planText.doubts;
  const findingSaid = useFindingSaid();
  const said = (slip: PlanSlip): string => {
    const name = language === "en" ? (slip.of.nameEn ?? slip.of.name) : slip.of.name;
    if (slip.code === "paysMuch") {
      const { saleFen, paysFen } = slip;
      const rate = percentText(ratioOf(paysFen, saleFen));
      return words.paysMuch({ name, sale: f.money(saleFen), pays: f.money(paysFen), rate });
    }
    const valueOf = (written: string) =>
      rules?.tables.some((table) => table.name === slip.of.name && table.by === "money")
        ? percentText(exactOfDecimal(written))
        : written;
    const { row, value, before } = slip;
    return words.tierFalls({ name, row: String(row + 1), value: valueOf(value), before: valueOf(before) });
  };
  const asked = findings.filter(({ severity }) => severity === "warns").flatMap(findingSaid);
  return rules ? [...planSlips(rules).map(said), ...asked] : [];
}

/** Nothing for what only a later version of the server finds. */
function useFindingSaid(): (finding: ShownFinding) => string[] {
  const { t, f, language } = usePageWords(planTextWords);
  const words = t.planText.findings;
  return ({ code, of, number, before, after }) => {
    if (!(code in words)) return [];
    const probe = ({ at, paysFen }: (typeof after)[number]) => words.probe({ at, pays: f.money(paysFen) });
    const sentence = words[code]({
      name: language === "en" ? (of.nameEn ?? of.name) : of.name,
      before: before.map(probe).join(words.and),
      after: after.map(probe).join(words.and),
      where: after.map(({ at }) => at).join(words.and),
      number: String(number ?? 0),
      needed: f.money(number ?? 0),
    });
    return [sentence];
  };
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

/** What else is told of a plan and asks for no reason, where something is. */
export function PlanFindings({ findings }: { findings: readonly ShownFinding[] }) {
  const { t } = usePageWords(planTextWords);
  const said = findings.filter(({ severity }) => severity === "informs").flatMap(useFindingSaid());
  if (said.length === 0) return null;
  return (
    <Card id="plan-findings" title={t.planText.findings.title}>
      {said.map((sentence) => (
        <Words key={sentence} as="sub">
          {sentence}
        </Words>
      ))}
    </Card>
  );
}
