/** npm start -- --check: the main loop once, on a database, ports and folder that are thrown away; beside a running start, too. */
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { build } from "./build.mjs";
import { chooseDatabase } from "./database.mjs";
import { startDemo } from "./demo.mjs";
import { startPrivateEngine } from "./engine.mjs";
import { install } from "./install.mjs";
import { at } from "./paths.mjs";
import { freePorts } from "./ports.mjs";
import { log, secondsSince, step } from "./log.mjs";

export async function runCheck({ supervisor }) {
  await install();
  const database = await chooseDatabase();
  await build(["server", "h5"]);
  const startedMs = performance.now();
  const ports = await freePorts();
  const dataDir = mkdtempSync(path.join(os.tmpdir(), "xiaoli-check-"));
  process.once("exit", () => rmSync(dataDir, { recursive: true, force: true }));
  const { uri, stop } = database.uri ? borrowedDatabase(database.uri) : await ownDatabase(database, ports, dataDir);
  supervisor.add("database", stop);
  await step("Starting a demo company for the check", () =>
    startDemo({ supervisor, ports, dataDir, databaseUri: uri }),
  );
  const addresses = [
    "--product",
    `http://localhost:${ports.product}`,
    "--simulator",
    `http://localhost:${ports.simulator}`,
  ];
  await supervisor.runOnce("check", [at("dist", "server", "dev", "check.js"), ...addresses], { prefixed: false });
  await supervisor.stop(0);
  log(`The main loop works (${secondsSince(startedMs)}).`);
  return 0;
}

function ownDatabase(engine, ports, dataDir) {
  return startPrivateEngine(engine, { port: ports.database, folder: path.join(dataDir, "database"), durable: true });
}

/** A database of its own on the server of MONGODB_URI, dropped afterwards. */
function borrowedDatabase(serverUri) {
  const uri = serverUri.replace(/^(mongodb[^/]*\/\/[^/?]+)(\/[^?]*)?/, `$1/xiaoli_check_${process.pid}`);
  const stop = async () => {
    const { mongo } = createRequire(at("package.json"))("mongoose");
    const client = new mongo.MongoClient(uri);
    await client.db().dropDatabase();
    await client.close();
  };
  return { uri, stop };
}
