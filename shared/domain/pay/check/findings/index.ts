export {
  type AskedFinding,
  type Finding,
  type FindingCode,
  findingCodes,
  isAsked,
  type Named,
  namesOf,
  type Probe,
  type Witness,
} from "./finding";
export { type CheckReport, checkFurther, checkStepCount, noCheck, planReport } from "./report";
export { shownProbes, type ShownProbe } from "./shown";
