import { type Fen, sumFen } from "@shared/domain/money";

export interface AmountChange {
  beforeFen: Fen;
  afterFen: Fen;
  /** The difference of the two rounded amounts, so that what a person sees adds up. */
  changeFen: Fen;
}

/** What more (or, below 0, less) of the base changes in an amount that is priced on the whole of it. */
export function amountChange(baseFen: Fen, moreFen: Fen, priceOf: (baseFen: Fen) => Fen): AmountChange {
  return changeBetween(priceOf(baseFen), priceOf(sumFen([baseFen, moreFen])));
}

export const changeBetween = (beforeFen: Fen, afterFen: Fen): AmountChange => ({
  beforeFen,
  afterFen,
  changeFen: sumFen([afterFen, 0 - beforeFen]),
});
