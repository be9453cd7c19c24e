import type { AnswerOf } from "@shared/contracts";
import {
  evaluate,
  type Language,
  type PlannedSale,
  plannedFact,
  type Receipt,
  type SaleGain,
  saleGains,
  unitLevelsOf,
} from "@shared/domain/pay/phone";

/** What a phone cannot know by itself: whose customer it is, whether the order is the first one, what it does to the units' results. */
export type LeftOut = "shares" | "firstOrder" | "units";

/** What a sale would bring, line by line: the month with it less the month without it. */
export interface SalePreview {
  gains: SaleGain[];
  /** By the server, everything counted, as the message after the confirmation says it; null: computed on this phone alone. */
  answer: AnswerOf<"sales.preview"> | null;
  leftOut: LeftOut[];
}

/** The server's word, in the form that the page shows. */
export const previewAnswered = (answer: AnswerOf<"sales.preview">): SalePreview => ({
  gains: answer.gains,
  answer,
  leftOut: [],
});

/**
 * The same on this phone, by the server's own engine: for the moments before the server has answered, and without a network.
 * @returns null where this phone cannot compute the plan
 */
export function previewOf(receipt: Receipt, sale: Omit<PlannedSale, "teamId">, language: Language): SalePreview | null {
  const { assignments, book } = receipt;
  const fact = plannedFact(book, { ...sale, teamId: assignments[0]?.teamId ?? null });
  const bookWith = { ...book, facts: [...book.facts, fact] };
  const before = evaluate(assignments, book);
  const after = evaluate(assignments, bookWith);
  if (after.exceptions.some(({ code }) => code === "formula.invalid" || code === "tooLarge")) return null;
  const gains = saleGains({ assignments, before, after, book: bookWith }, [fact.id], language);
  return { gains, answer: null, leftOut: leftOutOf(receipt) };
}

function leftOutOf({ assignments }: Receipt): LeftOut[] {
  const plans = assignments.flatMap(({ versions }) => versions);
  const paysFirstOrders = plans.some(({ components, inputs }) =>
    [
      ...components.map((one) => ("on" in one ? one.on : "")),
      ...inputs.map((one) => ("code" in one ? one.code : "")),
    ].some((what) => what === "newCustomer" || what === "customers.new"),
  );
  const usesUnits = plans.some((plan) => unitLevelsOf(plan).size > 0);
  return [
    "shares" as const,
    ...(paysFirstOrders ? ["firstOrder" as const] : []),
    ...(usesUnits ? ["units" as const] : []),
  ];
}
