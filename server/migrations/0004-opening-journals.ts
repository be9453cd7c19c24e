import type { ClientSession, mongo } from "mongoose";
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
      const old = batch.filter(({ bookRevision }) => bookRevision === undefined);
      if (old.length > 0) await context.writeBatch((session) => openLedger(old, { db, session }, context.realNow()));
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

async function openLedger(
  old: readonly OldStatement[],
  { db, session }: { db: mongo.Db; session: ClientSession },
  recordedAt: Date,
): Promise<void> {
  await db.collection<{ _id: string }>("journals").bulkWrite(
    old.map((statement) => ({
      updateOne: {
        filter: { _id: `${statement._id}:${statement.revision}` },
        update: { $setOnInsert: openingOf(statement, recordedAt) },
        upsert: true,
      },
    })),
    { ordered: false, session },
  );
  await db.collection<OldStatement>("statements").bulkWrite(
    old.map(({ _id, revision }) => ({
      updateOne: { filter: { _id }, update: { $set: { bookRevision: revision } } },
    })),
    { ordered: false, session },
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
