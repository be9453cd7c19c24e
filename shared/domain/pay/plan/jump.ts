import { type Fen, roundToFen, yuanOf } from "../../money";
import { type Exact, subtract, times } from "../numbers/number";

/** What the step at an edge changes in an amount that is priced on the whole of it: not 0 is a cliff (C10, C22, V042). */
export function factorJump(baseFen: Fen, below: Exact, at: Exact): { belowFen: Fen; atFen: Fen; jumpFen: Fen } {
  const [belowFen, atFen] = [below, at].map((factor) => roundToFen(times(yuanOf(baseFen), factor)));
  return { belowFen: belowFen ?? 0, atFen: atFen ?? 0, jumpFen: (atFen ?? 0) - (belowFen ?? 0) };
}

/** The same for an amount at the edge itself, which one rate or the next would price: one amount, rounded once (V089). */
export const rateJumpFen = (atFen: Fen, below: Exact, at: Exact): Fen =>
  roundToFen(times(yuanOf(atFen), subtract(at, below)));
