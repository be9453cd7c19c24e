import type { Large } from "./sale";

/**
 * What the server asks about a sale, or tells of it. "repeated": whether it is an earlier one; "large": whether a sum is meant, null
 * where it does not say more than what it is; "decided": it has that sale already, or somebody has decided on it.
 */
export type SaleAsked =
  | { kind: "repeated"; saleId: string; submittedAt: string }
  | { kind: "large"; large: Large | null }
  | { kind: "decided" };

type Details = Record<string, unknown>;

const questions = new Map<string, (details: Details) => SaleAsked | null>([
  [
    "sale.maybeRepeated",
    (details) => {
      const { saleId, submittedAt } = (details.earlier ?? {}) as Details;
      const isNamed = typeof saleId === "string" && typeof submittedAt === "string";
      return isNamed ? { kind: "repeated", saleId, submittedAt } : null;
    },
  ],
  ["sale.amountLarge", (details) => ({ kind: "large", large: largeOf(details) })],
]);

const known = ["limit", "largest", "target"] as const;

function largeOf({ large, limitFen }: Details): Large | null {
  const { than, fen } = (large ?? {}) as Details;
  const by = known.find((one) => one === than);
  if (by && typeof fen === "number") return { than: by, fen };
  // Kept on a phone since the limit was all that a sum was measured by.
  return typeof limitFen === "number" && large === undefined ? { than: "limit", fen: limitFen } : null;
}

const decided = ["command.reused", "sale.alreadySubmitted", "sale.alreadyConfirmed", "sale.notSubmitted"];

/**
 * Refusals that ask something: the command is done once its person has answered. Nothing is wrong with it, and nobody else has to look
 * into it.
 */
export const isQuestion = (code: string): boolean => questions.has(code);

/** Null where it is refused for something else. @param refusal the server's code, and its own words */
export function saleAskedBy({ code, details }: { code: string; details: Details }): SaleAsked | null {
  const question = questions.get(code);
  if (question) return question(details);
  return decided.includes(code) ? { kind: "decided" } : null;
}
