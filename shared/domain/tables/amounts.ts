import {
  type Cell,
  halfWidth,
  isDateFormat,
  isError,
  isFormula,
  isNumber,
  plainNumber,
  saysNothing,
  trimmed,
  unwrapped,
} from "./cell";
import { held, read, type Reading, type TableNotice } from "./reading";

/** Above 1 亿 an amount is asked about rather than read. */
export const amountLimitFen = 100_000_000_00;

export interface AmountRules {
  /** How many digits the unit of the column moves the point: 4 where its heading says 万元. */
  unitDigits?: number;
  /** Whether 0.00 says something: a target of nothing does, a payment of nothing does not. */
  zero?: boolean;
}

const foreign =
  /[$€£₩₽]|USD|EUR|JPY|HKD|GBP|AUD|CAD|KRW|TWD|MOP|SGD|美元|欧元|英镑|日元|港币|港元|澳元|加元|韩元|台币/i;
const groups = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const plain = /^\d+(?:\.\d+)?$/;
const blankGroups = /^\d{1,3}(?: \d{3})+(?:\.\d+)?$/;
const han = /[\u2E80-\u9FFF\uF900-\uFAFF]/;

/** The fen of a cell; nothing is guessed and nothing rounded. */
export function readAmount(cell: Cell | undefined, rules: AmountRules = {}): Reading<number> {
  if (isError(cell)) return held("formula_error");
  if (isFormula(cell)) return held("formula_without_value");
  if (saysNothing(cell)) return held("amount_missing");
  if (isNumber(cell)) {
    if (isDateFormat(cell.format) || cell.format.includes("%")) return held("amount_not_a_number");
    const digits = plainNumber(cell.number);
    const inYuan = (rules.unitDigits ?? 0) > 0 && /[万亿]/.test(cell.format);
    const unitDigits = inYuan ? 0 : (rules.unitDigits ?? 0);
    return fenOf(digits.replace("-", ""), digits.startsWith("-"), unitDigits, rules, inYuan ? ["unit_by_format"] : []);
  }
  return typeof cell === "string" ? readAmountText(cell, rules) : held("amount_missing");
}

function readAmountText(cell: string, rules: AmountRules): Reading<number> {
  const text = trimmed(halfWidth(unwrapped(cell)).replace(/[\u2212\u2013]/g, "-")).replace(/^'/, "");
  if (text.startsWith("=")) return held("amount_formula");
  const parts =
    /^(\()?([-+])?\s*(?:(?:¥|CNY|RMB|人民币)\s*)?([-+])?\s*([\d., ]*\d)\s*([万亿])?\s*(?:元)?\s*(-)?(\))?$/i.exec(text);
  if (!parts) return held(reasonOf(text));
  const [, open, sign, innerSign, number = "", unit, behind, close] = parts;
  const minus = [sign, innerSign, behind].filter(Boolean);
  if ((open === undefined) !== (close === undefined)) return held("amount_with_note");
  if (minus.length + (open ? 1 : 0) > 1) return held("amount_not_a_number");
  const notices: TableNotice[] = unit ? ["unit_in_cell"] : [];
  if (blankGroups.test(number)) notices.push("grouped_by_blanks");
  else if (!groups.test(number) && !plain.test(number)) return held(reasonOf(number));
  const digits = number.replace(/[, ]/g, "");
  const unitDigits = unit ? (unit === "万" ? 4 : 8) : (rules.unitDigits ?? 0);
  return fenOf(digits, open !== undefined || minus.includes("-"), unitDigits, rules, notices);
}

/** Why a text is no amount: the first that says best what to mend. */
function reasonOf(text: string) {
  if (foreign.test(text)) return "amount_currency";
  if (/^[-+(¥]*\d+(?:\.\d+)?e[-+]?\d+\)?$/i.test(text)) return "amount_exponent";
  if (/^[-+(¥]*[\d.,]+[-)]?$/.test(text) && text.includes(",")) return "amount_decimal_comma";
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(text)) return "amount_ambiguous";
  const word = han.test(text) || /[()[\]]/.test(text) || /(?:^|\s)[a-z]{2,}(?:\s|$)/i.test(text);
  return word && /\d/.test(text) && !/^\(\s*[-+][\d.,]+\)$/.test(text) ? "amount_with_note" : "amount_not_a_number";
}

/** Moves the point by whole digits, so that nothing is computed that could be off by a tail. */
function fenOf(
  digits: string,
  negative: boolean,
  unitDigits: number,
  rules: AmountRules,
  notices: TableNotice[],
): Reading<number> {
  const [whole = "", places = ""] = digits.split(".");
  const moved = `${places.replace(/0+$/, "")}`.padEnd(unitDigits + 2, "0");
  if (moved.length > unitDigits + 2) return held("amount_decimals");
  const amount = `${whole}${moved}`.replace(/^0+(?=\d)/, "");
  if (amount.length > 13 || Number(amount) > amountLimitFen) return held("amount_above_limit");
  const fen = Number(amount);
  if (fen === 0 && !rules.zero) return held("amount_zero");
  return read(negative && fen !== 0 ? -fen : fen, ...notices);
}

/** An amount as a table has it, `-1350.00`. */
export const yuanText = (fen: number): string => {
  const digits = String(Math.abs(fen)).padStart(3, "0");
  return `${fen < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
