/** What the product relies on, each as a check that throws when the database does otherwise. */
import assert from "node:assert/strict";

const DUPLICATE_KEY = 11000;
const WRITE_CONFLICT = 112;

/**
 * @param collection gives a collection of that name, empty and for this run alone
 * @returns list of [what is claimed, check]; a check may return words about what it found
 */
export function engineChecks({ client, collection, mongo }) {
  const admin = client.db("admin");
  const transaction = async (work) => {
    const session = client.startSession();
    try {
      session.startTransaction({ readConcern: { level: "snapshot" }, writeConcern: { w: "majority" } });
      return await work(session);
    } finally {
      if (session.inTransaction()) await session.abortTransaction();
      await session.endSession();
    }
  };

  return [
    ["the engine says who it is", () => identity(admin)],
    ["it is a replica set with sessions", () => replicaSet(admin)],
    ["a second insert and an update onto the same unique key are refused with 11000", () => duplicates(collection)],
    [
      "an aborted transaction leaves nothing, and nobody sees it meanwhile",
      () => abortedTransaction(collection, transaction),
    ],
    [
      "of two transactions on one document one fails, with the label that says try again",
      () => conflict(collection, transaction, mongo),
    ],
    [
      "a transaction takes all of its writes in one command, all or none",
      () => writesTogether(collection, client, admin),
    ],
    ["40 workers claim 20 leases, each once", () => leases(collection)],
    ["200 parallel increments count 200", () => increments(collection)],
    ["30 parallel upserts of one _id make one document", () => upserts(collection)],
    ["of ten edits of one revision one goes through", () => revisions(collection)],
    ["an index that expires documents is accepted", () => expiry(collection)],
  ];
}

/** Wire version of MongoDB 8.0; older servers get the product's writes one after the other. */
const BULK_WRITE = 25;

async function writesTogether(collection, client, admin) {
  const { maxWireVersion } = await admin.command({ hello: 1 });
  if (maxWireVersion < BULK_WRITE) return "not before MongoDB 8.0; they go one after the other";
  const pots = collection("together");
  await pots.insertOne({ _id: "a", revision: 1 });
  const nsInfo = [{ ns: pots.namespace }];
  const update = (revision) => ({ update: 0, filter: { _id: "a", revision }, updateMods: { $inc: { revision: 1 } } });
  const send = async (ops, isMeant) => {
    const session = client.startSession();
    try {
      session.startTransaction({ writeConcern: { w: "majority" } });
      const command = { bulkWrite: 1, ops, nsInfo, ordered: true, errorsOnly: false };
      const { cursor } = await admin.command(command, { session });
      if (isMeant(cursor.firstBatch)) await session.commitTransaction();
      else await session.abortTransaction();
      return cursor.firstBatch;
    } finally {
      await session.endSession();
    }
  };
  const foundAll = (results) => results.every(({ ok, n }) => ok === 1 && n === 1);
  const insert = (_id) => ({ insert: 0, document: { _id } });
  assert.ok(foundAll(await send([insert("b"), update(1)], foundAll)), "what was there is not found");
  assert.ok(!foundAll(await send([insert("c"), update(1)], foundAll)), "an update of a revision that is gone finds it");
  const twice = await send([insert("d"), insert("b")], foundAll);
  assert.equal(twice.at(-1)?.code, DUPLICATE_KEY, "a second insert of the same _id is not refused");
  assert.deepEqual(await pots.find({}).sort({ _id: 1 }).toArray(), [{ _id: "a", revision: 2 }, { _id: "b" }]);
}

async function identity(admin) {
  const { version, secantusVersion } = await admin.command({ buildInfo: 1 });
  return secantusVersion ? `SecantusDB ${secantusVersion}` : `MongoDB ${version}`;
}

async function replicaSet(admin) {
  const { setName, msg, logicalSessionTimeoutMinutes } = await admin.command({ hello: 1 });
  assert.ok(setName || msg === "isdbgrid", "it is a single server: transactions need a replica set");
  assert.ok(logicalSessionTimeoutMinutes, "it knows no sessions");
  return setName ?? "sharded cluster";
}

async function duplicates(collection) {
  const people = collection("duplicates");
  await people.createIndex({ phone: 1 }, { unique: true });
  await people.insertMany([
    { _id: "a", phone: 1 },
    { _id: "b", phone: 2 },
  ]);
  await refusedWith(DUPLICATE_KEY, people.insertOne({ _id: "a", phone: 3 }));
  await refusedWith(DUPLICATE_KEY, people.insertOne({ _id: "c", phone: 1 }));
  await refusedWith(DUPLICATE_KEY, people.updateOne({ _id: "b" }, { $set: { phone: 1 } }));
}

async function abortedTransaction(collection, transaction) {
  const notes = collection("aborted");
  await notes.insertOne({ _id: "before" });
  await transaction(async (session) => {
    await notes.insertOne({ _id: "inside" }, { session });
    assert.ok(await notes.findOne({ _id: "inside" }, { session }), "it does not see its own write");
    assert.equal(await notes.countDocuments({}), 1, "others see an open transaction");
  });
  assert.equal(await notes.countDocuments({}), 1, "something is left");
}

async function conflict(collection, transaction, mongo) {
  const accounts = collection("conflict");
  await accounts.insertOne({ _id: "x", fen: 0 });
  const error = await transaction(async (first) => {
    await accounts.updateOne({ _id: "x" }, { $set: { fen: 1 } }, { session: first });
    const refusal = await transaction((second) =>
      accounts.updateOne({ _id: "x" }, { $set: { fen: 2 } }, { session: second }).then(
        () => null,
        (caught) => caught,
      ),
    );
    await first.commitTransaction();
    return refusal;
  });
  assert.ok(error, "both went through");
  assert.ok(
    error instanceof mongo.MongoError && error.hasErrorLabel("TransientTransactionError"),
    `no label: ${error.message}`,
  );
  assert.equal(error.code, WRITE_CONFLICT);
  assert.equal((await accounts.findOne({ _id: "x" })).fen, 1);
}

async function leases(collection) {
  const jobs = collection("leases");
  await jobs.insertMany(Array.from({ length: 20 }, (_, index) => ({ _id: index, owner: null })));
  const claims = Array.from({ length: 40 }, async (_, worker) => {
    let claimed = 0;
    while (await jobs.findOneAndUpdate({ owner: null }, { $set: { owner: worker } })) claimed += 1;
    return claimed;
  });
  const claimed = (await Promise.all(claims)).reduce((sum, count) => sum + count, 0);
  assert.equal(claimed, 20, `20 leases were claimed ${claimed} times`);
}

async function increments(collection) {
  const counters = collection("increments");
  await counters.insertOne({ _id: "n", count: 0 });
  await Promise.all(Array.from({ length: 200 }, () => counters.updateOne({ _id: "n" }, { $inc: { count: 1 } })));
  assert.equal((await counters.findOne({ _id: "n" })).count, 200);
}

async function upserts(collection) {
  const things = collection("upserts");
  const upsert = (_, index) => things.updateOne({ _id: "one" }, { $set: { by: index } }, { upsert: true });
  const results = await Promise.allSettled(Array.from({ length: 30 }, upsert));
  const bad = results.find(({ status, reason }) => status === "rejected" && reason.code !== DUPLICATE_KEY);
  assert.ok(!bad, bad?.reason.message);
  assert.equal(await things.countDocuments({}), 1);
}

async function revisions(collection) {
  const sales = collection("revisions");
  await sales.createIndex({ _id: 1, revision: 1 });
  await sales.insertOne({ _id: "s", revision: 1 });
  const edit = (_, index) => sales.updateOne({ _id: "s", revision: 1 }, { $set: { revision: 2, by: index } });
  const results = await Promise.all(Array.from({ length: 10 }, edit));
  assert.equal(
    results.reduce((sum, { modifiedCount }) => sum + modifiedCount, 0),
    1,
  );
}

async function expiry(collection) {
  const name = await collection("expiry").createIndex({ expiresAt: 1 }, { expireAfterSeconds: 0 });
  const [index] = (await collection("expiry").indexes()).filter((found) => found.name === name);
  assert.equal(index?.expireAfterSeconds, 0);
}

async function refusedWith(code, write) {
  const error = await write.then(
    () => null,
    (caught) => caught,
  );
  assert.equal(error?.code, code, error ? error.message : "it was accepted");
}
