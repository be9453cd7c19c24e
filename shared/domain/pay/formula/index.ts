export type { FormulaNode } from "./ast";
export { byDays, type DayPower } from "./byDays";
export { calculate } from "./calculate";
export { checkFormula, type Scope, type Wanted } from "./check";
export {
  type Environment,
  evaluateCondition,
  evaluateFormula,
  evaluateNumber,
  type FormulaRecord,
  type FormulaValue,
} from "./evaluate";
export { FormulaError, type FormulaErrorCode } from "./formulaError";
export { aliasOf, functionNamed, isBandFunction } from "./functions";
export { childrenOf, namesIn } from "./names";
export { formulaLimits, parseFormula } from "./parse";
export { bindingOf, type Phrase, printEnglish, printFormula, printInWords } from "./print";
export { isMissing, type Missing, type MissingWhy, type Quantity } from "./value";
