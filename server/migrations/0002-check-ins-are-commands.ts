import type { ClientSession, mongo } from "mongoose";
import type { Migration } from "./migration";

interface OldCheckIn {
  _id: string;
  memberId: string;
  receivedAt: Date;
  command?: unknown;
}
type Parts = { _id: string } & Record<string, unknown>;

const batchSize = 500;
const kind = "checkIns.create";

/**
 * A check-in was kept in three places: itself, its command and its audit entry. Now it carries the other two, so that a tap
 * that a phone sends again still gets its first answer.
 */
export const checkInsAreCommands: Migration = {
  number: 2,
  name: "check-ins-are-commands",
  up: async (context) => {
    const { db } = context;
    const checkIns = db.collection<OldCheckIn>("checkIns");
    const total = await checkIns.estimatedDocumentCount();
    let done = 0;
    let batch: OldCheckIn[] = [];
    const flush = async () => {
      const checkIns = batch;
      if (checkIns.length > 0) await context.writeBatch((session) => moveInto(db, checkIns, session));
      done += batch.length;
      batch = [];
      context.progress(done, total);
    };
    const fields = { projection: { memberId: 1, receivedAt: 1, command: 1 }, batchSize } as const;
    for await (const checkIn of checkIns.find({}, fields)) {
      batch.push(checkIn);
      if (batch.length === batchSize) await flush();
    }
    await flush();
  },
};

async function moveInto(db: mongo.Db, checkIns: readonly OldCheckIn[], session: ClientSession): Promise<void> {
  const ids = checkIns.map(({ _id }) => _id);
  const commands = await byId(db, "commands", ids, session);
  const entries = await byId(db, "auditEntries", ids, session);
  const writes = checkIns
    .filter(({ command }) => command === undefined)
    .map((checkIn): mongo.AnyBulkWriteOperation<Parts> => {
      const { _id } = checkIn;
      const { bodyHash, answer } = commands.get(_id) ?? { bodyHash: "", answer: "{}" };
      const set = { command: { kind, bodyHash, answer }, audit: auditOf(checkIn, entries.get(_id)), sealed: false };
      return { updateOne: { filter: { _id }, update: { $set: set, $unset: { repeatedOnDay: "" } } } };
    });
  if (writes.length > 0) await db.collection<Parts>("checkIns").bulkWrite(writes, { ordered: false, session });
  for (const [name, found] of [
    ["commands", commands],
    ["auditEntries", entries],
  ] as const) {
    if (found.size > 0) await db.collection<Parts>(name).deleteMany({ _id: { $in: [...found.keys()] } }, { session });
  }
}

/** Those of the demo's history had no entry of their own. */
function auditOf({ _id, memberId, receivedAt }: OldCheckIn, entry: Parts | undefined): Record<string, unknown> {
  if (entry)
    return Object.fromEntries(Object.entries(entry).filter(([name]) => !["_id", "schemaVersion"].includes(name)));
  const actor = { kind: "member", id: memberId };
  return { actor, action: "checkIn.create", subject: _id, at: receivedAt, recordedAt: receivedAt };
}

async function byId(
  db: mongo.Db,
  name: string,
  ids: readonly string[],
  session: ClientSession,
): Promise<Map<string, Parts>> {
  const found = await db
    .collection<Parts>(name)
    .find({ _id: { $in: [...ids] } }, { session })
    .toArray();
  return new Map(found.map((document) => [document._id, document]));
}
