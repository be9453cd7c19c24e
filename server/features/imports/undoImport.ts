import { type ImportState, importUndoUntil, rowResults } from "@shared/domain/importing";
import { type BusinessDay, businessDayOf } from "@shared/domain/time";
import { isWriteConflict, StaleRead, update, updateAtRevision } from "../../db";
import { allow } from "../../http";
import { waitAfterConflict } from "../../lib/waitAfterConflict";
import { taskKind, type RunningTask, type TaskResult } from "../../tasks";
import { planTakingBack } from "../customers";
import { readSessionMember } from "../members";
import { ImportModel, type ImportRecord, ImportRowModel, type ImportRowRecord } from "./importModel";
import { mayImport } from "./policy";
import type { ImportDeps } from "./types";
import { usedClients } from "./usedClients";

/** So many clients are taken back at a time. */
const batchRows = 100;
const attemptsMax = 8;

interface Input {
  importId: string;
  /** As it stood before; absent in tasks of before. */
  state?: ImportState;
}
interface Place {
  /** The last row that was looked at. */
  after: string;
}

/** Once written, in whole or until it was stopped. */
const undoable: readonly ImportState[] = ["done", "stopped"];

/** Until when the clients that a table has made can be taken back; null where there are none, or that day is over. */
export function undoUntilOf(record: ImportRecord, today: BusinessDay): BusinessDay | null {
  const created = (record.counts as Record<string, number> | null)?.created ?? 0;
  if (record.purpose !== "customers" || !undoable.includes(record.state) || created === 0) return null;
  const until = importUndoUntil(businessDayOf(record.ranAt ?? record.createdAt));
  return today <= until ? until : null;
}

/** Takes the clients back that a table has made and that are as it has made them; what it has changed in others stays. */
export const undoTask = taskKind<Input, ImportDeps>("imports.undo", {
  run: work,
  // What was taken back is gone; the rest can be taken back once more.
  discard: async ({ taskId, input: { importId, state = "done" } }) => {
    const set = { state, counts: await countRows(importId) };
    await ImportModel.updateOne({ _id: importId, taskId }, { $set: set, $inc: { revision: 1 } });
  },
});

async function work(task: RunningTask<Input>, deps: ImportDeps): Promise<TaskResult> {
  const { importId } = task.input;
  const record = await ImportModel.findOne({ _id: importId }).lean<ImportRecord | null>();
  if (!record) throw new Error(`no import ${importId}`);
  const actor = await readSessionMember(record.memberId, businessDayOf(deps.clock.now()));
  allow(actor !== null && mayImport(actor, record.purpose), `${record.memberId} imports no more`);
  const madeAfter = (rowId: string) => ({ importId, is: "created" as const, _id: { $gt: rowId } });
  let { after }: Place = { after: importId, ...(task.cursor as Place | null) };
  let { done } = task;
  const total = done + (await ImportRowModel.countDocuments(madeAfter(after)));
  for (;;) {
    const rows = await ImportRowModel.find(madeAfter(after))
      .sort({ importId: 1, is: 1, _id: 1 })
      .limit(batchRows)
      .lean<ImportRowRecord[]>();
    const last = rows.at(-1);
    if (!last) break;
    done += rows.length;
    await takeBack(task, deps, { record, rows, step: { cursor: { after: last._id }, done, total, phase: "undo" } });
    after = last._id;
  }
  const counts = await countRows(importId);
  const set = { state: "undone" as const, counts };
  return {
    counts,
    write: (session) => updateAtRevision(ImportModel, { id: importId, revision: record.revision, set }, session),
  };
}

/** Where somebody is working with one of these clients just now, they are looked at anew. */
async function takeBack(
  task: RunningTask<Input>,
  deps: ImportDeps,
  given: {
    record: ImportRecord;
    rows: readonly ImportRowRecord[];
    step: Parameters<RunningTask<Input>["advance"]>[0];
  },
): Promise<void> {
  const { record, rows, step } = given;
  const ids = rows.flatMap(({ customerId }) => customerId ?? []);
  for (let attempt = 1; ; attempt += 1) {
    const plan = await planTakingBack(deps, ids, {
      ...{ importId: record._id, runId: task.taskId, byName: record.memberName, usedIds: await usedClients(ids) },
      ...{ by: { kind: "member", id: record.memberId }, cause: `${task.taskId}:${rows[0]?.row ?? 0}` },
    });
    try {
      await task.advance(step, async (session) => {
        for (const { _id, customerId } of rows) {
          const why = plan.stays.get(customerId ?? "");
          // What is gone was taken back already, or merged and deleted since: nobody can open it.
          const set = why === undefined || why === "gone" ? { is: "takenBack" as const, customerId: null } : { why };
          await update(ImportRowModel, { filter: { _id }, set }, session);
        }
        await plan.write(session);
      });
      plan.written();
      return;
    } catch (error) {
      if (!(isWriteConflict(error) || error instanceof StaleRead) || attempt >= attemptsMax) throw error;
      await waitAfterConflict(attempt);
    }
  }
}

async function countRows(importId: string): Promise<Record<string, number>> {
  const counted = await Promise.all(
    rowResults.map(async (is) => [is, await ImportRowModel.countDocuments({ importId, is })] as const),
  );
  return Object.fromEntries(counted.filter(([, count]) => count > 0));
}
