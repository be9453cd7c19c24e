import type { mongo } from "mongoose";
import { emptyStatement, postingsOfDifference, type Statement } from "@shared/domain/pay";
import type { Migration } from "./migration";

const batchSize = 100;

/** A month as 0.1.0 stored it. */
interface OldStatement {
  _id: string;
  memberId: string;
  period: string;
  statement: Statement;
  revision: number;
  pricedAt: Date;
  bookRevision?: number;
}

/**
 * Opens the ledger with what each month says: one journal from nothing to the stored statement, at its revision, so that what
 * is posted adds up to it and goes on from there. And months count what is booked into them.
 */
export const openingJournals: Migration = {
  number: 4,
  name: "opening-journals",
  async up(context) {
    const { db } = context;
    const statements = db.collection<OldStatement>("statements");
    const total = await statements.estimatedDocumentCount();
    let done = 0;
    let batch: OldStatement[] = [];
    const flush = async () => {
      await context.confirm();
      await openLedger(batch, db, context.realNow());
      done += batch.length;
      batch = [];
      context.progress(done, total);
    };
    for await (const statement of statements.find({}, { batchSize })) {
      batch.push(statement);
      if (batch.length === batchSize) await flush();
    }
    await flush();
  },
};

async function openLedger(batch: readonly OldStatement[], db: mongo.Db, recordedAt: Date): Promise<void> {
  const old = batch.filter(({ bookRevision }) => bookRevision === undefined);
  if (old.length === 0) return;
  await db.collection<{ _id: string }>("journals").bulkWrite(
    old.map((statement) => ({
      updateOne: {
        filter: { _id: `${statement._id}:${statement.revision}` },
        update: { $setOnInsert: openingOf(statement, recordedAt) },
        upsert: true,
      },
    })),
    { ordered: false },
  );
  // Last: whoever finds a book revision has nothing left to do for that month.
  await db.collection<OldStatement>("statements").bulkWrite(
    old.map(({ _id, revision }) => ({
      updateOne: { filter: { _id }, update: { $set: { bookRevision: revision } } },
    })),
    { ordered: false },
  );
}

function openingOf(old: OldStatement, recordedAt: Date) {
  const { _id: repMonth, memberId, period, statement, revision, pricedAt } = old;
  return {
    schemaVersion: 1,
    memberId,
    period,
    repMonth,
    revision,
    causes: [{ kind: "upgrade", id: "4" }],
    postings: postingsOfDifference(emptyStatement(memberId, period), statement),
    postedAt: pricedAt,
    recordedAt,
  };
}
