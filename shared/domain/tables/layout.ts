import { type Cell, type MergedCells, isNumber, type TableRow, textOf, trimmed } from "./cell";
import type { Purpose, PurposeColumn } from "./purposes";
import { deductionWords, earningWords, partWords, sumWords } from "./purposes/payroll";
import { comparedName } from "./texts";

/** One column of a table as it was understood. */
export interface LayoutColumn {
  index: number;
  /** The heading as it stands, the levels of merged ones joined by a slash. */
  heading: string;
  leaf: string;
  hidden?: boolean;
  /** The column of the purpose that it is. */
  column?: PurposeColumn;
  /** A part of a pay, and whether it is taken off. */
  part?: { name: string; deducted: boolean };
  /** The month of the year whose target it holds. */
  month?: number;
  /** A sum of its group in the sheet: of the parents' months, or of the year. */
  sumOf?: string;
}

export interface TableLayout {
  /** The rows of the heading, from the first to the last. */
  headerRows: number[];
  columns: LayoutColumn[];
  /** Columns that could have been one that another is: which is meant is asked about. */
  rivals: { field: string; headings: string[] }[];
  /** What stands above the heading. */
  preamble: string[];
}

export interface LayoutOptions {
  /** Where a person says the heading is. */
  headerRow?: number;
  /** Which field a heading is, or null for none; what is not named here is found. */
  mapping?: Readonly<Record<string, string | null>>;
  hiddenColumns?: ReadonlySet<number>;
}

/** How many rows are looked at for a heading. */
export const headingRowsMax = 60;

const headingText = (cell: Cell | undefined): string => trimmed(textOf(cell).replace(/\s*[\r\n]+\s*/g, ""));

/** A heading as headings are compared: without stars, blanks, and what stands in brackets behind it. */
export const headingForm = (heading: string): string => comparedName(heading).replace(/^[*＊]+|[*＊:：]+$/g, "");
const withoutNote = (form: string): string => form.replace(/\([^()]*\)$/, "");

/** Finds the heading and what its columns are; null where no row looks like one. */
export function layoutOf(
  rows: readonly TableRow[],
  merges: readonly MergedCells[],
  purpose: Purpose,
  options: LayoutOptions = {},
): TableLayout | null {
  const looked = rows.slice(0, headingRowsMax);
  const wanted = looked.filter((row) => options.headerRow === undefined || row.row === options.headerRow);
  let found: { score: number; blocks: TableRow[]; columns: LayoutColumn[]; rivals: TableLayout["rivals"] } | null =
    null;
  for (const blocks of [...wanted.map((row) => blockOf(looked, row, merges)), ...pairsOf(looked, wanted, merges)]) {
    const columns = columnsOf(blocks, merges, options.hiddenColumns);
    const rivals = assign(columns, purpose, options.mapping ?? {});
    const score = columns.filter((column) => column.column ?? column.part ?? column.month).length;
    const least: number = found?.score ?? (options.headerRow === undefined ? 1 : -1);
    if (score > least) found = { score, blocks, columns, rivals };
  }
  if (!found) return null;
  const first = found.blocks[0]?.row ?? 1;
  return {
    headerRows: found.blocks.map((row) => row.row),
    columns: found.columns,
    rivals: found.rivals,
    preamble: rows
      .filter((row) => row.row < first)
      .map((row) => rowText(row))
      .filter((text) => text !== ""),
  };
}

/** All texts of a row in one. */
export const rowText = (row: TableRow): string =>
  row.cells
    .map((cell) => trimmed(textOf(cell)))
    .filter((text) => text !== "")
    .join(" ");

/** The row, with those that merged cells hold together with it. */
function blockOf(rows: readonly TableRow[], row: TableRow, merges: readonly MergedCells[]): TableRow[] {
  const deepest = Math.max(row.row, ...merges.filter((merge) => merge.top === row.row).map((merge) => merge.bottom));
  return rows.filter((one) => one.row >= row.row && one.row <= deepest);
}

/** In a text file nothing says what was merged: a row of words, and the one below it, may be one heading. */
function pairsOf(rows: readonly TableRow[], wanted: readonly TableRow[], merges: readonly MergedCells[]): TableRow[][] {
  if (merges.length > 0) return [];
  return wanted.flatMap((row) => {
    const next = rows[rows.indexOf(row) + 1];
    return next?.cells.every((cell) => !isNumber(cell)) ? [[row, next]] : [];
  });
}

function columnsOf(
  blocks: readonly TableRow[],
  merges: readonly MergedCells[],
  hidden: ReadonlySet<number> | undefined,
): LayoutColumn[] {
  const width = Math.max(...blocks.map((row) => row.cells.length));
  const columns: LayoutColumn[] = [];
  for (let index = 0; index < width; index += 1) {
    const levels = blocks.map((row, level) => {
      const merge = merges.find(
        (one) => one.top <= row.row && row.row <= one.bottom && one.left <= index && index <= one.right,
      );
      const from = merge ? blocks.find((one) => one.row === merge.top) : row;
      const own = headingText(from?.cells[merge?.left ?? index]);
      // In a text file the merged heading stands above its first column only.
      const below = blocks[level + 1]?.cells[index];
      return own === "" && merges.length === 0 && headingText(below) !== "" ? leftOf(row, index) : own;
    });
    const path = levels.filter((text, level) => text !== "" && text !== levels[level - 1]);
    columns.push({
      index,
      heading: path.join("/"),
      leaf: path[path.length - 1] ?? "",
      ...(hidden?.has(index) ? { hidden: true } : {}),
    });
  }
  return columns;
}

function leftOf(row: TableRow, index: number): string {
  for (let at = index; at >= 0; at -= 1) {
    const text = headingText(row.cells[at]);
    if (text !== "") return text;
  }
  return "";
}

/** Says of each column what it is: as a person said, else the best of the names that the purpose knows. */
function assign(
  columns: LayoutColumn[],
  purpose: Purpose,
  mapping: Readonly<Record<string, string | null>>,
): TableLayout["rivals"] {
  const byField = new Map(purpose.columns.map((column) => [column.field, column]));
  const said = (column: LayoutColumn) => (column.heading in mapping ? (mapping[column.heading] ?? null) : undefined);
  for (const column of columns) {
    const field = said(column);
    if (field) column.column = byField.get(field);
  }
  const rivals: TableLayout["rivals"] = [];
  for (const wanted of purpose.columns) {
    if (columns.some((column) => column.column === wanted)) continue;
    const fitting = wanted.headings.flatMap((heading) =>
      columns.filter((column) => !column.column && said(column) === undefined && isCalled(column, heading)),
    );
    const [first] = fitting;
    if (!first) continue;
    first.column = wanted;
    const headings = [...new Set(fitting.map((column) => column.heading))];
    if (headings.length > 1) rivals.push({ field: wanted.field, headings });
  }
  for (const column of columns) if (!column.column && said(column) === undefined) assignMore(column, purpose);
  return rivals;
}

function isCalled(column: LayoutColumn, heading: string): boolean {
  const [path, leaf] = [headingForm(column.heading), headingForm(column.leaf)];
  return [path, leaf, withoutNote(leaf)].includes(headingForm(heading));
}

const units: Record<string, number> = { 元: 0, 万元: 4, 百万元: 6, 亿元: 8, 万: 4, 亿: 8 };

/** How many digits the unit in a heading or a note moves the point: `金额（万元）`, `单位：万元`. Nothing where none is stated. */
export function unitDigitsOf(text: string): number | undefined {
  const match = /[(:]\s*(?:人民币)?(百万元|万元|亿元|元|万|亿)\s*(?:\)|$|\s)/.exec(text.normalize("NFKC"));
  return match ? units[match[1] ?? ""] : undefined;
}

const sensitive = /身份证|证件号|护照|银行卡|银行账号|卡号/;
/** What nobody needs here and nothing keeps. */
export const isSensitive = (heading: string): boolean => sensitive.test(heading);

function assignMore(column: LayoutColumn, purpose: Purpose): void {
  const leaf = headingForm(column.leaf);
  if (leaf === "" || isSensitive(leaf)) return;
  if (purpose.more === "parts" && partWords.test(leaf) && !sumWords.test(leaf)) {
    const group = column.heading.slice(0, -column.leaf.length);
    const deducted = !earningWords.test(group) && (deductionWords.test(group) || deductionWords.test(leaf));
    column.part = { name: column.leaf, deducted };
  }
  if (purpose.more !== "months") return;
  const month = /^(?:20\d{2}[-/.年])?(\d{1,2})月?(?:份)?$/.exec(withoutNote(leaf));
  const number = Number(month?.[1]);
  if (month && number >= 1 && number <= 12 && /月|20\d{2}/.test(leaf)) column.month = number;
  else if (/小计|合计|全年|总计/.test(leaf)) column.sumOf = column.heading.slice(0, -column.leaf.length);
}
