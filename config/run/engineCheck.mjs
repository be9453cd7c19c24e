/**
 * npm run engine:check: shows on the database itself that everything the product relies on holds; some seconds.
 * Against MONGODB_URI it is the proof before going live.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { chooseDatabase } from "./database.mjs";
import { engineChecks } from "./engineChecks.mjs";
import { startPrivateEngine } from "./engine.mjs";
import { install } from "./install.mjs";
import { at } from "./paths.mjs";
import { freePorts } from "./ports.mjs";
import { main, log, secondsSince } from "./log.mjs";

const WRITES = 200;

await main(async () => {
  await install();
  const { mongo } = createRequire(at("package.json"))("mongoose");
  const engine = await chooseDatabase();
  const own = engine.uri ? null : await startOwn(engine);
  const client = await new mongo.MongoClient(engine.uri ?? own.uri, {
    writeConcern: { w: "majority", journal: true },
  }).connect();
  let failed = 0;
  const check = async (what, work) => {
    const startedMs = performance.now();
    try {
      const found = await work();
      log(`✓ ${what}${found ? `: ${found}` : ""} (${secondsSince(startedMs)})`);
    } catch (error) {
      failed += 1;
      log(`✗ ${what}: ${error.message}`);
    }
  };
  try {
    // In the product's own database: its account may have no right to make another.
    const db = client.db(client.options.dbName === "test" ? "xiaoli" : client.options.dbName);
    const used = new Map();
    const collection = (name) => {
      if (!used.has(name)) used.set(name, db.collection(`engineCheck_${process.pid}_${name}`));
      return used.get(name);
    };
    for (const [what, work] of engineChecks({ client, collection, mongo })) await check(what, work);
    for (const made of used.values()) await made.drop();
  } finally {
    await client.close();
  }
  const killed = `a kill -9 after ${WRITES} answered writes loses none`;
  if (own) await check(killed, () => surviveKill(mongo, engine, own));
  else log(`- skipped: ${killed} (the server of MONGODB_URI is not ours to kill)`);
  await own?.end();
  log(failed === 0 ? "The database holds all that the product relies on." : `${failed} of the checks failed.`);
  return failed === 0 ? 0 : 1;
});

async function startOwn(engine) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "xiaoli-engine-check-"));
  const { database: port } = await freePorts();
  const own = { folder, port, ...(await startPrivateEngine(engine, { port, folder, durable: true })) };
  own.end = async () => {
    await own.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return own;
}

/** Many clients write; the engine is killed the moment the last answer is in, and started again on the same folder. */
async function surviveKill(mongo, engine, own) {
  const before = await new mongo.MongoClient(own.uri, { writeConcern: { w: "majority", journal: true } }).connect();
  const writes = Array.from({ length: WRITES }, (_, index) =>
    before.db("kill").collection("written").insertOne({ _id: index }),
  );
  await Promise.all(writes);
  await own.killHard();
  try {
    Object.assign(own, await startPrivateEngine(engine, { port: own.port, folder: own.folder, durable: true }));
  } finally {
    // Only now: a client that says goodbye to nobody waits half a minute for somebody.
    await before.close();
  }
  const after = await new mongo.MongoClient(own.uri).connect();
  const found = await after.db("kill").collection("written").countDocuments();
  await after.close();
  if (found !== WRITES) throw new Error(`${WRITES - found} of ${WRITES} answered writes are lost`);
}
