import { stringify } from "csv-stringify/sync";
import writeXlsxFile from "write-excel-file/node";
import { neutralised } from "@shared/domain/tables/neutralised";
import { textsIn } from "../../texts";
import type { MemberActor } from "../../http";
import type { ExportRecord } from "./exportModel";
import { minuteOf, type Value } from "./exportSources";

const byteOrderMark = "\uFEFF";

/** Exact, with two places, and no more: whoever reads it adds it up. */
function yuanOf(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, "0");
  return `${fen < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

const textOf = (value: Value): string =>
  value === null ? "" : typeof value === "string" ? neutralised(value) : yuanOf(value.fen);

const csvLines = (rows: readonly string[][]): string => stringify([...rows], { record_delimiter: "\r\n" });

/** Rows of a CSV file. */
export const csvRows = (rows: readonly Value[][]): string => csvLines(rows.map((row) => row.map(textOf)));

/** Who has taken it away, when, and what it was narrowed to: a name, and what is said of it. */
export function saidOf(
  record: ExportRecord,
  actor: Pick<MemberActor, "name" | "language">,
  at: Date,
): [string, string][] {
  const t = textsIn(actor.language).exports;
  const { view, words, grade, pin, state, period, customerIds } = record.filter;
  const parts = [
    t.views[view],
    ...(customerIds ? [t.chosen({ count: customerIds.length })] : []),
    ...(period ? [period] : []),
    ...(state ? [t.sales.states[state as keyof typeof t.sales.states]] : []), // as its contract took it
    ...(grade ? [`${t.customers.grade} ${grade}`] : []),
    ...(pin ? [t.pins[pin]] : []),
    ...(words ? [`“${words}”`] : []),
  ];
  return [
    [t.said.what, t.names[record.what]],
    [t.said.by, actor.name],
    [t.said.at, minuteOf(at)],
    [t.said.filter, parts.join(" · ")],
  ];
}

/**
 * How a CSV file begins: with what it is, in one cell of each line, so that whoever reads it as a table finds its heading behind that, an
 * empty line between.
 */
export const csvBeginning = (said: readonly [string, string][], columns: readonly string[]): string =>
  byteOrderMark +
  csvLines([...said.map(([name, value]) => [neutralised(`${name}：${value}`)]), [""]]) +
  csvLines([columns.map(neutralised)]);

const amountFormat = "#,##0.00";

/** A whole workbook: the table on the first sheet, what it is on the second. */
export async function workbook(
  rows: readonly Value[][],
  columns: readonly string[],
  { said, sheets }: { said: readonly [string, string][]; sheets: { table: string; about: string } },
): Promise<Buffer> {
  const bold = (value: string) => ({ value, fontWeight: "bold" as const });
  const cellOf = (value: Value) =>
    value === null
      ? null
      : typeof value === "string"
        ? { value: neutralised(value), type: String }
        : { value: value.fen / 100, type: Number, format: amountFormat };
  const table = [columns.map(bold), ...rows.map((row) => row.map(cellOf))];
  const about = said.map(([name, value]) => [bold(name), { value: neutralised(value), type: String }]);
  const book = writeXlsxFile([
    { data: table, sheet: sheets.table, stickyRowsCount: 1 },
    { data: about, sheet: sheets.about },
  ]);
  return book.toBuffer();
}
