import type { Cell, MergedCells, TableRow } from "@shared/domain/tables/cell";
import { headingRowsMax } from "@shared/domain/tables/layout";
import { TableRefused, tableLimits } from "./refused";
import { each, TextReader, type Workbook, type WorkbookSheet } from "./workbook";
import type { XmlEvent } from "./xml";

/** What a sheet says beside its cells. */
export interface SheetFacts {
  merges: MergedCells[];
  hiddenColumns: Set<number>;
}

/** Blank rows in between that are still counted; a sheet that leaves more is read as if they ended there. */
const blankRowsMax = 2_000;

/** As many as spreadsheet programs have. */
const rowNumberMax = 1_048_576;

/** `BC12` as column 54 and row 12. @throws TableRefused where it names no cell */
function placeOf(reference: string): { column: number; row: number } {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference)?.map((part) => part.toUpperCase()) ?? [];
  if (letters === undefined) throw new TableRefused("damaged");
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { column: column - 1, row: Number(digits) };
}

/** Which cells are merged near the heading, and which columns nobody sees; the cells themselves are passed over. */
export async function sheetFacts(workbook: Workbook, sheet: WorkbookSheet): Promise<SheetFacts> {
  const facts: SheetFacts = { merges: [], hiddenColumns: new Set() };
  for await (const event of each(workbook.source, sheet.entry)) {
    if (event.is !== "open") continue;
    if (event.name === "col" && /^(?:1|true)$/.test(event.attributes.hidden ?? "")) {
      const min = Math.max(1, Number(event.attributes.min));
      const max = Math.min(Number(event.attributes.max), tableLimits.columns);
      for (let column = min; column <= max; column += 1) facts.hiddenColumns.add(column - 1);
    }
    if (event.name === "mergeCell" && facts.merges.length < 2_000) {
      const [from = "", to = from] = (event.attributes.ref ?? "").split(":");
      const [start, end] = [placeOf(from), placeOf(to)];
      if (start.row <= headingRowsMax) {
        facts.merges.push({ top: start.row, left: start.column, bottom: end.row, right: end.column });
      }
    }
  }
  return facts;
}

/** The rows of a sheet in their order, without those that are only formatted behind the last one. */
export async function* sheetRows(workbook: Workbook, sheet: WorkbookSheet): AsyncIterable<TableRow> {
  const reader = new SheetReader(workbook);
  let blank: TableRow[] = [];
  let last = 0;
  let count = 0;
  for await (const event of each(workbook.source, sheet.entry)) {
    const row = reader.add(event);
    if (!row) continue;
    for (let number = last + 1; number < Math.min(row.row, last + blankRowsMax); number += 1) {
      blank.push({ row: number, cells: [] });
    }
    last = row.row;
    if (row.cells.every((cell) => cell === "")) {
      if (blank.length < blankRowsMax) blank.push(row);
      continue;
    }
    count += blank.length + 1;
    if (count > tableLimits.rows) throw new TableRefused("tooManyRows", { max: tableLimits.rows });
    yield* blank;
    blank = [];
    yield row;
  }
}

/** Puts rows together from what the XML of a sheet says. */
class SheetReader {
  private row: TableRow | null = null;
  private rowNumber = 0;
  private column = 0;
  private attributes: Readonly<Record<string, string>> = {};
  private value: string | null = null;
  private formula: string | null = null;
  private within: "v" | "f" | null = null;
  private readonly inline = new TextReader();

  constructor(private readonly workbook: Workbook) {}

  add(event: XmlEvent): TableRow | null {
    this.inline.add(event);
    if (event.is === "text") {
      if (this.within === "v") this.value = (this.value ?? "") + event.text;
      if (this.within === "f") this.formula = (this.formula ?? "") + event.text;
      return null;
    }
    if (event.is === "open") this.open(event.name, event.attributes, event.isEmpty);
    const isOver = event.is === "close" || event.isEmpty;
    return isOver ? this.close(event.name) : null;
  }

  private open(name: string, attributes: Readonly<Record<string, string>>, isEmpty: boolean): void {
    if (name === "row") {
      const number = Number(attributes.r ?? this.rowNumber + 1);
      // What has become of a row is found by its number.
      if (!Number.isInteger(number) || number <= this.rowNumber || number > rowNumberMax)
        throw new TableRefused("damaged");
      this.rowNumber = number;
      this.column = -1;
      const isHidden = /^(?:1|true)$/.test(attributes.hidden ?? "");
      this.row = { row: this.rowNumber, cells: [], ...(isHidden ? { hidden: true as const } : {}) };
    } else if (name === "c") {
      this.attributes = attributes;
      this.column = attributes.r ? placeOf(attributes.r).column : this.column + 1;
      this.value = null;
      this.formula = null;
      this.inline.begin();
    } else if (name === "v") {
      this.within = isEmpty ? null : "v";
      this.value = "";
    } else if (name === "f") {
      this.within = isEmpty ? null : "f";
      this.formula = "";
    }
  }

  private close(name: string): TableRow | null {
    if (name === "v" || name === "f") this.within = null;
    if (name === "c" && this.row) this.put(this.row.cells, this.cell());
    if (name !== "row") return null;
    const { row } = this;
    this.row = null;
    return row;
  }

  private put(cells: Cell[], cell: Cell): void {
    if (cell === "") return;
    if (this.column >= tableLimits.columns) throw new TableRefused("tooManyColumns", { max: tableLimits.columns });
    while (cells.length < this.column) cells.push("");
    cells[this.column] = cell;
  }

  private cell(): Cell {
    const { t: type = "n", s: style } = this.attributes;
    if (type === "inlineStr") return this.inline.text();
    // A formula that was never calculated has no value, or an empty one.
    if (this.formula !== null && (this.value === null || (this.value === "" && type !== "str")))
      return { formula: this.formula };
    if (this.value === null) return "";
    if (type === "s") return this.workbook.texts[Number(this.value)] ?? "";
    if (type === "e") return { error: this.value };
    if (type === "b") return this.value === "1" ? "TRUE" : "FALSE";
    if (type === "str" || type === "d") return this.value.replace(/\r\n?/g, "\n");
    if (this.value.trim() === "" || !Number.isFinite(Number(this.value))) return this.value;
    const format = this.workbook.formats[Number(style ?? 0)] ?? "";
    return { number: this.value, format, ...(this.workbook.since1904 ? { since1904: true } : {}) };
  }
}
