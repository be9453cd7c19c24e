import mongoose from "mongoose";
import pino from "pino";
import { checkLedger } from "../../../server/cli/ledgerCheck/checkLedger";
import { Progress } from "../../../server/cli/ledgerCheck/progress";
import { buildIndexes, connect, disconnect } from "../../../server/db";
import { FieldKeys } from "../../../server/db/encryptedFields";
import { migrations as ours } from "../../../server/migrations";
import type { Announcement, Migration } from "../../../server/migrations/migration";
import { prepareDatabase } from "../../../server/migrations/prepareDatabase";
import type { Amounts } from "../../../server/migrations/upgrade/differences";
import { runMigrations } from "../../../server/migrations/run";
import { upgrade } from "../../../server/migrations/upgrade/upgrade";
import { inTurn } from "../../../server/migrations/upgrade/upgradeTurn";
import { configureOutbox } from "../../../server/outbox";
import { subscriptions } from "../../../server/subscriptions";
// Loads every model.
import "../../../server/routes";
import { type Break, countWrites } from "../../support/failingWrites";
import { readAll, thaw } from "../../support/frozen";
import { length } from "../../support/length";
import { testSettings } from "../../support/testSettings";

/*
 * Upgrades what version 0.1.0 had stored. In a database of its own: an upgrade connects to a copy and back.
 */
const period = "2026-03";
const dbName = `xl_test_upgrade_${process.env.JEST_WORKER_ID ?? "1"}`;
const uri = process.env.TEST_MONGODB_URI ?? "";
const logger = pino({ level: "silent" });
const settings = testSettings();
const realNow = () => new Date("2026-12-01T00:00:00Z");
const clock = { now: () => new Date("2026-03-27T09:00:00+08:00") };

const next = ours.length + 1;
const announces: Announcement = {
  why: { "zh-CN": "三月的提成按 1.6% 计。", en: "March's commission is 1.6 %." },
  covers: ({ memberId }) => memberId === "xiaowang" || memberId === "xiaoli",
};
/** 小王 and 小李 are on this plan: 50 万 and 30 万 sold. */
const raised = (more: Partial<Migration> = {}): Migration => ({
  number: next,
  name: "raised-rate",
  async up({ db }) {
    await db
      .collection<{ _id: string }>("plans")
      .updateOne({ _id: "flat-internet@1" }, { $set: { "plan.components.0.amount": "金额 × 1.6%" } });
  },
  ...more,
});

let said: string[] = [];
const run = (migrations: readonly Migration[] = ours) => {
  said = [];
  return upgrade({ clock, settings, realNow, logger, migrations, uri, show: (line) => said.push(line) });
};
const database = () => {
  const { db } = mongoose.connection;
  if (!db) throw new Error("not connected");
  return db;
};
const everything = () => readAll(database());
const of = (collection: string, filter: object = {}) =>
  database().collection<{ _id: string }>(collection).find(filter).sort({ _id: 1 }).toArray();
const totalsFen = async () => {
  // As the engine stores them.
  const statements = (await of("statements")) as unknown as { memberId: string; statement: Amounts }[];
  return Object.fromEntries(statements.map((one): [string, number] => [one.memberId, one.statement.totals.amountFen]));
};
const ledgerDifference = () =>
  checkLedger(
    new Progress(
      () => undefined,
      () => 0,
    ),
    period,
  ).then(({ difference, behind }) => difference ?? behind);

beforeAll(() => {
  configureOutbox(subscriptions({ clock }));
  return connect(uri, { dbName });
});
afterAll(async () => {
  await database().dropDatabase();
  await disconnect();
});
beforeEach(given010);

/** What the one that was killed held is over. */
async function letDie(): Promise<void> {
  await database().collection("leases").deleteMany({});
  await database()
    .collection("upgradeCopies")
    .updateMany({}, { $set: { aliveUntil: new Date(0) } });
}

const otherDatabases = async () => {
  const { databases } = await database().admin().listDatabases();
  return databases.map(({ name }) => name).filter((name) => name.startsWith(`${dbName}_`));
};

async function given010(): Promise<void> {
  for (const { name } of await database().listCollections({}, { nameOnly: true }).toArray())
    await database().collection(name).deleteMany({});
  await thaw("tests/frozen/0.1.0/demo.ejson.gz", database());
}

describe("npm run upgrade", () => {
  it("brings 0.1.0's data to this version unnoticed, every statement the same to the fen", async () => {
    const before = await totalsFen();
    expect(await run()).toBe(true);
    expect(said).toContain("9 statements compared: all the same, to the fen.");
    expect(await totalsFen()).toEqual(before);
    expect(await of("notices", { kind: "pay_corrected" })).toEqual([]);
    expect(await ledgerDifference()).toBeNull();
    await buildIndexes();
    await prepareDatabase({ logger, settings, realNow, fieldKeys: new FieldKeys(undefined) });
  });

  it("stops before a difference that no migration announces, which it names to the fen", async () => {
    const before = await everything();
    expect(await run([...ours, raised()])).toBe(false);
    expect(said.join("\n")).toContain("小王 (xiaowang) 2026-03, total: 7,500.00 → 8,000.00 (+500.00)");
    expect(said.join("\n")).toContain(
      "小李 (xiaoli) 2026-03, commission:sale:seed-xiaoli-2026-03-10: 3,000.00 → 3,200.00 (+200.00)",
    );
    expect(await everything()).toEqual(before);
  });

  it("stops when a migration changes more than it has announced", async () => {
    const only = { ...announces, covers: ({ memberId }: { memberId: string }) => memberId === "xiaoli" };
    expect(await run([...ours, raised({ announces: only })])).toBe(false);
    expect(said.join("\n")).toContain("小王");
    expect(said.join("\n")).not.toContain("小李");
  });

  it("stops when a migration writes into a statement, announced or not: that has no journal", async () => {
    const writes = raised({
      announces: { ...announces, covers: () => true },
      async up({ db }) {
        const id = { _id: `xiaowang:${period}` };
        await db.collection<{ _id: string }>("statements").updateOne(id, { $set: { "statement.totals.amountFen": 1 } });
      },
    });
    expect(await run([...ours, writes])).toBe(false);
    expect(said.join("\n")).toContain("小王 (xiaowang) 2026-03, total: 7,500.00 → 0.01");
  });

  it("posts what was announced with the migration as its cause, told once to each", async () => {
    expect(await run([...ours, raised({ announces })])).toBe(true);
    const totals = await totalsFen();
    expect([totals.xiaowang, totals.xiaoli]).toEqual([800_000, 480_000]);
    const [journal] = await of("journals", { "causes.id": String(next), repMonth: `xiaowang:${period}` });
    expect(journal).toMatchObject({ causes: [{ kind: "upgrade", id: String(next) }], memberId: "xiaowang" });
    expect(await ledgerDifference()).toBeNull();
    const notices = await of("notices", { kind: "pay_corrected" });
    expect(notices).toMatchObject([
      { receiverId: "xiaoli", params: { months: [{ period, beforeFen: 450_000, afterFen: 480_000 }] } },
      {
        receiverId: "xiaowang",
        params: { why: [announces.why], months: [{ period, beforeFen: 750_000, afterFen: 800_000 }] },
      },
    ]);

    const before = await everything();
    expect(await run([...ours, raised({ announces })])).toBe(true);
    expect(await everything()).toEqual(before);
  });

  it("ends the same when it was killed at a write, from which on nothing serves", async () => {
    const migrations = [...ours, raised({ announces })];
    const rehearsalWrites = await countWrites(() => run([...ours, raised()]));
    const writes = await countWrites(() => run(migrations));
    const whole = await everything();
    const inRehearsal: Break = { at: Math.floor(rehearsalWrites / 2), when: "before" };
    for (const broken of [inRehearsal, ...breaksBetween(rehearsalWrites + 1, writes)]) {
      await given010();
      await countWrites(() => run(migrations), broken);
      await letDie();
      expect(await run(migrations)).toBe(true);
      expect(await everything()).toEqual(whole);
    }
  }, 600_000);

  it("posts what its own rehearsal has found, not what an earlier one had that was broken off", async () => {
    const earlier = { state: "open", numbers: [next], periods: ["2026-02"], why: [], schemaVersion: 1 };
    await database()
      .collection<{ _id: string }>("upgradePostings")
      .insertMany(["xiaowang", "zhangsan"].map((memberId) => ({ _id: `${memberId}:${next}`, memberId, ...earlier })));
    expect(await run([...ours, raised({ announces })])).toBe(true);
    const posted = await of("upgradePostings");
    expect(posted.map(({ _id, ...note }) => [_id, (note as unknown as { periods: string[] }).periods])).toEqual([
      [`xiaoli:${next}`, [period]],
      [`xiaowang:${next}`, [period]],
    ]);
    expect((await totalsFen()).xiaowang).toBe(800_000);
  });

  it("that was broken off before all was posted keeps the product from starting", async () => {
    await run();
    await database()
      .collection<{ _id: string }>("upgradePostings")
      .insertOne({
        _id: "xiaowang:99",
        ...{ state: "open", memberId: "xiaowang", numbers: [99], periods: [], why: [] },
      });
    const start = prepareDatabase({ logger, settings, realNow, fieldKeys: new FieldKeys(undefined) });
    await expect(start).rejects.toThrow(/run npm run upgrade again/);
    await run();
    await prepareDatabase({ logger, settings, realNow, fieldKeys: new FieldKeys(undefined) });
  });

  it("leaves no copy behind, however it ends", async () => {
    await run([...ours, raised()]);
    await run([...ours, raised({ up: () => Promise.reject(new Error("a fault of the migration")) })]).catch(
      () => undefined,
    );
    expect(await otherDatabases()).toEqual([]);
    expect(await of("upgradeCopies")).toEqual([]);
    expect(database().databaseName).toBe(dbName);
  });

  it("drops only the copy that an earlier one left that was killed", async () => {
    const ownName = `${dbName}_upgrade_2025`;
    const own = () => database().client.db(ownName);
    await own().collection<{ _id: string }>("statements").insertOne({ _id: "somebody's own" });
    const writes = await countWrites(() => run([...ours, raised()]));
    await countWrites(() => run(), { at: Math.floor(writes / 2), when: "after" });
    const left = (await otherDatabases()).filter((name) => name !== ownName);
    expect(left).toHaveLength(1);

    await letDie();
    expect(await run()).toBe(true);
    expect(said).toContain(`rehearsal: dropped ${left[0]}, which an upgrade that was killed had left`);
    expect(await otherDatabases()).toEqual([ownName]);
    expect(await own().collection("statements").countDocuments({})).toBe(1);
    await own().dropDatabase();
  });

  it("waits for another one's rehearsal, whose copy it leaves alone", async () => {
    const name = `${dbName}_upgrade_of-another`;
    const client = await mongoose.mongo.MongoClient.connect(uri);
    const copy = client.db(name);
    await copy.collection<{ _id: string }>("statements").insertOne({ _id: "xiaowang:2026-03" });
    const notes = client.db(dbName).collection<{ _id: string; aliveUntil: Date }>("upgradeCopies");
    await notes.insertOne({ _id: name, aliveUntil: new Date(realNow().getTime() + 1) });
    const upgraded = run();
    await waitingIsSaid();
    expect(await copy.collection("statements").countDocuments({})).toBe(1);
    // It has come to its end.
    await copy.dropDatabase();
    await notes.deleteOne({ _id: name });
    expect(await upgraded).toBe(true);
    await client.close();
    expect(await otherDatabases()).toEqual([]);
  });

  it("finds nothing to do after another one, whose turn it has waited for", async () => {
    let end = (): void => undefined;
    // Made before anybody may call its end.
    const ended = new Promise<void>((resolve) => (end = resolve));
    const migrations = [...ours, raised()];
    const other = inTurn({ uri, dbName, realNow, show: () => undefined }, async () => {
      // Half way: the rehearsal is over, the migrations are not.
      await runMigrations({ logger, settings, realNow, migrations: ours, mayChangeStatements: true });
      await ended;
      await database().collection<{ _id: number }>("migrations").insertOne(stampOf(next));
    });
    await until(async () => (await of("migrations")).length === ours.length);
    const upgraded = run(migrations);
    await waitingIsSaid();
    end();
    await other;
    expect(await upgraded).toBe(true);
    expect(said).toContain("No migration is pending.");
  });
});

const stampOf = (number: number) => ({ _id: number, name: "raised-rate", startedAt: realNow(), finishedAt: realNow() });

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let looks = 0; looks < 2_000 && !(await holds()); looks += 1)
    await new Promise((resolve) => setTimeout(resolve, 5));
}

async function waitingIsSaid(): Promise<void> {
  await until(() => Promise.resolve(said.some((line) => line.includes("waiting for its end"))));
}

/** Before and after writes of a span, spread over all of it; all of them in the long run. */
function breaksBetween(first: number, last: number): Break[] {
  const all = Array.from({ length: last - first + 1 }, (_, n) => first + n).flatMap((at): Break[] => [
    { at, when: "before" },
    { at, when: "after" },
  ]);
  const tried = Math.min(all.length, length(2, all.length));
  return Array.from({ length: tried }, (_, n) => all[Math.floor(((n + 0.5) * all.length) / tried)] as Break); // within all
}
