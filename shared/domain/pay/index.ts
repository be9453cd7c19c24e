export type * from "./types";
export { canonicalJson } from "../canonicalJson";
export * from "./check";
export { hashOf } from "./evaluation/hashOf";
export {
  creditsOf,
  houseAccountOf,
  inCreditOrder,
  isHouseAccount,
  refundCredits,
  type ShareHolder,
} from "./facts/credits";
export { evaluate } from "./evaluation/evaluate";
export { onceComponents, onceGiven, type PaidOnce, paidOnceFor } from "./evaluation/usedOnce";
export { type FactorCrossing, type FactorStep, factorCrossing, nextTeamStep } from "./explanation/factorStep";
export { standingFacts } from "./facts/factIndex";
export {
  changesByComponent,
  type ComponentChange,
  type DifferencePart,
  explainDifference,
  explainReleased,
} from "./explanation/difference";
export { type DifferenceCause, differenceCauses, type MonthBook } from "./explanation/exchange";
export { increment } from "./explanation/increment";
export {
  type AccountBalance,
  accountBalances,
  bookSums,
  emptyStatement,
  journalOfDifference,
  postingsOfDifference,
  statementBalances,
} from "./release/journal";
export {
  type AskedLayer,
  type AskedMonth,
  givenOfMonth,
  layersAsked,
  otherMonthsAsked,
  otherTargetsAsked,
} from "./evaluation/otherMonths";
export { type LayerResult, layersOf, middleLayer } from "./facts/layers";
export { receiptOf, type Verification, verify } from "./evaluation/receipt";
export { type MonthWithSale, type SaleGain, saleGains } from "./explanation/saleGains";
export {
  dueText,
  exampleText,
  formulaOf,
  formulaText,
  kindText,
  poolText,
  ruleText,
  type SentenceNames,
  sentenceOf,
  tableRows,
} from "./explanation/text";
export { divideTeam, type TeamDivision } from "./evaluation/teamPools";
export { resolvePlan } from "./plan/inherit";
export { type WorkedExample, workedExample } from "./explanation/workedExample";
export { scoreCapOf } from "./plan/score";
export { type TakenBack, takenBackVisits } from "./explanation/takenBack";
export { traceOf, tracesOf } from "./explanation/trace";
export { versionsFor } from "./plan/segments";
export { eventLevelsOf, unitLevels, unitLevelsOf } from "./plan/unitLevels";
export { bestWayToTarget, type NextBest, nextBest, type Standing, type WayToTarget } from "./explanation/nextBest";
export {
  payIf,
  type Planned,
  plannedBook,
  plannedFact,
  type PlannedSale,
  raisedByFacts,
  type UnitPath,
} from "./explanation/whatIf";
