/** Why a file is not read at all; each has its sentence on the page: what it is, and what to do. */
export const tableRefusals = [
  "empty",
  "oldExcel",
  "protected",
  "webPage",
  "json",
  "unpacksTooLarge",
  "notATable",
  "twoEncodings",
  "undecodable",
  "damaged",
  "tooManyRows",
  "tooManyColumns",
  "rowTooLong",
  "noHeading",
  "noSuchSheet",
] as const;
export type TableRefusal = (typeof tableRefusals)[number];

/** Thrown before anything of a file is taken in. */
export class TableRefused extends Error {
  constructor(
    readonly code: TableRefusal,
    /** The line, as a text editor counts it, or the limit. */
    readonly params: { line?: number; max?: number } = {},
  ) {
    super(`table refused: ${code}`);
    this.name = "TableRefused";
  }
}

/** What one table may hold: said where it is refused. */
export const tableLimits = {
  rows: 100_000,
  columns: 200,
  /** More is no row that anybody has written: looked for to its end, it would keep everybody else waiting. */
  rowLetters: 1_000_000,
  /** What a workbook unpacks to. */
  unpackedBytes: 100 * 1024 * 1024,
  /** Parts of a workbook that are held in memory: its texts, its styles. */
  heldBytes: 48 * 1024 * 1024,
  /** As many letters as a cell of a spreadsheet program holds. */
  cellLetters: 32_767,
} as const;
