import { type Fen, split } from "../money";
import type { Credit, Role } from "./types";

/** Who has which share of a fact in which role. The shares of one role add up to 1. */
export interface ShareHolder {
  memberId: string;
  role: Role;
  share: string;
  teamId: string | null;
}

/**
 * The credits of a fact: in each role its amount by shares, in the order listed (owner first, then by member id). Fixed on the fact's day.
 * Shares that do not add up to 1 within a role are refused.
 */
export function creditsOf(amountFen: Fen, holders: readonly ShareHolder[]): Credit[] {
  const parts = partsByRole(amountFen, holders);
  return holders.map((holder, index) => ({ ...holder, fen: parts[index] ?? 0 }));
}

/**
 * The credits of one more refund of a sale: what everybody loses of all refunds including this one, less what of those before. So refunds in
 * any number of parts take back to the fen what the sale gave.
 * @param refundedBeforeFen of at least 0
 * @param refundFen above 0; together at most the sale
 */
export function refundCredits(sale: readonly Credit[], refundedBeforeFen: Fen, refundFen: Fen): Credit[] {
  const before = partsByRole(0 - refundedBeforeFen, sale);
  const after = partsByRole(0 - (refundedBeforeFen + refundFen), sale);
  return sale.map((credit, index) => ({ ...credit, fen: (after[index] ?? 0) - (before[index] ?? 0) + 0 }));
}

function partsByRole(amountFen: Fen, holders: readonly { role: Role; share: string }[]): Fen[] {
  const parts = holders.map(() => 0);
  for (const role of new Set(holders.map((holder) => holder.role))) {
    const indexes = holders.flatMap((holder, index) => (holder.role === role ? [index] : []));
    const shared = split(
      amountFen,
      indexes.map((index) => holders[index]?.share ?? "0"),
    );
    indexes.forEach((index, at) => (parts[index] = shared[at] ?? 0));
  }
  return parts;
}
