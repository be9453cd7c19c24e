/** A number as its sheet stores it, `2E+4`, with the format it is shown by. */
export interface NumberCell {
  number: string;
  format: string;
  /** The workbook counts days from 1904. */
  since1904?: boolean;
}

/** `#N/A` and the like. */
export interface ErrorCell {
  error: string;
}

/** A formula that was never calculated. */
export interface FormulaCell {
  formula: string;
}

/** One cell as its file has it; a text file has only texts, and a cell that is not there is an empty one. */
export type Cell = string | NumberCell | ErrorCell | FormulaCell;

/** One row: its number as a spreadsheet program counts it, and where it begins in a text editor. */
export interface TableRow {
  row: number;
  line?: number;
  cells: Cell[];
  /** Hidden by a filter or by hand; read like any other. */
  hidden?: true;
  /** What is wrong with the row as a whole. */
  broken?: "quote_not_closed";
}

/** Cells merged into one: first and last row and column, from 1 and 0. */
export interface MergedCells {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

const zeroWidth = /[\u200B\u200C\u200E\u200F\u2060\uFEFF\u00AD]/g;

/** Full-width letters, digits and signs are read as their half-width twins; blanks of all kinds are blanks. */
export const halfWidth = (text: string): string =>
  text
    .replace(/[\uFF01-\uFF5E]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(/\uFFE5/g, "¥")
    .replace(/[\u3000\u00A0\u2000-\u200A\u202F\u205F]/g, " ");

/** Without blanks of any kind around it, and without what takes no width. */
export const trimmed = (text: string): string => text.replace(zeroWidth, "").replace(/^[\s\u3000]+|[\s\u3000]+$/g, "");

/** How exports say that there is nothing. */
const nothing = new Set(["", "-", "--", "---", "—", "——", "－", "/", "／", "\\", "无"]);

export const isNumber = (cell: Cell | undefined): cell is NumberCell => typeof cell === "object" && "number" in cell;
export const isError = (cell: Cell | undefined): cell is ErrorCell => typeof cell === "object" && "error" in cell;
export const isFormula = (cell: Cell | undefined): cell is FormulaCell => typeof cell === "object" && "formula" in cell;

/** Whether nothing at all stands in a cell. */
export const isBlank = (cell: Cell | undefined): boolean =>
  cell === undefined || (typeof cell === "string" && trimmed(cell) === "");

/** Whether a cell says that there is nothing: empty, `-`, `--`, `/`. */
export const saysNothing = (cell: Cell | undefined): boolean =>
  cell === undefined || (typeof cell === "string" && nothing.has(trimmed(unwrapped(cell))));

/** A text without `="…"`, as spreadsheet programs are kept from taking it for a number. */
export function unwrapped(text: string): string {
  const match = /^="([\s\S]*)"$/.exec(trimmed(text));
  return match ? (match[1] ?? "").replace(/""/g, '"') : text;
}

/** A stored number as digits, rounded to the 15 significant ones that a spreadsheet program ever shows: `-20000.5`. */
export function plainNumber(stored: string): string {
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(Number(stored).toExponential(14));
  if (!match) return stored;
  const digits = `${match[2] ?? ""}${match[3] ?? ""}`;
  const exponent = Number(match[4]);
  const padded = exponent < 0 ? "0".repeat(-exponent) + digits : digits.padEnd(exponent + 1, "0");
  const point = exponent < 0 ? 1 : exponent + 1;
  const places = padded.slice(point).replace(/0+$/, "");
  const whole = padded.slice(0, point);
  const sign = match[1] && /[1-9]/.test(digits) ? "-" : "";
  return `${sign}${whole}${places ? `.${places}` : ""}`;
}

/** A number as text: with the zeros in front that its format shows. */
export function textOfNumber(cell: NumberCell): string {
  const plain = plainNumber(cell.number);
  return /^0+$/.test(cell.format) && /^\d+$/.test(plain) ? plain.padStart(cell.format.length, "0") : plain;
}

const dateFormat = /[ymdhs年月日]/i;

/** Whether a number is shown as a day or a time. Words in quotes, colours and conditions of the format are not looked at. */
export function isDateFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, "");
  return !/general/i.test(bare) && dateFormat.test(bare);
}

/** What a person is shown of a cell that is not read: nothing in it can act on the page or hide. */
export function shownCell(cell: Cell | undefined): string {
  if (cell === undefined) return "";
  const text = isNumber(cell)
    ? cell.number
    : isError(cell)
      ? cell.error
      : isFormula(cell)
        ? cell.formula
        : cell.replace(/\r\n?/g, "\n");
  const visible = text
    .replace(/\n/g, "\\n")
    .replace(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, (sign) =>
      sign === "\t" ? "\t" : `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
  return visible.length > 200 ? `${visible.slice(0, 200)}…` : visible;
}

/** The text of a cell, where a number is its digits; errors and formulas without value have none. */
export const textOf = (cell: Cell | undefined): string =>
  cell === undefined || isError(cell) || isFormula(cell) ? "" : isNumber(cell) ? textOfNumber(cell) : cell;
