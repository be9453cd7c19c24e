import type { MergedCells, TableRow } from "@shared/domain/tables/cell";
import { headingRowsMax } from "@shared/domain/tables/layout";
import { containerOf } from "./container";
import { decoded, encodingOf, type TableEncoding } from "./encoding";
import { TableRefused } from "./refused";
import { sheetFacts, sheetRows } from "./sheetRows";
import type { TableSource } from "./source";
import { separatorOf, tableSeparators, type TableSeparator, textRows } from "./textRows";
import { openWorkbook, type Workbook } from "./workbook";

/** What a person may have said of a file, where they know better than its content. */
export interface TableChoices {
  encoding?: TableEncoding;
  separator?: TableSeparator;
  sheet?: string;
}

/** A file that can be read as a table, and how it is read. */
export interface OpenTable {
  container: "text" | "workbook";
  encoding?: TableEncoding;
  separator?: TableSeparator;
  /** The sheets that anybody sees; which is read. */
  sheets: string[];
  sheet?: string;
  /** As many rows as a heading is looked for in. */
  head: TableRow[];
  merges: MergedCells[];
  hiddenColumns: ReadonlySet<number>;
  /** All rows from the first on, read anew at each call. */
  rows(): AsyncIterable<TableRow>;
  /** The same workbook on another of its `sheets`. */
  on(sheet: string): Promise<OpenTable>;
}

/** Looks at what a file is and how it is to be read; `TableRefused` where it is no table. */
export async function openTable(source: TableSource, choices: TableChoices = {}): Promise<OpenTable> {
  return (await containerOf(source)) === "workbook" ? openSheet(source, choices) : openText(source, choices);
}

async function openText(source: TableSource, choices: TableChoices): Promise<OpenTable> {
  const encoding = choices.encoding ?? (await encodingOf(source));
  const separator = choices.separator ?? separatorOf(await beginningOf(source, encoding));
  const rows = () => textRows(decoded(source, encoding), separator);
  return {
    container: "text",
    encoding,
    separator,
    sheets: [],
    head: await headOf(rows()),
    merges: [],
    hiddenColumns: new Set(),
    rows,
    on: () => Promise.reject(new TableRefused("noSuchSheet")),
  };
}

/** By as much of a text its separator is told. */
const beginningLetters = 64 * 1024;

async function beginningOf(source: TableSource, encoding: TableEncoding): Promise<string> {
  let text = "";
  for await (const piece of decoded(source, encoding)) {
    text += piece;
    if (text.length >= beginningLetters) break;
  }
  if (text.includes("\u0000") && !tableSeparators.some((separator) => text.includes(separator))) {
    throw new TableRefused("notATable");
  }
  return text;
}

const openSheet = async (source: TableSource, { sheet }: TableChoices): Promise<OpenTable> =>
  onSheet(await openWorkbook(source), sheet);

async function onSheet(workbook: Workbook, wanted: string | undefined): Promise<OpenTable> {
  const visible = workbook.sheets.filter((sheet) => !sheet.isHidden);
  const sheet = wanted === undefined ? visible[0] : visible.find(({ name }) => name === wanted);
  if (!sheet) throw new TableRefused("noSuchSheet");
  const facts = await sheetFacts(workbook, sheet);
  const rows = () => sheetRows(workbook, sheet);
  return {
    container: "workbook",
    sheets: visible.map(({ name }) => name),
    sheet: sheet.name,
    head: await headOf(rows()),
    ...facts,
    rows,
    on: (name) => onSheet(workbook, name),
  };
}

async function headOf(rows: AsyncIterable<TableRow>): Promise<TableRow[]> {
  const head: TableRow[] = [];
  for await (const row of rows) {
    head.push(row);
    if (head.length >= headingRowsMax) break;
  }
  return head;
}
