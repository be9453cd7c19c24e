import { useMemo } from "react";
import { percentText, ratioOf } from "@shared/domain/moneyText";
import { type Finding, type PlanDoubt, planDoubts, planReport, shownProbes } from "@shared/domain/pay/check";
import { exactOfDecimal } from "@shared/domain/pay/numbers/number";
import type { Plan } from "@shared/domain/pay/phone";
import { planTextWords } from "@/texts/areas/planText";
import { usePageWords } from "@/texts/pageWords";
import { Card, Words } from "@/ui";

/** What is asked about in a plan, in words; the same for whoever writes it and whoever puts it in force. */
export function useDoubtsSaid(rules: Plan | null, findings: readonly Finding[]): string[] {
  const { t, f, language } = usePageWords(planTextWords);
  const words = t.planText.doubts;
  const findingSaid = useFindingSaid(rules);
  const said = (doubt: PlanDoubt): string => {
    const name = language === "en" ? (doubt.of.nameEn ?? doubt.of.name) : doubt.of.name;
    if (doubt.code === "paysMuch") {
      const { saleFen, paysFen } = doubt;
      const rate = percentText(ratioOf(paysFen, saleFen));
      return words.paysMuch({ name, sale: f.money(saleFen), pays: f.money(paysFen), rate });
    }
    if (doubt.code !== "tierFalls") return findingSaid(doubt);
    const valueOf = (written: string) =>
      rules?.tables.some((table) => table.name === doubt.of.name && table.by === "money")
        ? percentText(exactOfDecimal(written))
        : written;
    const { row, value, before } = doubt;
    return words.tierFalls({ name, row: String(row + 1), value: valueOf(value), before: valueOf(before) });
  };
  return rules ? planDoubts(rules, findings).map(said) : [];
}

/** What is told of a plan, and asks for no reason. */
const useFindingsSaid = (rules: Plan | null, findings: readonly Finding[]): string[] =>
  findings.filter(({ severity }) => severity === "informs").map(useFindingSaid(rules));

/** What is found in a plan; it is not looked for again as long as nothing is typed. */
export const useFindings = (rules: Plan | null): readonly Finding[] =>
  useMemo(() => (rules ? planReport(rules).findings : []), [rules]);

function useFindingSaid(rules: Plan | null): (finding: Finding) => string {
  const { t, f, language } = usePageWords(planTextWords);
  const words = t.planText.findings;
  return (finding) => {
    const { code, of, number = 0 } = finding;
    const { before, after } = rules ? shownProbes(finding, rules, language) : { before: [], after: [] };
    const probe = ({ at, paysFen }: (typeof after)[number]) => words.probe({ at, pays: f.money(paysFen) });
    return words[code]({
      name: language === "en" ? (of.nameEn ?? of.name) : of.name,
      before: before.map(probe).join(words.and),
      after: after.map(probe).join(words.and),
      where: after.map(({ at }) => at).join(words.and),
      number: String(number),
      needed: f.money(number),
    });
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

/** What else is told of a plan, where something is. */
export function PlanFindings({ rules, findings }: { rules: Plan; findings: readonly Finding[] }) {
  const { t } = usePageWords(planTextWords);
  const said = useFindingsSaid(rules, findings);
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
