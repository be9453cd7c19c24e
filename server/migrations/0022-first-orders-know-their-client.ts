import type { mongo } from "mongoose";
import type { Migration } from "./migration";

interface Wrong {
  _id: string;
  ownerId: string;
  soldToId: string;
}

const prefix = "newCustomer:";
/** Behind every name that begins so. */
const prefixEnd = "newCustomer;";
const batchSize = 500;

/**
 * The first order of a client that had become another held the key of both as its own. After an undone merge the one that stays could have
 * no first order of its own any more. The key says now by whose order it is held: it counts while the two are one, and is free afterwards.
 */
export const firstOrdersKnowTheirClient: Migration = {
  number: 22,
  name: "first-orders-know-their-client",
  async up(context) {
    const keys = context.db.collection<{ _id: string; ownerId: string }>("keys");
    const wrong = keys.aggregate<Wrong>([
      { $match: { _id: { $gte: prefix, $lt: prefixEnd }, ownerId: { $not: /^for / } } },
      { $lookup: { from: "sales", localField: "ownerId", foreignField: "_id", as: "sale" } },
      { $unwind: "$sale" },
      { $match: { $expr: { $ne: ["$_id", { $concat: [prefix, "$sale.customerId"] }] } } },
      { $project: { ownerId: 1, soldToId: "$sale.customerId" } },
    ]);
    let done = 0;
    let batch: mongo.AnyBulkWriteOperation<{ _id: string; ownerId: string }>[] = [];
    const flush = async () => {
      const writes = batch;
      batch = [];
      if (writes.length > 0)
        await context.writeBatch(async (session) => void (await keys.bulkWrite(writes, { ordered: false, session })));
      context.progress(done, done);
    };
    for await (const { _id, ownerId, soldToId } of wrong) {
      batch.push({ updateOne: { filter: { _id, ownerId }, update: { $set: { ownerId: `for ${soldToId}` } } } });
      done += 1;
      if (batch.length === batchSize) await flush();
    }
    await flush();
  },
};
