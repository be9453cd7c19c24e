export type FormulaErrorCode =
  | "TOO_LONG"
  | "TOO_MANY_NODES"
  | "TOO_DEEP"
  | "TOO_LARGE"
  | "EMPTY"
  | "UNEXPECTED_CHARACTER"
  | "UNEXPECTED_TOKEN"
  | "UNEXPECTED_END"
  | "CHAINED_COMPARISON"
  | "UNKNOWN_NAME"
  | "UNKNOWN_FUNCTION"
  | "UNKNOWN_TABLE"
  | "ARGUMENT_COUNT"
  | "TABLE_EXPECTED"
  | "TABLE_MISUSED"
  | "NUMBER_EXPECTED"
  | "CONDITION_EXPECTED"
  | "PLACES_EXPECTED"
  | "UNIT_MISMATCH"
  | "MONEY_TIMES_MONEY"
  | "NOT_MONEY"
  | "NOT_CONDITION";

/** What is wrong with a formula, in Chinese, and where: the characters [from, to) of its text. */
export class FormulaError extends Error {
  constructor(
    readonly code: FormulaErrorCode,
    message: string,
    readonly from: number,
    readonly to: number,
  ) {
    super(message);
    this.name = "FormulaError";
  }
}
