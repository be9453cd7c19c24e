import { type Plan, type PlanDoubt, shownProbes } from "@shared/domain/pay";
import type { ServerTexts } from "../../texts";

/** What is asked about in a plan, as a sentence that says how it is answered. */
export const doubtText = (doubt: PlanDoubt, plan: Plan, texts: ServerTexts): string =>
  texts.planFaults.ask({ sentence: sentenceOf(doubt, plan, texts) });

function sentenceOf(doubt: PlanDoubt, plan: Plan, { planFaults: t, language }: ServerTexts): string {
  const name = language === "en" ? (doubt.of.nameEn ?? doubt.of.name) : doubt.of.name;
  if (doubt.code === "paysMuch") return t.paysMuch({ name, saleFen: doubt.saleFen, paysFen: doubt.paysFen });
  if (doubt.code === "tierFalls") return t.tierFalls({ name, row: doubt.row + 1 });
  const { before, after } = shownProbes(doubt, plan, language);
  return t.findings.of[doubt.code]({
    name,
    before: t.findings.joined(before.map(t.findings.probe)),
    after: t.findings.joined(after.map(t.findings.probe)),
    where: t.findings.joined(after.map(({ at }) => at)),
    number: doubt.number ?? 0,
  });
}
