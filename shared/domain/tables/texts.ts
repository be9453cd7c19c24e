import { hasInvisible, withoutInvisible } from "../invisible";
import {
  type Cell,
  halfWidth,
  isDateFormat,
  isError,
  isFormula,
  isNumber,
  plainNumber,
  saysNothing,
  textOfNumber,
  trimmed,
  unwrapped,
} from "./cell";
import { restored } from "./neutralised";
import { held, read, type Reading } from "./reading";

const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFD]/;
const directions = /[\u202A-\u202E\u2066-\u2069]/g;

/**
 * A text letter for letter: blanks and what nobody sees around and inside it are gone, and nothing else is. What looks like a formula is text
 * like any other; null where the cell says nothing.
 */
export function readText(cell: Cell | undefined, maxLength: number): Reading<string | null> {
  if (isError(cell)) return held("formula_error");
  if (isFormula(cell)) return held("formula_without_value");
  if (saysNothing(cell)) return read(null);
  const raw = isNumber(cell) ? textOfNumber(cell) : (cell as string);
  if (controls.test(raw)) return held("control_character");
  // What was neutralised on its way out is what it was.
  const straight = restored(raw).replace(directions, "");
  const text = trimmed(withoutInvisible(unwrapped(straight).replace(/\r\n?/g, "\n")));
  if (Array.from(text).length > maxLength) return held("too_long");
  return straight === restored(raw) ? read(text) : read(text, "direction_mark");
}

/** The same on one line: a line break or a wide blank inside is one blank. */
export function readLine(cell: Cell | undefined, maxLength: number): Reading<string | null> {
  const reading = readText(cell, maxLength);
  if (!("value" in reading) || reading.value === null) return reading;
  const { value, notices } = reading;
  // Between Chinese characters a break was made by the width of the cell.
  const joined = value.replace(/([\u2E80-\u9FFF])\s*\n\s*([\u2E80-\u9FFF])/g, "$1$2").replace(/[\n\t\u3000]+/g, " ");
  return read(joined, ...notices);
}

/** What is compared of a name: no blanks, no width, no case; letters of different alphabets stay different. */
export const comparedName = (name: string): string =>
  withoutInvisible(name).normalize("NFKC").replace(/\s+/g, "").toLowerCase();

/** Whether two names differ only in what nobody sees. */
export const isSameWritten = (a: string, b: string): boolean => comparedName(a) === comparedName(b);

export const holdsInvisible = (text: string): boolean => hasInvisible(text);

/** `4.00000202603E+17`: what a spreadsheet program leaves of a long number. */
const exponent = /^[+-]?\d(?:\.\d+)?e\+?\d{1,3}$/i;
const becameDate =
  /^\d{1,2}月\d{1,2}日$|^\d{1,2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)$|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)-\d{2}$/i;

/** A number that names something, as text: zeros in front are kept, and one that has lost digits is no name any more. */
export function readId(cell: Cell | undefined, maxLength = 100): Reading<string> {
  if (isNumber(cell)) {
    if (isDateFormat(cell.format)) return held("id_became_date");
    const plain = plainNumber(cell.number);
    if (plain.replace(/\D/g, "").length > 15) return held("id_digits_lost");
    return read(textOfNumber(cell));
  }
  const reading = readLine(cell, maxLength);
  if (!("value" in reading)) return reading;
  const id = trimmed(halfWidth((reading.value ?? "").replace(/^'/, "")));
  if (id === "") return held("id_missing");
  if (exponent.test(id)) return held("id_digits_lost");
  if (becameDate.test(id)) return held("id_became_date");
  return read(id, ...reading.notices);
}

/** A phone number as digits without blanks and dashes; a Chinese one without its country code. Null where there is none. */
export function readPhone(cell: Cell | undefined): Reading<string | null> {
  if (isNumber(cell)) {
    const plain = plainNumber(cell.number);
    return /^\d{1,15}$/.test(plain) ? read(plain) : held("phone_digits_lost");
  }
  const reading = readText(cell, 60);
  if (!("value" in reading) || reading.value === null) return reading;
  const text = halfWidth(reading.value).replace(/^'/, "");
  if (exponent.test(text)) return held("phone_digits_lost");
  const numbers = text.split(/[、,;/\n|]|\s{2,}/).filter((part) => part.replace(/\D/g, "").length >= 7);
  if (numbers.length > 1) return held("phone_two", { candidates: numbers.map((number) => number.trim()) });
  const digits = text.replace(/[\s()\-\u2010-\u2015]/g, "");
  return read(digits.replace(/^(?:\+|00)86(?=1\d{10}$)/, ""), ...reading.notices);
}

/** One of a list of values, whatever the width and case of its letters; null where the cell says nothing. */
export function readChoice(cell: Cell | undefined, values: readonly string[]): Reading<string | null> {
  const reading = readLine(cell, 100);
  if (!("value" in reading) || reading.value === null) return reading;
  const wanted = comparedName(reading.value);
  const value = values.find((one) => comparedName(one) === wanted);
  return value === undefined ? held("unknown_value", { allowed: [...values] }) : read(value, ...reading.notices);
}

const yes = new Set(["是", "有", "y", "yes", "true", "1", "√", "✓", "对"]);
const no = new Set(["否", "无", "没有", "n", "no", "false", "0", "×", "✗", "x"]);

/** Yes or no in the words of exports; null where the cell is blank. */
export function readYesNo(cell: Cell | undefined): Reading<boolean | null> {
  if (isError(cell)) return held("formula_error");
  if (isFormula(cell)) return held("formula_without_value");
  const text = comparedName(isNumber(cell) ? plainNumber(cell.number) : (cell ?? ""));
  if (text === "") return read(null);
  return yes.has(text) ? read(true) : no.has(text) ? read(false) : held("unknown_value");
}
