export { type ExampleResult, runExamples } from "./examples";
export {
  type CheckReport,
  checkFurther,
  checkStepCount,
  type Finding,
  type FindingCode,
  findingCodes,
  isAsked,
  noCheck,
  planReport,
  shownProbes,
  type ShownProbe,
} from "./findings";
export { type PlanDoubt, planDoubts, type PlanSlip, planSlips } from "./planDoubts";
export type { PlanFault } from "./planFault";
export { planFaults } from "./planFaults";
export { type PlanNumber, planNumbers, withNumbers, withOneExample, withRowCount } from "./planNumbers";
