import type { TableRow } from "@shared/domain/tables/cell";
import { type ControlTotal, ControlTotals } from "@shared/domain/tables/controls";
import { TableJudge } from "@shared/domain/tables/judge";
import { layoutOf, type LayoutOptions, type TableLayout } from "@shared/domain/tables/layout";
import type { Purpose } from "@shared/domain/tables/purposes";
import { type SurveyResult, TableSurvey } from "@shared/domain/tables/survey";
import type { RowOutcome, TableAnswers, TableMember, TableQuestion, TableWorld } from "@shared/domain/tables/world";
import { openTable, type OpenTable, type TableChoices } from "./openTable";
import { TableRefused } from "./refused";
import type { TableSource } from "./source";

/** What a person says of a file, each where it is not as it was found. */
export interface ReadingChoices extends TableChoices, Omit<LayoutOptions, "hiddenColumns"> {
  answers?: TableAnswers;
}

/** A table that has been looked at: how it is read, what is asked, and its rows as they would go in. */
export interface ReadTable {
  table: OpenTable;
  layout: TableLayout;
  survey: SurveyResult;
  questions: TableQuestion[];
  answers: TableAnswers;
  /** What becomes of every row behind the heading. */
  outcomes(): AsyncIterable<RowOutcome & { cells: TableRow["cells"] }>;
  /** The totals that the file states, beside those of the outcomes handed out so far. */
  controls(): ControlTotal[];
}

/** Looks at a file for a purpose; the same functions for every purpose and every file. */
export async function readTable(
  source: TableSource,
  purpose: Purpose,
  world: TableWorld,
  known: readonly TableMember[],
  choices: ReadingChoices = {},
): Promise<ReadTable> {
  const opened = await openTable(source, choices);
  const table = choices.sheet === undefined ? await onLikelySheet(opened, purpose) : opened;
  const layout = layoutOf(table.head, table.merges, purpose, { ...choices, hiddenColumns: table.hiddenColumns });
  if (!layout) throw new TableRefused("noHeading");
  const last = layout.headerRows[layout.headerRows.length - 1] ?? 0;
  const behind = async function* (): AsyncIterable<TableRow> {
    for await (const row of table.rows()) if (row.row > last) yield row;
  };
  const looked = new TableSurvey(purpose, layout, world, known, table.sheet);
  for await (const row of behind()) looked.add(row);
  const survey = looked.done();
  const answers = { ...survey.proposed, ...choices.answers };
  const context = { purpose, layout, answers, world: { ...world, members: survey.members } };
  let totals = new ControlTotals(purpose, layout);
  const sheets =
    table.sheets.length > 1 ? [{ code: "sheet", values: table.sheets, proposed: [table.sheet ?? ""] }] : [];
  return {
    table,
    layout,
    survey,
    questions: [...sheets, ...survey.questions],
    answers,
    async *outcomes() {
      totals = new ControlTotals(purpose, layout);
      const judge = new TableJudge(context, table.container === "text");
      for await (const row of behind()) judge.see(row);
      for await (const row of behind()) {
        const outcome = judge.judge(row);
        totals.add(row, outcome);
        yield { ...outcome, cells: row.cells };
      }
    },
    controls: () => totals.totals(answers),
  };
}

/** The visible sheet whose heading says most of the purpose; the first of several alike. */
async function onLikelySheet(first: OpenTable, purpose: Purpose): Promise<OpenTable> {
  let best = { table: first, found: 0 };
  for (const name of first.sheets.length > 1 ? first.sheets : []) {
    const table = name === first.sheet ? first : await first.on(name);
    const layout = layoutOf(table.head, table.merges, purpose);
    const found = layout?.columns.filter((column) => column.column ?? column.part ?? column.month).length ?? 0;
    if (found > best.found) best = { table, found };
  }
  return best.table;
}
