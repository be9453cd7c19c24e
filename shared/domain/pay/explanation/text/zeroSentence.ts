import type { Language, Trace, TraceNode } from "../../types";
import { nameOf } from "./names";
import { exactOf, valueText } from "./valueText";
import type { Words } from "./words";

/** Why a line pays nothing, without a full stop; null where it pays. */
export function zeroSentence(trace: Trace, language: Language, words: Words): string | null {
  if (trace.amountFen !== 0) return null;
  const { none } = words;
  const { code, params } = trace.reason;
  const text = (key: string): string => String(params[key] ?? "");
  const named = (key: string): string => (language === "en" ? (trace.englishNames[text(key)] ?? text(key)) : text(key));
  switch (code) {
    case "condition.notMet":
      return none.conditionNotMet(
        trace.conditionText?.[language] ?? "",
        presentValues(trace, language).join(words.listed),
      );
    case "condition.undefined":
      return none.conditionUndefined(named("name"));
    case "undefined":
      if (params.why === "noTarget") return none.noTarget(named("name"));
      return params.why === "divisionByZero" ? none.divisionByZero(named("name")) : none.notGiven(named("name"));
    case "factor.zero":
      return params.table === undefined
        ? none.zeroValue(named("name"))
        : none.zeroFactor(named("name"), text("valueText"), named("table"));
    case "refunded.whole":
      return none.refundedWhole;
    case "oncePer.alreadyPaid":
      return params.per === "sale" ? none.onceSale : none.onceCustomer;
    case "grant.pending":
      return none.grantPending;
    case "grant.refused":
      return none.grantRefused(text("why"));
    case "stacking.lost":
      return none.stackingLost(text("winner"));
    case "tooLarge":
      return none.tooLarge;
    default:
      return none.zero;
  }
}

/** What the names of the condition are now. */
function presentValues({ condition }: Trace, language: Language): string[] {
  const leaves = condition === null ? [] : leavesOf(condition);
  const edges = leaves.flatMap((leaf) => (leaf.source.kind === "constant" ? (exactOf(leaf.value) ?? []) : []));
  return leaves
    .filter((leaf) => leaf.source.kind !== "constant")
    .map((leaf) => `${nameOf(leaf, language) ?? ""} ${valueText(leaf.value, edges)}`.trim());
}

function leavesOf(node: TraceNode): (TraceNode & { node: "leaf" })[] {
  switch (node.node) {
    case "leaf":
      return [node];
    case "choice":
      return leavesOf(node.chosen);
    default:
      return node.parts.flatMap(leavesOf);
  }
}
