import { type Fen, sumFen } from "../../money";
import { type Draft, withoutPay } from "./draft";
import type { StackingRule } from "../types";

/**
 * Lets the components of a rule pay as its policy says, comparing the sums of their rounded amounts in the whole month. What loses stays
 * as lines of 0 that name the winner.
 */
export function applyStacking(rule: StackingRule, drafts: readonly Draft[]): void {
  if (rule.policy === "sum") return;
  const sums = rule.components.map((code) => ({ code, fen: sumOfComponent(code, drafts) }));
  const winner = rule.policy === "first" ? sums.find(({ fen }) => fen !== 0) : best(sums);
  if (winner === undefined) return;
  const winnerName = drafts.find((draft) => codeOf(draft) === winner.code)?.compiled.component.name ?? winner.code;
  for (const draft of drafts) {
    if (codeOf(draft) === winner.code || !rule.components.includes(codeOf(draft)) || draft.wholeFen === 0) continue;
    withoutPay(
      draft,
      { code: "stacking.lost", params: { rule: rule.name, winner: winnerName, wholeFen: draft.wholeFen } },
      "stacking",
    );
  }
}

/** The larger sum; of equal ones the first listed. */
function best(sums: { code: string; fen: Fen }[]): { code: string; fen: Fen } | undefined {
  return sums.reduce<{ code: string; fen: Fen } | undefined>(
    (top, next) => (top === undefined || next.fen > top.fen ? next : top),
    undefined,
  );
}

const codeOf = (draft: Draft): string => draft.compiled.component.code;

const sumOfComponent = (code: string, drafts: readonly Draft[]): Fen =>
  sumFen(drafts.filter((draft) => codeOf(draft) === code).map((draft) => draft.wholeFen));
