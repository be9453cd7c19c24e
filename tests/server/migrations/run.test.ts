import mongoose, { mongo } from "mongoose";
import pino from "pino";
import { changeEach } from "../../../server/migrations/changeEach";
import { migrations as ours } from "../../../server/migrations";
import type { Migration } from "../../../server/migrations/migration";
import { WorkLeaseLost } from "../../../server/db";
import { runMigrations } from "../../../server/migrations/run";
import { MigrationRefused, requireConsecutive } from "../../../server/migrations/state";
import { type Break, countWrites } from "../../support/failingWrites";
import { length } from "../../support/length";
import { testSettings } from "../../support/testSettings";
import { lookAt, putStored, resetDatabase, stored } from "../../support/testDatabase";

const logger = pino({ level: "silent" });
const realNow = () => new Date("2026-04-01T02:00:00Z");
const settings = testSettings();
const run = (migrations: Migration[], more: { mayChangeStatements?: boolean } = {}) =>
  runMigrations({ logger, settings, realNow, migrations, ...more });

/** Shelves get a label out of their owner, some hundred documents in batches; labels are then counted by owner. */
const labels: Migration = {
  number: 1,
  name: "shelf-labels",
  up: (context) =>
    changeEach<{ owner: string; label?: string }>(context, "testShelves", ({ owner, label }) =>
      label === undefined ? { $set: { label: `of ${owner}` } } : null,
    ),
};
const counts: Migration = {
  number: 2,
  name: "shelf-counts",
  async up({ db }) {
    for (const owner of ["li", "wang"]) {
      const count = await db.collection("testShelves").countDocuments({ label: `of ${owner}` });
      await db.collection("testCounts").updateOne({ owner }, { $set: { count } }, { upsert: true });
    }
  },
};
const shelves = Array.from({ length: 600 }, (_, n) => ({ n, owner: n % 3 === 0 ? "li" : "wang" }));

beforeEach(resetDatabase);

async function givenShelves(): Promise<void> {
  // Fresh copies: the driver writes ids into what it is given.
  await putStored(
    "testShelves",
    shelves.map((shelf) => ({ ...shelf })),
  );
}
const outcome = async () => ({
  labels: (await stored("testShelves")).map(({ n, label }) => `${n} ${label}`).sort(),
  counts: (await stored("testCounts")).map(({ owner, count }) => `${owner} ${count}`).sort(),
  finished: (await stored("migrations")).map(({ _id, finishedAt }): unknown[] => [_id, finishedAt]),
});

/** What dies after a write leaves what one leaves that dies before the next: usually only the last one is tried. */
const whens = (isLast: boolean): Break["when"][] => (isLast || length(0, 1) === 1 ? ["before", "after"] : ["before"]);

describe("migrations", () => {
  it("bring what is stored to the new shape, once, in their order", async () => {
    await givenShelves();
    await run([labels, counts]);
    const after = await outcome();
    expect(after.labels).toHaveLength(600);
    expect(after.counts).toEqual(["li 200", "wang 400"]);
    expect(after.finished).toEqual([
      [1, realNow()],
      [2, realNow()],
    ]);
    // Again nothing is written.
    expect(await countWrites(() => run([labels, counts]))).toBe(0);
  });

  it("end the same wherever they were broken off", async () => {
    await givenShelves();
    const writes = await countWrites(() => run([labels, counts]));
    const whole = await outcome();
    expect(writes).toBeGreaterThan(7);
    for (let at = 1; at <= writes; at += 1) {
      for (const when of whens(at === writes)) {
        await resetDatabase();
        await givenShelves();
        await countWrites(() => run([labels, counts]), { at, when });
        // The lease of the one that died is over.
        await lookAt(() => mongoose.connection.collection("leases").deleteMany({}));
        await run([labels, counts]);
        expect(await outcome()).toEqual(whole);
      }
    }
  }, 60_000);

  it("write nothing more after their process stood still until another had taken over", async () => {
    await givenShelves();
    let passedMs = 0;
    const at = () => new Date(realNow().getTime() + passedMs);
    const runOf = (migration: Migration) => runMigrations({ logger, settings, realNow: at, migrations: [migration] });
    const standsStill: Migration = {
      ...labels,
      async up(context) {
        passedMs = 60_000;
        await runOf(labels);
        await changeEach(context, "testShelves", ({ _id }) => ({ $set: { label: `too late for ${String(_id)}` } }));
      },
    };
    await expect(runOf(standsStill)).rejects.toThrow(WorkLeaseLost);
    const after = await outcome();
    expect(after.labels.filter((label) => label.includes("too late"))).toEqual([]);
    expect(after.finished).toEqual([[1, at()]]);
  });

  it("write nothing of a batch in the midst of which another has taken over", async () => {
    await givenShelves();
    let passedMs = 0;
    const at = () => new Date(realNow().getTime() + passedMs);
    const runOf = (migration: Migration) => runMigrations({ logger, settings, realNow: at, migrations: [migration] });
    const late: Migration = {
      ...labels,
      up: (context) =>
        changeEach(context, "testShelves", ({ _id }) => ({ $set: { label: `too late for ${String(_id)}` } })),
    };
    // It has said that it has the lease, and stands still before its writes reach the database.
    // The driver's method, called with whatever it is given.
    const prototype = mongo.Collection.prototype as unknown as { bulkWrite: (...args: unknown[]) => Promise<unknown> };
    const { bulkWrite } = prototype;
    prototype.bulkWrite = async function (...args) {
      prototype.bulkWrite = bulkWrite;
      passedMs = 60_000;
      await runOf(labels);
      return bulkWrite.apply(this, args);
    };
    await expect(runOf(late)).rejects.toThrow(WorkLeaseLost);
    const after = await outcome();
    expect(after.labels.filter((label) => label.includes("too late"))).toEqual([]);
    expect(after.finished).toEqual([[1, at()]]);
  });

  it("are stamped on a database in which nothing is stored, without running", async () => {
    const never = { ...labels, up: () => Promise.reject(new Error("there is nothing to change")) };
    await run([never, { ...counts, up: never.up }]);
    expect((await outcome()).finished).toHaveLength(2);
  });

  it("run by one of two processes that start at once, while the other waits until all is done", async () => {
    await givenShelves();
    let running = 0;
    let times = 0;
    const alone: Migration = {
      ...labels,
      async up(context) {
        times += 1;
        running += 1;
        expect(running).toBe(1);
        await labels.up(context);
        running -= 1;
      },
    };
    const finishedWhenReady = async () => {
      await run([alone, counts]);
      return (await outcome()).finished.length;
    };
    expect(await Promise.all([finishedWhenReady(), finishedWhenReady()])).toEqual([2, 2]);
    expect(times).toBe(1);
  });

  it("keep an older version from starting on what a newer one has changed", async () => {
    await givenShelves();
    await run([labels, counts]);
    await expect(run([labels])).rejects.toThrow(
      "a newer version has changed this database (migration 2, shelf-counts), and this version knows only those up to 1: " +
        "start the newer version, or restore the backup from before the upgrade",
    );
  });

  it("keep a version of another line from starting, whose migration of that number is another one", async () => {
    await givenShelves();
    await run([labels]);
    await expect(run([{ ...labels, name: "shelf-colours" }, counts])).rejects.toThrow(MigrationRefused);
  });

  it("that change statements wait for npm run upgrade, with what comes before them", async () => {
    await givenShelves();
    const announces = { why: { "zh-CN": "口径更正", en: "corrected" }, covers: () => true };
    const telling = [labels, { ...counts, announces }];
    await expect(run(telling)).rejects.toThrow(/run npm run upgrade/);
    expect((await outcome()).finished).toEqual([]);
    await run(telling, { mayChangeStatements: true });
    expect((await outcome()).finished).toHaveLength(2);
  });

  it("that could change statements run at a start where they concern nothing that is stored", async () => {
    await givenShelves();
    const announces = (concerned: boolean) => ({
      why: { "zh-CN": "口径更正", en: "corrected" },
      covers: () => true,
      concerns: () => Promise.resolve(concerned),
    });
    await expect(run([labels, { ...counts, announces: announces(true) }])).rejects.toThrow(/run npm run upgrade/);
    await run([labels, { ...counts, announces: announces(false) }]);
    expect((await outcome()).finished).toHaveLength(2);
  });

  it("are numbered without a gap", () => {
    expect(() => requireConsecutive(ours)).not.toThrow();
    expect(() => requireConsecutive([labels, { ...counts, number: 3 }])).toThrow(
      "shelf-counts has number 3 in place 2",
    );
    expect(() => requireConsecutive([labels, { ...counts, number: 1 }])).toThrow(
      "shelf-counts has number 1 in place 2",
    );
  });
});
