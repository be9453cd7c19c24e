import { fenOfYuan } from "../../../money";
import { amountText } from "../../../moneyText";
import { measureCatalogue } from "../../facts/measures";
import { parseFormula, printEnglish } from "../../formula";
import { compare, decimal, exactOfFraction, isZero, zero } from "../../numbers/number";
import type { Language, Trace, TraceNode } from "../../types";
import { nameOf } from "./names";
import { edgesOf, exactOf, periodText, trueText, valueText } from "./valueText";
import type { Words } from "./words";

/** Why a line pays nothing, without a full stop; null where it pays. */
export function zeroSentence(trace: Trace, language: Language, words: Words): string | null {
  if (trace.amountFen !== 0) return null;
  const { none } = words;
  const { code, params } = trace.reason;
  const text = (key: string): string => String(params[key] ?? "");
  const named = (key: string): string => (language === "en" ? inEnglish(text(key), trace) : text(key));
  const isOfTeam = params.isOfTeam === 1;
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
        : none.zeroFactor(named("name"), askedText(trace.formula, text("table")) ?? text("valueText"), named("table"));
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
    case "settled.later": {
      const soFar = params.soFarFen === undefined ? null : amountText(Number(params.soFarFen));
      return none.settledLater(periodText(text("month"), language), soFar, isOfTeam);
    }
    case "settled.already":
      return none.settledAlready(amountText(Number(params.settledFen)), isOfTeam);
    case "pool.notMember":
      return none.poolNotMember(Number(params.days), Number(params.daysMin), params.isThereOnLastDay === 1);
    case "pool.noWeight":
      return none.poolNoWeight;
    case "tooLarge":
      return none.tooLarge;
    default:
      return roundedAway(trace, none) ?? none.zero;
  }
}

/** A name, or a part of a formula that stands for one. */
function inEnglish(name: string, { englishNames }: Trace): string {
  const known = englishNames[name] ?? measureCatalogue.find((measure) => measure.name === name)?.nameEn;
  if (known !== undefined) return known;
  try {
    return printEnglish(parseFormula(name), englishNames);
  } catch {
    // Not every name of a plan is one in a formula.
    return name;
  }
}

/** What a table was asked about, on its own side of the row's edges: the reason's own text knows none. */
function askedText(node: TraceNode | null, table: string): string | null {
  if (node === null || node.node === "leaf") return null;
  if (node.node === "choice") return askedText(node.chosen, table);
  const [subject] = node.parts;
  if (node.node === "call" && node.row?.table === table && subject) return valueText(subject.value, edgesOf(node.row));
  return node.parts.reduce<string | null>((found, part) => found ?? askedText(part, table), null);
}

/** Less than half a fen is something that was rounded, not nothing. */
function roundedAway({ formula, roundedFrom }: Trace, none: Words["none"]): string | null {
  const exact = roundedFrom === undefined ? formula && exactOf(formula.value) : exactOfFraction(roundedFrom);
  if (exact === null || isZero(exact) || fenOfYuan(exact) !== 0) return null;
  const text = trueText(exact, 4, [zero]);
  return none.rounded(`${compare(decimal(text), exact) === 0 ? "" : "≈"}${text}`);
}

/** What the names of the condition are now. */
function presentValues({ condition }: Trace, language: Language): string[] {
  const leaves = condition === null ? [] : leavesOf(condition);
  return leaves
    .filter((leaf) => leaf.source.kind !== "constant")
    .map((leaf) => `${nameOf(leaf, language) ?? ""} ${valueText(leaf.value)}`.trim());
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
