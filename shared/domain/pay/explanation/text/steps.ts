import { fenOfYuan, yuanOf } from "../../../money";
import { decimal, divide, type Exact, times } from "../../numbers/number";
import { amountText, grouped } from "../../../moneyText";
import type { Language, Trace, TraceStep } from "../../types";

/**
 * The steps as they are read, each of which computes: the rounding where what follows would come out otherwise without it, and the fen by
 * which a part differs from its share because all parts together give the whole.
 */
export function stepsRead({ steps }: Pick<Trace, "steps">): TraceStep[] {
  return steps.flatMap((step, at): TraceStep[] => {
    if (step.step === "round") return steps.slice(at + 1).some(dependsOnRounding) ? [step] : [];
    const shareFen = shareOf(step);
    if (shareFen === null || shareFen === step.toFen) return [step];
    // Half a fen is a whole one up to here: less that one it is nothing, and no half below 0.
    const half: TraceStep[] = step.toFen === 0 ? [{ step: "round", fromFen: null, toFen: shareFen, params: {} }] : [];
    return [step, ...half, { step: "remainder", fromFen: shareFen, toFen: step.toFen, params: { of: step.step } }];
  });
}

/** Whole fen more or less are the same before a rounding and after it, as long as the sign stays. */
const dependsOnRounding = ({ step, fromFen, toFen }: TraceStep): boolean =>
  step === "remainder" || step === "settled"
    ? (fromFen ?? 0) * toFen <= 0
    : step !== "stacking" && step !== "cap" && step !== "floor" && step !== "later";

function shareOf({ step, fromFen, params }: TraceStep): number | null {
  if (step === "pool" && params.by === "each") return null;
  const share =
    step === "split"
      ? decimal(String(params.share))
      : step === "allocation" || step === "pool"
        ? weightOf(params)
        : null;
  return share === null || fromFen === null ? null : fenOfYuan(times(yuanOf(fromFen), share));
}

const weightOf = ({ weight, total }: TraceStep["params"]): Exact | null =>
  divide(decimal(String(weight)), decimal(String(total)));

/** A weight of an allocation: money, or how many. */
export const isCounted = ({ params }: TraceStep): boolean => params.unit === "count";

export const weightText = (step: TraceStep, name: "weight" | "total"): string =>
  isCounted(step) ? grouped(String(step.params[name])) : amountText(Number(step.params[name]));

/** What a line is divided by, in the reader's words. */
export function basisName({ params }: TraceStep, { englishNames }: Trace, language: Language): string {
  const name = String(params.basis);
  return language === "en" ? (englishNames[name] ?? name) : name;
}
