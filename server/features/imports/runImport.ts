import type { ClientSession } from "mongoose";
import type { RowResult } from "@shared/domain/importing";
import { shownCell } from "@shared/domain/tables/cell";
import type { LayoutColumn } from "@shared/domain/tables/layout";
import { maskedNumber, withoutLongNumbers } from "@shared/domain/tables/masked";
import type { HeldRow, RowOutcome, TableRecord } from "@shared/domain/tables/world";
import { businessDayOf } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { isDuplicateKey, isWriteConflict, remove, replace, StaleRead, update, updateAtRevision } from "../../db";
import { findTable } from "../../files";
import { allow } from "../../http";
import { type ReadTable, readTable } from "../../lib/tables/readTable";
import { TableRefused } from "../../lib/tables/refused";
import type { TableSource } from "../../lib/tables/source";
import { waitAfterConflict } from "../../lib/waitAfterConflict";
import { taskKind, type RunningTask, type TaskResult } from "../../tasks";
import type { PlannedRow } from "../customers";
import { readSessionMember } from "../members";
import { makeErrorFile } from "./errorFile";
import { foundOf, foundOfRefused } from "./found";
import { importers } from "./importers";
import { ImportModel, type ImportRecord, ImportRowModel, type ImportRowRecord } from "./importModel";
import { forgetMeant, meantBefore, noteMeant } from "./meantModel";
import { rememberedChoices } from "./remembered";
import { mayImport } from "./policy";
import { type Fenced, type ImportChoices, type ImportDeps, type Importer, readingBy } from "./types";

/** So many rows are written at a time. */
const batchRows = 200;
/** Of what goes in without a word a look keeps so many rows as samples. */
const samplesMax = 50;
const attemptsMax = 8;

type Mode = "look" | "run";
interface Input {
  importId: string;
}
interface Place {
  row: number;
  counts: Record<string, number>;
  sums: Record<string, number>;
  /** What the importer judges all rows by. */
  base: unknown;
}

/** Looks at what would become of a table; nothing of it is written but that. */
export const lookTask = taskKind<Input, ImportDeps>("imports.look", {
  run: (task, deps) => work(task, deps, "look"),
  discard: stop,
});

/** Writes a table row by row, and what has become of each. */
export const runTask = taskKind<Input, ImportDeps>("imports.run", {
  run: (task, deps) => work(task, deps, "run"),
  discard: stop,
});

/** What was written stays, and is known again. Where something else has been begun since, that goes on. */
async function stop({ taskId, input: { importId } }: { taskId: string; input: Input }): Promise<void> {
  await ImportModel.updateOne({ _id: importId, taskId }, { $set: { state: "stopped" }, $inc: { revision: 1 } });
}

/** What whoever imports has said of owners. */
type OwnersGiven = Pick<Parameters<Importer["plan"]>[2], "giver" | "ownedSince">;

async function work(task: RunningTask<Input>, deps: ImportDeps, mode: Mode): Promise<TaskResult> {
  const record = await findImport(task.input.importId);
  // With the rights of now: whoever has lost them since brings nothing in.
  const actor = await readSessionMember(record.memberId, businessDayOf(deps.clock.now()));
  allow(actor !== null && mayImport(actor, record.purpose), `${record.memberId} imports no more`);
  const { givesOwners, ownedSince = "always" } = record.choices as ImportChoices; // as the contract has taken them
  const giver = givesOwners ? actor : null;
  const { memberId, fileId } = record;
  const table = await findTable(deps, { memberId, fileId, usedBy: `import:${record._id}` });
  const source = await table.source();
  try {
    const { read, isRemembered } = await opened(deps, record, mode, source);
    const importer = importers[record.purpose];
    const { counts, sums, base } = await eachBatch(task, deps, { record, read, mode, giver, ownedSince });
    const stated = read.controls();
    const errorFileId = await makeErrorFile(deps, record, read, counts.heldBack ?? 0);
    const found = foundOf(read, isRemembered);
    const headings = read.layout.columns.map(({ heading }) => heading).join("\n");
    const set = { counts, sums, stated, found, headings, errorFileId, refusal: null, ...ended(mode, deps) };
    // What was typed is held against the rows that are written, not those of the look before.
    const follows =
      mode === "run" ? await importer.end?.({ ...record, sums, stated }, deps.clock.now(), base) : undefined;
    return {
      counts,
      ...(errorFileId && { fileId: errorFileId }),
      write: async (session) => {
        await follows?.write(session);
        await end(record, set, session);
      },
      ...(follows && { events: follows.events }),
    };
  } catch (error) {
    if (mode === "run") await noteWhyNot(task, error);
    if (!(error instanceof TableRefused)) throw error;
    const { code, params } = error;
    const refusal = { code, line: params.line ?? null, max: params.max ?? null };
    const found = await foundOfRefused(code, source, record.choices as ImportChoices);
    const set = { state: "refused" as const, refusal, found, counts: null, sums: null, stated: null };
    return { counts: {}, write: (session) => end(record, set, session) };
  }
}

/** What was read is refused at its end: its page says why, and it is looked at again before it is brought once more. */
async function noteWhyNot(task: RunningTask<Input>, error: unknown): Promise<void> {
  if (!(error instanceof AppError) || error.code !== "opening.refused") return;
  const { taskId, input } = task;
  const refusal = { code: `opening.${String(error.details.why)}`, line: null, max: null };
  const change = { filter: { _id: input.importId, taskId }, set: { refusal, counts: null }, inc: { revision: 1 } };
  await task.advance({ done: task.done, phase: "run" }, (session) => update(ImportModel, change, session));
}

const ended = (mode: Mode, { clock }: Pick<ImportDeps, "clock">) =>
  mode === "look" ? { state: "looked" as const } : { state: "done" as const, ranAt: clock.now() };

const end = ({ _id: id, revision }: ImportRecord, set: Partial<ImportRecord>, session: ClientSession): Promise<void> =>
  updateAtRevision(ImportModel, { id, revision, set }, session);

async function findImport(importId: string): Promise<ImportRecord> {
  const record = await ImportModel.findOne({ _id: importId }).lean<ImportRecord | null>();
  if (!record) throw new Error(`no import ${importId}`);
  return record;
}

async function opened(deps: ImportDeps, record: ImportRecord, mode: Mode, source: TableSource) {
  const { purpose, _id } = record;
  const importer = importers[purpose];
  const { world, known } = await importer.world(deps);
  const chosen = record.choices as ImportChoices; // as the contract has taken them
  const read = (choices: ImportChoices) => readTable(source, importer.purpose, world, known, readingBy(choices));
  const first = await read(chosen);
  // What was looked at is what is written: only a look remembers.
  const remembered = mode === "look" ? await rememberedChoices(record, first) : null;
  if (!remembered) return { read: first, isRemembered: false };
  await ImportModel.updateOne({ _id }, { $set: { choices: remembered } });
  return { read: await read(remembered), isRemembered: true };
}

type Judged = RowOutcome & { cells: ReadTable["table"]["head"][number]["cells"] };

async function eachBatch(
  task: RunningTask<Input>,
  deps: ImportDeps,
  given: { record: ImportRecord; read: ReadTable; mode: Mode } & OwnersGiven,
): Promise<Pick<Place, "counts" | "sums" | "base">> {
  const { record, read, mode } = given;
  const begun: Place = { row: 0, counts: {}, sums: {}, base: null, ...(task.cursor as Place | null) };
  // Begun by a version that kept nothing to judge the end by, it begins anew.
  const isWithoutBase = mode === "run" && importers[record.purpose].begin !== undefined && begun.base === null;
  const place = isWithoutBase ? { row: 0, counts: {}, sums: {}, base: null as unknown } : begun;
  if (place.row === 0) {
    const write: Fenced = (work) => task.advance({ done: 0, total: read.survey.rows, phase: mode }, work);
    await forgetRows(record._id, write);
    await forgetMeant(record._id, write);
    if (mode === "run") place.base = (await importers[record.purpose].begin?.(record._id, write)) ?? null;
  }
  let done = place.row === 0 ? 0 : task.done;
  let batch: Judged[] = [];
  const store = async () => {
    const last = batch[batch.length - 1];
    if (!last) return;
    done += batch.length;
    Object.assign(place, await storeBatch(task, deps, { ...given, ...place, batch, done, row: last.row }));
    batch = [];
  };
  await task.advance({ done, total: read.survey.rows, phase: mode });
  for await (const outcome of read.outcomes()) {
    if (outcome.row <= place.row) continue;
    batch.push(outcome);
    if (batch.length >= batchRows) await store();
  }
  await store();
  return place;
}

/** What an earlier look has told of the rows. */
async function forgetRows(importId: string, write: Fenced): Promise<void> {
  for (;;) {
    const rows = await ImportRowModel.find({ importId }, { _id: 1 }).limit(1_000).lean<{ _id: string }[]>();
    if (rows.length === 0) return;
    await write((session) => {
      for (const { _id } of rows) remove(ImportRowModel, { _id }, session);
      return Promise.resolve();
    });
  }
}

/** Plans a batch and stores it with how far it is; where somebody else has written one of its clients meanwhile, it is planned anew. */
async function storeBatch(
  task: RunningTask<Input>,
  deps: ImportDeps,
  given: {
    record: ImportRecord;
    read: ReadTable;
    mode: Mode;
    batch: readonly Judged[];
    done: number;
  } & OwnersGiven &
    Place,
): Promise<Pick<Place, "counts" | "sums">> {
  const { record, read, mode, giver, ownedSince, batch, done, row, base } = given;
  const { _id: importId, source, memberId } = record;
  const rows = batch.flatMap((one) => (one.is === "read" ? [{ row: one.row, record: one.record }] : []));
  for (let attempt = 1; ; attempt += 1) {
    const by = { kind: "member", id: memberId } as const;
    const plan = await importers[record.purpose].plan(deps, rows, {
      ...{ importId, runId: task.taskId, source, by, byName: record.memberName, giver, ownedSince },
      meantBefore: (keys) => meantBefore(importId, keys),
    });
    const planned = new Map(plan.rows.map((one) => [one.row, one]));
    const counts = { ...given.counts };
    const sums = { ...given.sums };
    for (const [what, count] of Object.entries(plan.sums ?? {})) sums[what] = (sums[what] ?? 0) + count;
    const kept = batch.flatMap((one) => {
      const result = rowRecord({ record, read, mode }, one, planned.get(one.row), deps.clock.now());
      counts[result.is] = (counts[result.is] ?? 0) + 1;
      const isPlain = ["created", "changed", "same"].includes(result.is) && result.notices.length === 0;
      return mode === "look" && isPlain && (counts[result.is] ?? 0) > samplesMax ? [] : [result];
    });
    try {
      await task.advance(
        { cursor: { row, counts, sums, base }, done, total: read.survey.rows, phase: mode },
        async (session) => {
          for (const one of kept) replace(ImportRowModel, one, session);
          noteMeant(importId, plan.meant ?? [], deps.clock.now(), session);
          if (mode === "run") await plan.write(session);
        },
      );
      plan.written?.();
      return { counts, sums };
    } catch (error) {
      const isMet = isDuplicateKey(error) || isWriteConflict(error) || error instanceof StaleRead;
      if (!isMet || attempt >= attemptsMax) throw error;
      await waitAfterConflict(attempt);
    }
  }
}

/** A client that was made when the table was carried out before, in part perhaps, stays one that it has made: it is undone as a whole. */
const resultOf = (outcome: RowOutcome, planned: PlannedRow | undefined, mode: Mode): RowResult => {
  if (planned) return mode === "run" && planned.is === "same" && planned.isOwn ? "created" : planned.is;
  if (outcome.is === "leftOut") return "leftOut";
  return outcome.is === "heldBack" ? "heldBack" : "same";
};

const textIn = (record: TableRecord | undefined, field: string): string | null => {
  const value = record?.[field];
  return typeof value === "string" ? value : null;
};

/** What stands there, as it may be told of: a row of too many cells is told of as a whole. */
function valueOf(held: HeldRow | undefined, about: LayoutColumn | undefined): string | null {
  if (held?.value === undefined) return null;
  if (about?.column?.field === "phone") return maskedNumber(held.value);
  return about === undefined || held.reason === "too_many_cells" ? withoutLongNumbers(held.value) : held.value;
}

const rowIdOf = (importId: string, row: number): string => `${importId}:${String(row).padStart(7, "0")}`;

function rowRecord(
  { record: { _id: importId }, read, mode }: { record: ImportRecord; read: ReadTable; mode: Mode },
  outcome: Judged,
  planned: PlannedRow | undefined,
  createdAt: Date,
): ImportRowRecord {
  const record = "record" in outcome ? outcome.record : undefined;
  const held: (HeldRow & { otherId?: string }) | undefined =
    planned?.held ?? (outcome.is === "heldBack" ? outcome.held : undefined);
  const about =
    held?.column === undefined
      ? undefined
      : read.layout.columns.find(({ column, heading }) => [column?.field, heading].includes(held.column));
  const name = read.layout.columns.find(({ column }) => column?.field === "name");
  return {
    ...{ _id: rowIdOf(importId, outcome.row), schemaVersion: 1, importId, createdAt },
    ...{ row: outcome.row, line: outcome.line ?? null, is: resultOf(outcome, planned, mode) },
    why: held?.reason ?? (outcome.is === "leftOut" ? outcome.why : outcome.is === "same" ? "same_row" : null),
    name: textIn(record, "name") ?? (name ? shownCell(outcome.cells[name.index]) || null : null),
    // Whom a look would add nobody can open yet.
    customerId: (mode === "look" && planned?.is === "created" ? null : planned?.customerId) ?? held?.otherId ?? null,
    ...{ column: about?.heading ?? held?.column ?? null, value: valueOf(held, about), other: held?.other ?? null },
    otherRow: held?.otherRow ?? (outcome.is === "same" && outcome.as !== "stored" ? outcome.as : null),
    candidates: held?.candidates ?? [],
    allowed: held?.allowed ?? [],
    notices: [...(outcome.is === "read" ? outcome.notices : []), ...(planned?.notices ?? [])],
  };
}
