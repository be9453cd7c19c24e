import { type Fen, SharesRefused, split } from "../../money";
import { compare, decimalText, exactOfDecimal, sumOf, zero } from "../numbers/number";
import type { Credit, Role } from "../types";

/** Who has which share of a fact in which role. The shares of one role add up to 1. */
export interface ShareHolder {
  memberId: string;
  role: Role;
  share: string;
  teamId: string | null;
}

const housePrefix = "house:";

/** Whose sales are that nobody owns: counted for the unit, paid to nobody (公司户). No member id holds a colon. */
export const houseAccountOf = (unitId: string): string => `${housePrefix}${unitId}`;

export const isHouseAccount = (memberId: string): boolean => memberId.startsWith(housePrefix);

/**
 * Holders in the order in which what is left over goes round: owners first; of one role the larger part first, then by member
 * id, whatever the order they come in.
 */
export function inCreditOrder(holders: readonly ShareHolder[]): ShareHolder[] {
  const size = ({ share }: ShareHolder) => exactOfDecimal(share) ?? zero;
  return [...holders].sort(
    (a, b) => compareText(roleKey(a), roleKey(b)) || compare(size(b), size(a)) || compareText(a.memberId, b.memberId),
  );
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** Before every other role comes the owner. */
const roleKey = ({ role }: ShareHolder): string => (role === "owner" ? "" : role);

/**
 * The credits of a fact: in each role its amount by shares, in the order of the holders. Fixed on the fact's day. Somebody who
 * holds several shares of one role holds their sum.
 * @throws SharesRefused where the shares of a role do not add up to exactly 1, or one is below 0
 */
export function creditsOf(amountFen: Fen, holders: readonly ShareHolder[]): Credit[] {
  const single = joined(holders);
  const parts = partsByRole(amountFen, single);
  return single.map((holder, index) => ({ ...holder, fen: parts[index] ?? 0 }));
}

function joined(holders: readonly ShareHolder[]): ShareHolder[] {
  const byHolder = new Map<string, ShareHolder>();
  for (const holder of holders) {
    const key = `${holder.role} ${holder.memberId}`;
    const known = byHolder.get(key);
    byHolder.set(key, known ? { ...known, share: sumOfShares(known.share, holder.share) } : { ...holder });
  }
  return [...byHolder.values()];
}

function sumOfShares(a: string, b: string): string {
  const [first, second] = [exactOfDecimal(a), exactOfDecimal(b)];
  const sum = first && second && decimalText(sumOf([first, second]));
  if (sum === null) throw new SharesRefused();
  return sum;
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
