import {
  exportKeptDays,
  exportRowsAllowed,
  exportRowsAlone,
  exportWaitsWorkingDays,
  workbookRowsMax,
} from "@shared/domain/exports";
import { tableTypes } from "@shared/domain/fileTypes";
import { addDays, businessDayOf, startOfDay } from "@shared/domain/time";
import { workingDaysAfter } from "@shared/domain/workingDays";
import { AppError } from "@shared/errors";
import { auditInsert } from "../../audit";
import { update } from "../../db";
import type { Deps } from "../../deps";
import { dropTable, makeTable, type TableInMaking } from "../../files";
import { allow, type MemberActor } from "../../http";
import { workCalendarOf } from "../../lib/workCalendar";
import { type RunningTask, taskKind, type TaskResult } from "../../tasks";
import { textsIn } from "../../texts";
import { readSessionMember } from "../members";
import { exportAsked } from "./events";
import { ExportModel, type ExportRecord, fileIdOf } from "./exportModel";
import { type ExportSource, sourceOf, type Value } from "./exportSources";
import { exportIfAny } from "./exports";
import { mayExport, shownBy } from "./policy";
import { csvBeginning, csvRows, saidOf, workbook } from "./writeTable";

interface Input {
  exportId: string;
}

/** How far it is: behind which row of the list, how many there were, and what is there of the file; null where they are only counted. */
interface Cursor {
  after: string | null;
  rows: number;
  isWhole: boolean;
  file: { part: string; bytes: number } | null;
}

interface Making {
  record: ExportRecord;
  actor: MemberActor;
  source: ExportSource;
  task: RunningTask<Input>;
}

/** Makes the table that somebody has asked for; where it has too many rows for one person, it counts them and asks a second. */
export const exportTask = taskKind<Input, Deps>("exports.make", {
  async run(task, deps) {
    const record = await exportIfAny(task.input.exportId);
    if (!record) throw new AppError("export.unknown", `no export ${task.input.exportId}`);
    // With the rights of now: whoever has lost them since gets nothing.
    const actor = await readSessionMember(record.memberId, businessDayOf(deps.clock.now()));
    if (!actor) throw new AppError("right.missing", `${record.memberId} is not here any more`);
    allow(mayExport(actor), "whoever has such a list takes it away");
    const source = await sourceOf(deps, { actor, record });
    const making = { record, actor, source, task };
    return record.format === "csv" ? makeCsv(deps, making) : makeWorkbook(deps, making);
  },
  discard: ({ input: { exportId } }, deps) => dropTable(deps, fileIdOf({ _id: exportId })),
});

/** Alone, or as a second person has allowed it. */
const mayHave = ({ state, rows }: ExportRecord, count: number): boolean =>
  count <= exportRowsAlone || (state === "allowed" && count <= exportRowsAllowed(rows ?? 0));

async function makeCsv(deps: Deps, { record, actor, source, task }: Making): Promise<TaskResult> {
  const fileId = fileIdOf(record);
  const last = task.cursor as Cursor | null; // as `advance` stored it below
  const stored = last?.after && source.isPlace?.(last.after) === false ? null : last;
  let at: Cursor = stored ?? { after: null, rows: 0, isWhole: false, file: null };
  const isCounting = stored !== null && stored.file === null;
  let table = isCounting ? null : await makeTable(deps, fileId, at.file);
  if (!table && !isCounting) {
    at = { after: null, rows: 0, isWhole: false, file: null };
    table = await makeTable(deps, fileId, null);
  }
  try {
    if (table?.bytes() === 0) await table.append(csvBeginning(saidOf(record, actor, deps.clock.now()), source.columns));
    while (!at.isWhole) {
      const { rows, next } = await source.page(at.after);
      const count = at.rows + rows.length;
      if (table && !mayHave(record, count)) table = await letGo(deps, table, fileId);
      await table?.append(csvRows(rows));
      const file = table && { part: table.part, bytes: table.bytes() };
      at = { after: next, rows: count, isWhole: next === null, file };
      await task.advance({ cursor: at, done: count, phase: table ? "writing" : "counting" });
    }
    if (!table) return askFirst(record, at.rows, deps);
    await keep(deps, table, record, actor);
  } finally {
    await table?.close();
  }
  return made(record, at.rows, actor, deps);
}

async function letGo(deps: Deps, table: TableInMaking, fileId: string): Promise<null> {
  await table.close();
  await dropTable(deps, fileId);
  return null;
}

/** Held whole, up to its bound: a worker that dies begins it anew. */
async function makeWorkbook(deps: Deps, { record, actor, source, task }: Making): Promise<TaskResult> {
  const fileId = fileIdOf(record);
  const held: Value[][] = [];
  let count = 0;
  let after: string | null = null;
  do {
    const { rows, next } = await source.page(after);
    count += rows.length;
    const isHeld = count <= workbookRowsMax && mayHave(record, count);
    if (isHeld) held.push(...rows);
    if (count > workbookRowsMax) throw new AppError("export.tooLarge", `${count} rows do not fit a workbook`);
    after = next;
    await task.advance({ done: count, phase: isHeld ? "writing" : "counting" });
  } while (after !== null);
  if (!mayHave(record, count)) return askFirst(record, count, deps);
  const t = textsIn(actor.language).exports;
  const said = saidOf(record, actor, deps.clock.now());
  const sheets = { table: t.names[record.what], about: t.about };
  const table = await makeTable(deps, fileId, null);
  if (!table) throw new Error("a table that begins is always there");
  try {
    await table.append(await workbook(held, source.columns, { said, sheets }));
    await keep(deps, table, record, actor);
  } finally {
    await table.close();
  }
  return made(record, count, actor, deps);
}

async function keep(deps: Deps, table: TableInMaking, record: ExportRecord, actor: MemberActor): Promise<void> {
  const { names } = textsIn(actor.language).exports;
  const now = deps.clock.now();
  const day = businessDayOf(now);
  const [csv, xlsx] = tableTypes;
  await table.keep({
    memberId: record.memberId,
    usedBy: `export:${record._id}`,
    type: record.format === "csv" ? csv : xlsx,
    name: `${names[record.what]}-${day.replace(/-/g, "")}-${actor.name}.${record.format}`,
    keptUntil: startOfDay(addDays(day, exportKeptDays + 1)),
  });
}

function made(record: ExportRecord, rows: number, actor: MemberActor, deps: Deps): TaskResult {
  const { _id, memberId, revision, what } = record;
  const at = deps.clock.now();
  return {
    counts: { rows },
    fileId: fileIdOf(record),
    write: async (session) => {
      await update(
        ExportModel,
        { filter: { _id, revision }, set: { rows, madeBy: shownBy(actor) }, inc: { revision: 1 } },
        session,
      );
      const audit = { action: "export.make", subject: `export:${_id}`, at, detail: { what, rows } };
      const entry = { ...audit, id: `${_id}:made`, actor: { kind: "member" as const, id: memberId } };
      await auditInsert(deps.realNow)(entry, session);
    },
  };
}

/** Nothing was made: a second person says first whether it may be; anew where it has become much more than somebody has allowed. */
function askFirst(record: ExportRecord, rows: number, deps: Deps): TaskResult {
  const { _id, revision } = record;
  const waitsSince = deps.clock.now();
  const today = businessDayOf(waitsSince);
  const calendar = workCalendarOf({ from: today, to: addDays(today, 30) });
  const lastDay = workingDaysAfter(today, exportWaitsWorkingDays, calendar);
  const set = {
    state: "waiting" as const,
    rows,
    waitsSince,
    waitsUntil: startOfDay(addDays(lastDay, 1)),
    decision: null,
  };
  const event = exportAsked.of({ payload: { exportId: _id }, partition: `export:${_id}`, cause: `${_id}:${revision}` });
  return {
    counts: { rows, waiting: 1 },
    events: [event],
    write: (session) => update(ExportModel, { filter: { _id, revision }, set, inc: { revision: 1 } }, session),
  };
}
