import type { ClientSession } from "mongoose";
import { type OpeningKind, openingKeyOf, openingKinds, openingPostings } from "@shared/domain/opening";
import { addDays, monthOf } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { inTransaction, update, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import { emit } from "../../outbox";
import { type RunningTask, taskKind, type TaskResult } from "../../tasks";
import { postByCause } from "../ledger";
import { openingsStandFrom } from "../plans";
import { balanceOf, balancesInForce, sumsOf } from "./balances";
import { readBook, writeBook } from "./book";
import { openingSubmitted } from "./events";
import { BalanceModel, type BalanceRecord, OpeningModel, type OpeningRecord } from "./openingModel";
import { openingIfAny } from "./openings";

interface Input {
  importId: string;
}

/** Of one decision: allowed once more, it is another task. @param revision of the table as it was decided on */
export const postingTaskId = (importId: string, revision: number): string => `${importId}:${revision}`;

/** About so many balances are posted at a time; those of a member always together. */
const batchSize = 200;

/**
 * Puts what was allowed into the accounts, member by member: what is posted is marked in the same transaction, so that whoever goes on after a
 * kill takes what is left, and nothing is there twice.
 */
export const postOpeningsTask = taskKind<Input, Deps>("openings.post", {
  run: (task, deps) => post(task, deps),
  // It was allowed and is not in the accounts: whoever may decide is asked again.
  discard: ({ taskId, input: { importId } }, deps) => askAgain(importId, taskId, deps),
});

async function post(task: RunningTask<Input>, deps: Pick<Deps, "clock" | "realNow">): Promise<TaskResult> {
  const { importId } = task.input;
  const record = await openingIfAny(importId);
  if (!record) throw new AppError("import.unknown", `no opening balances ${importId}`);
  await requireAll(record, { importId });
  for (;;) {
    const batch = await nextBatch(importId);
    if (batch.length === 0) break;
    const posting = await postingOf(record, batch, deps);
    const done = await BalanceModel.countDocuments({ importId, number: { $gt: 0 } });
    await task.advance({ done: done + batch.length, total: record.changes }, posting);
  }
  await requireAll(record, { importId, number: record.number });
  const [now, book] = await Promise.all([openingIfAny(importId), readBook()]);
  const { changes, membersCount } = record;
  return {
    counts: { rows: changes, members: membersCount },
    write: async (session) => {
      const set = { state: "posted" as const, postedAt: deps.clock.now() };
      await updateAtRevision(OpeningModel, { id: importId, revision: now?.revision ?? 0, set }, session);
      await writeBook(book, { openId: null }, session);
    },
  };
}

/**
 * What was allowed is all of it, and nothing else: before any of it is in the accounts, and once all of it is.
 * @throws AppError "server.failed", so that whoever may decide is asked again
 */
async function requireAll(
  { _id, changes }: Pick<OpeningRecord, "_id" | "changes">,
  filter: Partial<Pick<BalanceRecord, "importId" | "number">>,
): Promise<void> {
  const count = await BalanceModel.countDocuments(filter);
  if (count !== changes) throw new AppError("server.failed", `${_id} has ${count} balances, ${changes} were allowed`);
}

/** The next balances that are not in the accounts, by member; all of each. */
async function nextBatch(importId: string): Promise<BalanceRecord[]> {
  const filter = { importId, number: null };
  const some = await BalanceModel.find(filter)
    .sort({ importId: 1, number: 1, memberId: 1 })
    .limit(batchSize)
    .lean<BalanceRecord[]>();
  const last = some.at(-1)?.memberId;
  if (some.length < batchSize || last === undefined) return some;
  const whole = await BalanceModel.find({ ...filter, memberId: last }).lean<BalanceRecord[]>();
  return [...some.filter(({ memberId }) => memberId !== last), ...whole];
}

/** One journal for each member and kind: by how much each balance is another one than what is in force. What all are together follows with it. */
async function postingOf(
  { _id: importId, number, payingOn }: OpeningRecord,
  batch: readonly BalanceRecord[],
  { clock, realNow }: Pick<Deps, "clock" | "realNow">,
): Promise<(session: ClientSession) => Promise<void>> {
  const [inForce, book] = await Promise.all([balancesInForce(batch.map(({ memberId }) => memberId)), readBook()]);
  const changed = batch.map((one) => {
    const before = inForce.get(openingKeyOf(balanceOf(one)));
    return { ...one, changeFen: one.amountFen - (before?.amountFen ?? 0) };
  });
  const journals = new Map<string, { memberId: string; kind: OpeningKind; of: BalanceRecord[] }>();
  for (const one of changed) {
    const key = `${one.memberId}:${one.kind}`;
    const journal = journals.get(key) ?? { memberId: one.memberId, kind: one.kind, of: [] };
    journal.of.push(one);
    journals.set(key, journal);
  }
  const known = new Set([...inForce.values()].map(({ memberId }) => memberId));
  const added = new Set(batch.flatMap(({ memberId }) => (known.has(memberId) ? [] : [memberId])));
  const parts = [
    ...openingKinds.map((kind) => ({ kind, fen: book.sums[kind] })),
    ...changed.map(({ kind, changeFen }) => ({ kind, fen: changeFen })),
  ];
  const together = { sums: sumsOf(parts), membersCount: book.membersCount + added.size };
  return async (session) => {
    await writeBook(book, together, session);
    for (const [key, { memberId, kind, of }] of journals) {
      const changes = of.map(({ _id: lineId, changeFen: amountFen }) => ({ lineId, amountFen }));
      await postByCause(
        {
          ...{ journalId: `opening:${importId}:${key}`, memberId, period: monthOf(addDays(payingOn, -1)) },
          ...{ cause: { kind: "opening", id: importId }, postings: openingPostings(memberId, kind, changes) },
          ...{ postedAt: clock.now(), recordedAt: realNow() },
        },
        session,
      );
    }
    for (const { _id, changeFen } of changed)
      await update(BalanceModel, { filter: { _id }, set: { number, changeFen } }, session);
  };
}

/**
 * A task that is over may be cleared away late: what was allowed since goes on. Where nothing is in the accounts the first paying day may move
 * again, as long as it waits.
 */
async function askAgain(importId: string, taskId: string, deps: Pick<Deps, "realNow">): Promise<void> {
  const record = await openingIfAny(importId);
  if (record?.state !== "posting" || taskId !== postingTaskId(importId, record.revision - 1)) return;
  const [stands, firstDay] = await Promise.all([BalanceModel.exists({ number: { $gt: 0 } }), openingsStandFrom()]);
  await inTransaction(async (session) => {
    if (stands === null) await firstDay.release(session);
    const set = { state: "waiting" as const, decision: null };
    await updateAtRevision(OpeningModel, { id: importId, revision: record.revision, set }, session);
    const cause = `${importId}:${record.revision + 1}`;
    const event = openingSubmitted.of({ payload: { importId }, partition: `opening:${importId}`, cause });
    await emit(event, session, deps.realNow());
  });
}
