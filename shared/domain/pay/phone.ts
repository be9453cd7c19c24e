/**
 * What phones run of the engine: a month computed again, what a sale would bring, rules in words. What writes and checks plans is `check`,
 * and comes with the pages that do.
 */
export type * from "./types";
export { evaluate } from "./evaluation/evaluate";
export { verify } from "./evaluation/receipt";
export { type SaleGain, saleGains } from "./explanation/saleGains";
export { dueText, exampleText, kindText, poolText, ruleText, tableRows } from "./explanation/text";
export { type PlannedSale, plannedFact } from "./explanation/whatIf";
export { workedExample } from "./explanation/workedExample";
export { scoreCapOf } from "./plan/score";
export { unitLevelsOf } from "./plan/unitLevels";
