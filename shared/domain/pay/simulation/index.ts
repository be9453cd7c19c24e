export type { Fairness, UnequalPay } from "./fairness";
export { MonthTwice, simulate, type SimulatedMonth, type Simulation, withDraft } from "./simulate";
export { giniOf, type Quantiles, quantilesOf } from "./spread";
export { type CorrectedMonth, type CorrectionEffect, correctionEffects, withVersion } from "./correctionEffects";
