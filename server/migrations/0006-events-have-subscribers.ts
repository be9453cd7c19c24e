import type { mongo } from "mongoose";
import { changeEach } from "./changeEach";
import type { Migration, MigrationContext } from "./migration";

/** What an open event was: for the one handler of its type. */
export interface OldEvent extends mongo.Document {
  _id: string;
  type: string;
  partition: string;
}
type Stored = { _id: string } & mongo.Document;
interface OldPartition extends mongo.Document {
  _id: string;
  memory?: { sends?: unknown };
}

interface Listener {
  subscription: string;
  /** Whether it works in the partition that the event names, beside others; else in one of its own. */
  shares?: true;
}

/** Who listened to what, by the names of the version that this migration leads to. */
const listeners: Record<string, Listener[]> = {
  "sale.confirmed": [{ subscription: "notices.saleWin" }],
  "rollup.due": [{ subscription: "performance.rollUp" }],
  "statement.reprice": [{ subscription: "statements.reprice", shares: true }],
  "target.published": [{ subscription: "statements.followTargets" }],
  "notice.send": [{ subscription: "notices.send", shares: true }],
  "notice.digest": [{ subscription: "notices.sendDigest", shares: true }],
};

const batchSize = 500;

/**
 * An event was worked off by the one handler of its type; now each subscription has a delivery of its own. And how much has
 * gone to a receiver was kept beside the lease of its partition; now notices keep it.
 */
export const eventsHaveSubscribers: Migration = {
  number: 6,
  name: "events-have-subscribers",
  up: async (context) => {
    await splitOpenEvents(context);
    await changeEach<OldEvent>(context, "eventLog", ({ _id, type, subscription }) => {
      const [listener] = listeners[type] ?? [];
      if (subscription !== undefined || !listener) return null;
      return { $set: { eventId: _id, subscription: listener.subscription, schemaVersion: 2 } };
    });
    await moveSendCounts(context);
  },
};

/**
 * The deliveries of an open event, each in the state that the event had. An event of a type that this version does not know
 * has none, and stays what it is.
 */
export function deliveriesOfOld(event: OldEvent): Stored[] {
  const { _id: eventId, type, partition } = event;
  return (listeners[type] ?? []).map(({ subscription, shares }) => ({
    ...event,
    _id: `${eventId}@${subscription}`,
    schemaVersion: 2,
    eventId,
    subscription,
    partition: shares ? partition : `${subscription}/${partition}`,
  }));
}

async function splitOpenEvents(context: MigrationContext): Promise<void> {
  const events = context.db.collection<Stored>("events");
  const total = await events.estimatedDocumentCount();
  let done = 0;
  let batch: { event: OldEvent; deliveries: Stored[] }[] = [];
  const flush = async () => {
    const inserts = batch.flatMap(({ deliveries }) =>
      deliveries.map(({ _id, ...fields }) => ({
        updateOne: { filter: { _id }, update: { $setOnInsert: fields }, upsert: true },
      })),
    );
    const ids = batch.map(({ event }) => event._id);
    batch = [];
    if (ids.length > 0)
      await context.writeBatch(async (session) => {
        await events.bulkWrite(inserts, { session });
        await events.deleteMany({ _id: { $in: ids } }, { session });
      });
    context.progress(done, total);
  };
  for await (const found of events.find({}, { batchSize })) {
    done += 1;
    // What is no delivery yet, an older version has stored.
    const event = found as unknown as OldEvent;
    const deliveries = event.subscription === undefined ? deliveriesOfOld(event) : [];
    if (deliveries.length > 0) batch.push({ event, deliveries });
    if (batch.length === batchSize) await flush();
  }
  await flush();
}

/** There is one partition for each member, unit and robot: few enough for one write each way. */
async function moveSendCounts(context: MigrationContext): Promise<void> {
  const { db } = context;
  const partitions = db.collection<Stored>("partitions");
  // As older versions stored them.
  const found = (await partitions.find({}).toArray()) as unknown as OldPartition[];
  const counts = found.flatMap(({ _id, memory }): mongo.AnyBulkWriteOperation<Stored>[] =>
    memory?.sends === undefined
      ? []
      : [
          {
            updateOne: {
              filter: { _id },
              update: { $setOnInsert: { schemaVersion: 1, counts: memory.sends } },
              upsert: true,
            },
          },
        ],
  );
  // Nobody works in these any more: their subscriptions have partitions of their own.
  const left = found.map(({ _id }) => _id).filter((id) => /^(rollup|targets):/.test(id));
  const remembering = found.filter(({ memory }) => memory !== undefined).map(({ _id }) => _id);
  await context.writeBatch(async (session) => {
    if (counts.length > 0) await db.collection<Stored>("sendCounts").bulkWrite(counts, { session });
    if (left.length > 0) await partitions.deleteMany({ _id: { $in: left } }, { session });
    if (remembering.length > 0)
      await partitions.updateMany({ _id: { $in: remembering } }, { $unset: { memory: "" } }, { session });
  });
}
