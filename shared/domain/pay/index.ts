export type * from "./types";
export { canonicalJson } from "../canonicalJson";
export { hashOf } from "./hashOf";
export { creditsOf, houseAccountOf, inCreditOrder, isHouseAccount, refundCredits, type ShareHolder } from "./credits";
export { evaluate } from "./evaluate";
export { type ExampleResult, runExamples } from "./examples";
export { type FactorCrossing, type FactorStep, factorCrossing, nextTeamStep } from "./factorStep";
export { standingFacts } from "./factIndex";
export { increment } from "./increment";
export {
  type AccountBalance,
  accountBalances,
  bookSums,
  emptyStatement,
  journalOfDifference,
  postingsOfDifference,
  statementBalances,
} from "./journal";
export { type Edge, edgeOf } from "./nearestEdge";
export { type Exact, exactOfDecimal, ratioOf } from "./number";
export { type PlanDoubt, planDoubts } from "./planDoubts";
export type { PlanFault } from "./planFault";
export { planFaults } from "./planFaults";
export { type PlanNumber, planNumbers, withNumbers, withOneExample, withRowCount } from "./planNumbers";
export { receiptOf, type Verification, verify } from "./receipt";
export { type MonthWithSale, type SaleGain, saleGains } from "./saleGains";
export {
  dueText,
  exampleText,
  formulaOf,
  formulaText,
  kindText,
  ruleText,
  type SentenceNames,
  sentenceOf,
  tableRows,
} from "./text";
export { samePlace } from "./segments";
export { scoreCapOf } from "./score";
export { type TakenBack, takenBackVisits } from "./takenBack";
export { traceOf, tracesOf } from "./trace";
export { versionsFor } from "./segments";
export { eventLevelsOf, unitLevels, unitLevelsOf } from "./unitLevels";
export {
  bestWayToTarget,
  payIfSold,
  payIfUnitSold,
  type PlannedSale,
  plannedFact,
  raisedByFacts,
  type UnitPath,
  type WayToTarget,
} from "./whatIf";
