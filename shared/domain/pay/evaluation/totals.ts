import { fen, type Fen } from "../../money";

interface Parts {
  estimatedFen: Fen;
  earnedFen: Fen;
  payableFen: Fen;
  paidFen: Fen;
}

/** What lines come to, by state: a month's total, and the sum of a part of its lines. */
export function totalsOf(lines: readonly { amountFen: Fen; states: Parts }[]): Parts & { amountFen: Fen } {
  const totals = { amountFen: 0, estimatedFen: 0, earnedFen: 0, payableFen: 0, paidFen: 0 };
  for (const { amountFen, states } of lines) {
    totals.amountFen = fen(totals.amountFen + amountFen);
    totals.estimatedFen = fen(totals.estimatedFen + states.estimatedFen);
    totals.earnedFen = fen(totals.earnedFen + states.earnedFen);
    totals.payableFen = fen(totals.payableFen + states.payableFen);
    totals.paidFen = fen(totals.paidFen + states.paidFen);
  }
  return totals;
}
