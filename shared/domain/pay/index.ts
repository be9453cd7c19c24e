/** What the server imports, and what the README says to call; the parts of the engine import one another by their files. */
export type * from "./types";
export { canonicalJson } from "../canonicalJson";
export {
  type CheckReport,
  checkFurther,
  checkStepCount,
  type Finding,
  isAsked,
  noCheck,
  type PlanDoubt,
  planDoubts,
  type PlanFault,
  planFaults,
  planReport,
  runExamples,
  shownProbes,
} from "./check";
export { hashOf } from "./evaluation/hashOf";
export { creditsOf, houseAccountOf, inCreditOrder, isHouseAccount, type ShareHolder } from "./facts/credits";
export { evaluate } from "./evaluation/evaluate";
export { onceComponents, onceGiven, type PaidOnce, paidOnceFor } from "./evaluation/usedOnce";
export { type FactorStep, factorCrossing, nextTeamStep } from "./explanation/factorStep";
export { standingFacts } from "./facts/factIndex";
export { changesByComponent, explainDifference, explainReleased } from "./explanation/difference";
export { type MonthBook } from "./explanation/exchange";
export { increment } from "./explanation/increment";
export {
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
export { layersOf, middleLayer } from "./facts/layers";
export { receiptOf, verify } from "./evaluation/receipt";
export { saleGains } from "./explanation/saleGains";
export { formulaOf, formulaText, ruleText, sentenceOf, tableRows } from "./explanation/text";
export { divideTeam } from "./evaluation/teamPools";
export { resolvePlan } from "./plan/inherit";
export { workedExample } from "./explanation/workedExample";
export { type TakenBack, takenBackVisits } from "./explanation/takenBack";
export { traceOf, tracesOf } from "./explanation/trace";
export { versionsFor } from "./plan/segments";
export { eventLevelsOf, unitLevels, unitLevelsOf } from "./plan/unitLevels";
export { bestWayToTarget, type NextBest, nextBest, type Standing, type WayToTarget } from "./explanation/nextBest";
export { payIf, plannedBook, raisedByFacts, type UnitPath } from "./explanation/whatIf";
