export type { Fairness, PayBand, UnequalPay } from "./fairness";
export { syntheticPopulation } from "./population";
export { type FairnessKind, fairnessKindsIn, type FairnessSignals, noSignals } from "./signals";
export {
  always,
  type Cost,
  type MemberResult,
  MonthTwice,
  type NearCliff,
  simulate,
  type SimulatedMonth,
  type Simulation,
  withDraft,
} from "./simulate";
export { giniOf, type Quantiles, quantilesOf } from "./spread";
export { type CorrectedMonth, type CorrectionEffect, correctionEffects, withVersion } from "./correctionEffects";
export { addSimulation, emptyTally, type SimulationSummary, type SimulationTally, summaryOf } from "./tally";
