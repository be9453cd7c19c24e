import { shownCell, type TableRow } from "@shared/domain/tables/cell";
import { isSensitive, rowText } from "@shared/domain/tables/layout";
import { maskedNumber, withoutLongNumbers } from "@shared/domain/tables/masked";
import type { ReadTable } from "../../lib/tables/readTable";
import { openTable } from "../../lib/tables/openTable";
import { type TableRefusal, TableRefused } from "../../lib/tables/refused";
import type { TableSource } from "../../lib/tables/source";
import type { ImportChoices, ImportFound } from "./types";

const headRows = 20;
const shownLetters = 60;

/** A person may know better how these are to be read. */
const byChoice: readonly TableRefusal[] = ["noHeading", "noSuchSheet", "twoEncodings", "undecodable", "tooManyColumns"];

const nothing = {
  sheets: [],
  sheet: null,
  headerRows: [],
  head: [],
  columns: [],
  questions: [],
  rows: 0,
  hiddenRows: 0,
};

/** What there is to choose of a file that cannot be read as it is chosen to be; null where no choice helps. */
export async function foundOfRefused(
  code: TableRefusal,
  source: TableSource,
  { encoding, separator }: ImportChoices,
): Promise<ImportFound | null> {
  if (!byChoice.includes(code)) return null;
  const table = await openTable(source, { ...(encoding && { encoding }), ...(separator && { separator }) }).catch(
    (error: unknown) => {
      if (!(error instanceof TableRefused)) throw error;
      return null;
    },
  );
  return {
    ...{ ...nothing, container: table?.container ?? "text", isRemembered: false },
    ...{ encoding: table?.encoding ?? encoding ?? null, separator: table?.separator ?? separator ?? null },
    ...(table && { sheets: table.sheets, sheet: table.sheet ?? null, head: headOf(table.head) }),
  };
}

function sampleOf(heading: string, field: string | undefined, sample: string): string {
  if (isSensitive(heading)) return "";
  return field === "phone" ? maskedNumber(sample) : field === undefined ? withoutLongNumbers(sample) : sample;
}

const headOf = (rows: readonly TableRow[]): ImportFound["head"] =>
  rows
    .slice(0, headRows)
    .map((row) => ({ row: row.row, text: withoutLongNumbers(rowText(row).slice(0, shownLetters)) }));

/** How a file is read, for whoever is to confirm it. */
export function foundOf({ table, layout, survey, questions }: ReadTable, isRemembered: boolean): ImportFound {
  const last = layout.headerRows[layout.headerRows.length - 1] ?? 0;
  const first = table.head.find((row) => row.row > last && row.cells.some((cell) => shownCell(cell).trim() !== ""));
  return {
    container: table.container,
    ...{ encoding: table.encoding ?? null, separator: table.separator ?? null },
    ...{ sheets: table.sheets, sheet: table.sheet ?? null, headerRows: layout.headerRows },
    head: headOf(table.head),
    columns: layout.columns
      .filter(({ heading }) => heading !== "")
      .map(({ heading, index, column, hidden }) => ({
        ...{ heading, field: column?.field ?? null, isHidden: hidden ?? false },
        sample: sampleOf(heading, column?.field, shownCell(first?.cells[index]).slice(0, shownLetters)),
      })),
    questions,
    ...{ rows: survey.rows, hiddenRows: survey.hiddenRows, isRemembered },
  };
}
