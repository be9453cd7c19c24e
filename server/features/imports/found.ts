import { shownCell } from "@shared/domain/tables/cell";
import { rowText } from "@shared/domain/tables/layout";
import type { ReadTable } from "../../lib/tables/readTable";
import type { ImportFound } from "./types";

const headRows = 20;
const shownLetters = 60;

/** How a file is read, for whoever is to confirm it. */
export function foundOf({ table, layout, survey, questions }: ReadTable, isRemembered: boolean): ImportFound {
  const last = layout.headerRows[layout.headerRows.length - 1] ?? 0;
  const first = table.head.find((row) => row.row > last && row.cells.some((cell) => shownCell(cell).trim() !== ""));
  return {
    container: table.container,
    ...{ encoding: table.encoding ?? null, separator: table.separator ?? null },
    ...{ sheets: table.sheets, sheet: table.sheet ?? null, headerRows: layout.headerRows },
    head: table.head.slice(0, headRows).map((row) => ({ row: row.row, text: rowText(row).slice(0, shownLetters) })),
    columns: layout.columns
      .filter(({ heading }) => heading !== "")
      .map(({ heading, index, column, hidden }) => ({
        ...{ heading, field: column?.field ?? null, isHidden: hidden ?? false },
        sample: shownCell(first?.cells[index]).slice(0, shownLetters),
      })),
    questions,
    ...{ rows: survey.rows, hiddenRows: survey.hiddenRows, isRemembered },
  };
}
