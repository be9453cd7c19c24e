/**
 * What the server asks about a sale, or tells of it. "repeated": whether it is an earlier one; "large": whether a sum above the company's
 * limit is meant, null where it does not say which that is; "decided": it has that sale already, or somebody has decided on it.
 */
export type SaleAsked =
  | { kind: "repeated"; saleId: string; submittedAt: string }
  | { kind: "large"; limitFen: number | null }
  | { kind: "decided" };

const decided = ["command.reused", "sale.alreadySubmitted", "sale.alreadyConfirmed", "sale.notSubmitted"];

/** Null where it is refused for something else. @param refusal the server's code, and its own words */
export function saleAskedBy({ code, details }: { code: string; details: Record<string, unknown> }): SaleAsked | null {
  if (code === "sale.maybeRepeated") {
    const { saleId, submittedAt } = (details.earlier ?? {}) as Record<string, unknown>;
    const isNamed = typeof saleId === "string" && typeof submittedAt === "string";
    return isNamed ? { kind: "repeated", saleId, submittedAt } : null;
  }
  if (code === "sale.amountLarge")
    return { kind: "large", limitFen: typeof details.limitFen === "number" ? details.limitFen : null };
  return decided.includes(code) ? { kind: "decided" } : null;
}
