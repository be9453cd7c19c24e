import mongoose, { model, mongo, Schema } from "mongoose";
import {
  buildIndexes,
  databaseAnswers,
  inTransaction,
  insert,
  isDuplicateKey,
  onEnded,
  remove,
  replace,
  schemaVersion,
  sendWrites,
  update,
  updateAtRevision,
  withLease,
} from "../../../server/db";
import { learnHowToWrite } from "../../../server/db/transactionWrites";
import { lookAt, resetDatabase, stored } from "../../support/testDatabase";

const noteSchema = new Schema(
  {
    _id: { type: String, required: true },
    count: { type: Number, required: true },
    revision: { type: Number, required: true },
    text: { type: String, default: null },
    schemaVersion,
  },
  { collection: "testNotes", strict: "throw", autoIndex: false, versionKey: false },
);
noteSchema.index({ _id: 1, revision: 1 });
const NoteModel = model("TestNote", noteSchema);
const note = (id: string, count = 0) => ({ _id: id, count, revision: 1 });

beforeEach(resetDatabase);

/** How servers of these versions of MongoDB say what they can do. */
const servers = [
  ["together, as MongoDB 8.0 and newer take them", 25],
  ["one after the other, as older servers take them", 21],
] as const;

describe.each(servers)("a transaction whose writes go %s", (_how, maxWireVersion) => {
  const serverOf = (version: number) => ({ admin: () => ({ command: async () => ({ maxWireVersion: version }) }) });
  beforeEach(() => learnHowToWrite(serverOf(maxWireVersion) as never)); // all that it asks
  afterAll(() => learnHowToWrite(mongoose.connection.db as never)); // connected by the set-up

  it("leaves nothing of itself when it fails", async () => {
    const work = inTransaction(async (session) => {
      await insert(NoteModel, note("a"), session);
      throw new Error("no");
    });
    await expect(work).rejects.toThrow("no");
    expect(await stored("testNotes")).toEqual([]);
  });

  it("loses no change when another one changed the same document", async () => {
    await inTransaction((session) => insert(NoteModel, note("a"), session));
    const addOne = () =>
      inTransaction(async (session) => {
        const found = await NoteModel.findOne({ _id: "a" }, null, { session }).lean();
        await NoteModel.updateOne({ _id: "a" }, { $set: { count: (found?.count ?? 0) + 1 } }, { session });
      });
    await Promise.all(Array.from({ length: 5 }, addOne));
    expect(await stored("testNotes")).toMatchObject([{ count: 5 }]);
  });

  it("refuses what its schema does not know", async () => {
    const odd = { ...note("a"), colour: "red" };
    await expect(inTransaction((session) => insert(NoteModel, odd, session))).rejects.toThrow(/colour/);
  });

  it("fills in the version of the schema", async () => {
    await inTransaction((session) => insert(NoteModel, note("b"), session));
    expect(await stored("testNotes")).toMatchObject([{ _id: "b", schemaVersion: 1 }]);
  });

  it("refuses a change that its schema does not allow, before anything is sent", async () => {
    await inTransaction((session) => insert(NoteModel, note("a"), session));
    const change = (set: object) =>
      inTransaction((session) => update(NoteModel, { filter: { _id: "a" }, set }, session));
    await expect(change({ colour: "red" })).rejects.toThrow(/colour/);
    await expect(change({ count: "many" })).rejects.toThrow(/count/);
    expect(await stored("testNotes")).toMatchObject([{ count: 0 }]);
  });

  it("empties a field that is told to be nothing", async () => {
    await inTransaction((session) => insert(NoteModel, { ...note("a"), text: "called" }, session));
    for (const text of [null, undefined]) {
      await inTransaction((session) => update(NoteModel, { filter: { _id: "a" }, set: { text: "again" } }, session));
      await inTransaction((session) => update(NoteModel, { filter: { _id: "a" }, set: { text } }, session));
      expect(await stored("testNotes")).toMatchObject([{ count: 0, text: null }]);
    }
  });

  it("writes in the order in which it was told", async () => {
    const found: number[] = [];
    const hear = (count: number) => void found.push(count);
    await inTransaction(async (session) => {
      await insert(NoteModel, note("a"), session);
      await update(NoteModel, { filter: { _id: "a" }, set: { count: 1 } }, session, hear);
      await update(NoteModel, { filter: { _id: "b" }, inc: { count: 2 }, orInsert: { revision: 1 } }, session, hear);
      await update(NoteModel, { filter: { _id: "b" }, inc: { count: 2 }, orInsert: { revision: 1 } }, session, hear);
      await update(NoteModel, { filter: { _id: "none" }, set: { count: 1 } }, session, hear);
      replace(NoteModel, { ...note("c", 7), schemaVersion: 1 }, session);
      replace(NoteModel, { ...note("c", 8), schemaVersion: 1 }, session);
      remove(NoteModel, { _id: "a" }, session, hear);
      remove(NoteModel, { _id: "none" }, session, hear);
    });
    expect(found).toEqual([1, 0, 1, 0, 1, 0]);
    const left = [
      { _id: "b", count: 4 },
      { _id: "c", count: 8 },
    ];
    expect(await stored("testNotes")).toMatchObject(left);
  });

  it("is not asked by a test for what it has planned and not sent", async () => {
    const found = (isSent: boolean) =>
      inTransaction(async (session) => {
        await insert(NoteModel, note(isSent ? "a" : "b"), session);
        if (isSent) await sendWrites(session);
        return NoteModel.findOne({ _id: isSent ? "a" : "b" }, null, { session }).lean();
      });
    expect(await found(true)).toMatchObject({ _id: "a" });
    await expect(found(false)).rejects.toThrow("call sendWrites before");
  });

  it("leaves nothing where what it found is not what it needs", async () => {
    const work = inTransaction(async (session) => {
      await insert(NoteModel, note("a"), session);
      await update(NoteModel, { filter: { _id: "none" }, set: { count: 1 } }, session, (count) => {
        if (count === 0) throw new Error("it is gone");
      });
    });
    await expect(work).rejects.toThrow("it is gone");
    expect(await stored("testNotes")).toEqual([]);
  });

  it.each([
    [59, "no such command: 'bulkWrite'"],
    [115, "BulkWrite may not be run without featureFlagBulkWriteCommand enabled"],
  ])(
    "writes one after the other once a server in the middle of its own upgrade refuses all at once (%i)",
    async (code, errmsg) => {
      const commands = mongo.Db.prototype as unknown as Record<"command", (...args: unknown[]) => Promise<unknown>>;
      const original = commands.command;
      let refused = 0;
      commands.command = async function (this: unknown, ...args: unknown[]) {
        if (!("bulkWrite" in (args[0] as object))) return original.apply(this, args);
        refused += 1;
        throw new mongo.MongoServerError({ message: errmsg, errmsg, code });
      };
      try {
        for (const id of ["a", "b"]) await inTransaction((session) => insert(NoteModel, note(id), session));
      } finally {
        commands.command = original;
      }
      expect(await stored("testNotes")).toMatchObject([{ _id: "a" }, { _id: "b" }]);
      expect(refused).toBe(maxWireVersion >= 25 ? 1 : 0);
    },
  );

  it("says of what exists already that it does", async () => {
    const once = () => inTransaction((session) => insert(NoteModel, note("a"), session));
    await once();
    const error: unknown = await once().catch((thrown: unknown) => thrown);
    expect(isDuplicateKey(error)).toBe(true);
  });

  it("says that a document has changed, also where what follows from the change is there already", async () => {
    await inTransaction((session) => insert(NoteModel, note("a"), session));
    const journal = () =>
      inTransaction(async (session) => {
        await updateAtRevision(NoteModel, { id: "a", revision: 1, set: { count: 1 } }, session);
        await insert(NoteModel, note("a:2"), session);
      });
    await journal();
    await expect(journal()).rejects.toMatchObject({ code: "stale", details: { revision: 2 } });
  });

  it("reads what it has written once that is sent", async () => {
    const count = await inTransaction(async (session) => {
      await insert(NoteModel, note("a", 3), session);
      await sendWrites(session);
      return (await NoteModel.findOne({ _id: "a" }, null, { session }).lean())?.count;
    });
    expect(count).toBe(3);
  });

  it("tells at its end whether it was committed", async () => {
    const told: string[] = [];
    const once = (name: string) =>
      inTransaction(async (session) => {
        onEnded(session, (isCommitted) => told.push(`${name}: ${isCommitted ? "committed" : "not committed"}`));
        await insert(NoteModel, note("a"), session);
      });
    await once("first");
    await expect(once("second")).rejects.toThrow();
    expect(told).toEqual(["first: committed", "second: not committed"]);
  });

  it("sends more writes than go in one command", async () => {
    const names = Array.from({ length: 1_203 }, (_, n) => `n${n}`);
    await inTransaction(async (session) => {
      for (const name of names) await insert(NoteModel, note(name), session);
    });
    expect(await stored("testNotes")).toHaveLength(names.length);
  });

  it("lets two through one after the other that wait for each other's document", async () => {
    await inTransaction((session) => insert(NoteModel, note("a"), session));
    const add = () =>
      inTransaction(async (session) => {
        const found = await NoteModel.findOne({ _id: "a" }, null, { session }).lean();
        await update(NoteModel, { filter: { _id: "a" }, set: { count: (found?.count ?? 0) + 1 } }, session);
      });
    await Promise.all(Array.from({ length: 5 }, add));
    expect(await stored("testNotes")).toMatchObject([{ count: 5 }]);
  });
});

describe("an edit at a revision", () => {
  it("lets one of ten through that all read the same revision", async () => {
    await inTransaction((session) => insert(NoteModel, note("a"), session));
    const edit = (count: number) =>
      inTransaction((session) =>
        updateAtRevision(NoteModel, { id: "a", revision: 1, set: { count }, onStale: "refuse" }, session),
      );
    const results = await Promise.allSettled(Array.from({ length: 10 }, (_, n) => edit(n)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("tells the present revision to the one who came too late", async () => {
    await inTransaction((session) => insert(NoteModel, { ...note("a"), revision: 7 }, session));
    const late = inTransaction((session) =>
      updateAtRevision(NoteModel, { id: "a", revision: 6, set: { count: 1 }, onStale: "refuse" }, session),
    );
    await expect(late).rejects.toMatchObject({ code: "stale", details: { revision: 7 } });
  });
});

describe("a lease", () => {
  it("lets one at a time do the work", async () => {
    let inside = 0;
    let insideMax = 0;
    const work = () =>
      withLease(
        "test",
        async () => {
          inside += 1;
          insideMax = Math.max(insideMax, inside);
          await new Promise((resolve) => setImmediate(resolve));
          inside -= 1;
        },
        { retryMs: 1 },
      );
    await Promise.all(Array.from({ length: 6 }, work));
    expect(insideMax).toBe(1);
  });

  it("passes to another when its owner died without giving it back", async () => {
    const diedAt = new Date("2026-03-26T01:00:00Z");
    void withLease("test", () => new Promise(() => undefined), { realNow: () => diedAt, leaseMs: 60_000 });
    await lookAt(async () => {
      while ((await stored("leases")).length === 0) await new Promise((resolve) => setImmediate(resolve));
    });
    const later = new Date(diedAt.getTime() + 60_001);
    expect(await withLease("test", async () => "done", { realNow: () => later, retryMs: 1 })).toBe("done");
  });
});

describe("the database", () => {
  it("has its indexes after they were built twice at the same time", async () => {
    await Promise.all([buildIndexes(), buildIndexes()]);
    const indexes = await lookAt(() => NoteModel.collection.indexes());
    expect(indexes.map(({ key }) => key)).toContainEqual({ _id: 1, revision: 1 });
  });

  it("says whether it answers", async () => {
    expect(await databaseAnswers()).toBe(true);
  });

  it("gives every model a version, a text id, and no room for unknown fields", () => {
    // Migrations are told apart by their number.
    const idOf = (name: string) => (name === "Migration" ? "Number" : "String");
    for (const [name, { schema }] of Object.entries(mongoose.models)) {
      expect([name, schema.get("strict"), schema.get("autoIndex")]).toEqual([name, "throw", false]);
      expect([name, schema.path("_id")?.instance, schema.path("schemaVersion")?.instance]).toEqual([
        name,
        idOf(name),
        "Number",
      ]);
    }
  });
});
