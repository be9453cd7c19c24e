import { taskKeptDays } from "@shared/domain/task";
import { addDays, businessDayOf, startOfDay } from "@shared/domain/time";
import { shownCell, type TableRow, textOf } from "@shared/domain/tables/cell";
import { neutralised } from "@shared/domain/tables/neutralised";
import type { ReadTable } from "../../lib/tables/readTable";
import { encoded } from "../../lib/tables/encode";
import { makeTable } from "../../files";
import { textsIn } from "../../texts";
import { findMember } from "../members";
import { type ImportRecord, ImportRowModel } from "./importModel";
import type { ImportDeps } from "./types";

/**
 * The rows that wait, as they stand in the file, under its heading and in its encoding, with why in front: mended, it is sent again. Null where
 * no row waits.
 */
export async function makeErrorFile(
  deps: ImportDeps,
  { _id: importId, memberId, fileName }: ImportRecord,
  read: ReadTable,
  waiting: number,
): Promise<string | null> {
  if (waiting === 0) return null;
  const fileId = `${memberId}:errors-${importId.slice(importId.indexOf(":") + 1)}`;
  const language = (await findMember(memberId))?.language ?? "zh-CN";
  const words = textsIn(language).imports;
  const reasons = new Map<number, string>();
  const rows = ImportRowModel.find({ importId, is: "heldBack" }, { row: 1, why: 1, otherRow: 1, value: 1, allowed: 1 })
    .sort({ importId: 1, is: 1, _id: 1 })
    .lean()
    .cursor();
  for await (const { why, ...about } of rows) reasons.set(about.row, words.reasons(why ?? "", about));
  const name = words.errorFileName(fileName.replace(/\.[^.]*$/, ""));
  const table = await makeTable(deps, fileId, null);
  if (!table) throw new Error(`${fileId} could not be begun`);
  try {
    for await (const bytes of encoded(linesOf(read, reasons, words.reasonHeading), read.table.encoding ?? "utf-8")) {
      await table.append(bytes);
    }
    const keptUntil = startOfDay(addDays(businessDayOf(deps.clock.now()), taskKeptDays));
    await table.keep({ memberId, usedBy: `import:${importId}`, type: "text/csv", name: `${name}.csv`, keptUntil });
  } finally {
    await table.close();
  }
  return fileId;
}

async function* linesOf(
  { table, layout }: ReadTable,
  reasons: ReadonlyMap<number, string>,
  reasonHeading: string,
): AsyncIterable<string> {
  const separator = table.separator ?? ",";
  const line = (cells: readonly string[]) => `${cells.map((cell) => quoted(cell, separator)).join(separator)}\r\n`;
  // The reason stands in front, so that a row that is cut short, or has a cell too many, still is.
  yield line([reasonHeading, ...layout.columns.map(({ heading }) => heading)]);
  const width = layout.columns.length;
  for await (const row of table.rows()) {
    const reason = reasons.get(row.row);
    if (reason !== undefined) yield line([reason, ...cellsOf(row, table.container === "text" ? 0 : width)]);
  }
}

const cellsOf = (row: TableRow, width: number): string[] => {
  const cells = row.cells.map((cell) => neutralised(typeof cell === "string" ? cell : textOf(cell) || shownCell(cell)));
  while (cells.length < width) cells.push("");
  return cells;
};

const quoted = (cell: string, separator: string): string =>
  cell.includes('"') || cell.includes(separator) || /[\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
