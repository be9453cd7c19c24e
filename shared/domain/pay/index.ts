export type * from "./types";
export { canonicalJson, hashOf } from "./canonical";
export { evaluate } from "./evaluate";
export { type ExampleResult, failedExamples, runExamples } from "./examples";
export { increment } from "./increment";
export { bookSums, journalOfDifference } from "./journal";
export { type Exact, exactOfDecimal, ratioOf } from "./number";
export { type PlanFault, planFaults } from "./planFaults";
export { receiptOf, type Verification, verify } from "./receipt";
