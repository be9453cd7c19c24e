import type { Period } from "../../time";
import type { FactIndex } from "./factIndex";
import { mergedRatio, quotientOf } from "./ratioParts";
import { decimal, type Exact, sumOf } from "../numbers/number";
import type { RatioParts, Subject, Unit, ValueFact } from "../types";

export interface ImportedValue {
  /** null: of several that cannot be made one. */
  value: Exact | null;
  ratio?: RatioParts;
  facts: ValueFact[];
}

/** Units whose values add up: what several partners, shops or months come to. */
export const addsUp = (unit: Unit): boolean => unit === "money" || unit === "count" || unit === "days";

/**
 * What imports say of the member, or of the member's partners or shops; null where they say nothing. Of each of them the newest counts. Several
 * ratios are divided anew from both their numbers, and without these they are not made one.
 */
export function importedValue(
  wanted: { code: string; of: Subject; period: Period; set?: string; unit: Unit },
  index: FactIndex,
): ImportedValue | null {
  const facts = newestOfEach(
    (index.byKind.get("value") ?? []).filter(
      (fact): fact is ValueFact =>
        fact.kind === "value" &&
        fact.code === wanted.code &&
        fact.of === wanted.of &&
        fact.period === wanted.period &&
        (fact.of !== "member" || fact.subjectId === index.memberId) &&
        (wanted.set === undefined || fact.sets?.includes(wanted.set) === true),
    ),
  );
  if (facts.length === 0) return null;
  const ratio = mergedRatio(facts.flatMap((fact) => fact.ratio ?? []));
  if (ratio !== null && facts.every((fact) => fact.ratio !== undefined))
    return { value: quotientOf(ratio), ratio, facts };
  const values = facts.map((fact) => decimal(fact.decimal));
  return { value: values.length > 1 && !addsUp(wanted.unit) ? null : sumOf(values), facts };
}

function newestOfEach(facts: readonly ValueFact[]): ValueFact[] {
  const newest = new Map<string, ValueFact>();
  for (const fact of facts) {
    const known = newest.get(fact.subjectId);
    if (known === undefined || isLater(fact, known)) newest.set(fact.subjectId, fact);
  }
  return [...newest.values()];
}

const isLater = (one: ValueFact, other: ValueFact): boolean =>
  one.recordedAt === other.recordedAt ? one.id > other.id : one.recordedAt > other.recordedAt;
