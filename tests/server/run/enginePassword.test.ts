import { mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { story } from "../../support/story";
import { runModule, temporaryFolder } from "./support";

const folder = temporaryFolder();
const dataDir = (name: string) => path.join(folder, name);
const passwordFile = (name: string) => path.join(dataDir(name), "engine.password");

/** Starts the real engine as `npm start` does, does something with it, and stops it; prints what `told` holds as JSON. */
function started(name: string, then: string): Record<string, unknown> {
  mkdirSync(dataDir(name), { recursive: true });
  const { code, output } = runModule(`
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { chooseDatabase } from "run/database.mjs";
import { startEngine } from "run/lastingEngine.mjs";
import { at } from "run/paths.mjs";
import { freePorts } from "run/ports.mjs";
import { commandLineOf } from "run/processes.mjs";
import { ask } from "run/wire.mjs";
const { mongo } = createRequire(at("package.json"))("mongoose");
const told = {};
const engine = await chooseDatabase({ env: {} });
if (engine.kind !== "secantus") { console.log("told " + JSON.stringify({ other: engine.kind })); return 0; }
const port = (await freePorts()).database;
const dataDir = ${JSON.stringify(dataDir(name))};
const open = async (uri, work) => {
  const client = await new mongo.MongoClient(uri, { serverSelectionTimeoutMS: 3000 }).connect();
  try { return await work(client.db("xiaoli")); } finally { await client.close(); }
};
${then}
console.log("told " + JSON.stringify(told));`);
  const told = /told (\{.*\})/.exec(output)?.[1];
  if (code !== 0 || told === undefined) throw new Error(output);
  return JSON.parse(told) as Record<string, unknown>;
}

const startIt = "const running = await startEngine(engine, { port, productPort: 3000, dataDir });";
const readIt = `told.read = (await open(running.uri, (db) => db.collection("x").findOne({ _id: 1 })))?._id ?? null;`;

story("the embedded engine of npm start is nobody's but its owner's", {
  "asks everybody for a password that its owner alone can read, and that stands in no argument, note or log":
    async () => {
      const told = started(
        "first",
        `${startIt}
await open(running.uri, (db) => db.collection("x").insertOne({ _id: 1 }));
told.stranger = (await ask(port, { find: "x", $db: "xiaoli" })).code;
told.newUser = (await ask(port, { createUser: "evil", pwd: "x", roles: ["root"] })).ok;
told.commandLine = commandLineOf(running.pid);
told.note = readFileSync(dataDir + "/engine.json", "utf8");
await running.stop();`,
      );
      if (told.other !== undefined) return Promise.resolve(); // a mongod on PATH: whoever installs one says who may use it
      const password = readFileSync(passwordFile("first"), "utf8").trim();
      expect(password).toMatch(/^[A-Za-z0-9_-]{32}$/);
      expect(statSync(passwordFile("first")).mode & 0o777).toBe(0o600);
      expect(told).toMatchObject({
        stranger: 13,
        newUser: 0,
        commandLine: expect.stringContaining("--auth") as unknown,
      });
      const log = readFileSync(path.join(dataDir("first"), "engine.log"), "utf8");
      for (const text of [told.commandLine, told.note, log]) expect(text).not.toContain(password);
      await Promise.resolve();
    },

  "keeps its password from start to start, and is started again with it when it dies": async () => {
    const told = started(
      "first",
      `${startIt}
${readIt}
process.kill(running.pid, "SIGKILL");
while (running.isRunning()) await new Promise((resolve) => setTimeout(resolve, 20));
await running.restart();
${readIt.replace("told.read", "told.after")}
await running.stop();`,
    );
    if (told.other === undefined) expect(told).toMatchObject({ read: 1, after: 1 });
    await Promise.resolve();
  },

  "gets one over data of before, and where an earlier start was ended before it could note it": async () => {
    // The user is known to the engine, the file is gone: as after a start that was killed between the two.
    rmSync(passwordFile("first"), { force: true });
    const told = started(
      "first",
      `
import { engineArgs } from "run/engine.mjs";
told.args = engineArgs(engine, { port, folder: dataDir, durable: true });
${startIt}
${readIt}
told.stranger = (await ask(port, { find: "x", $db: "xiaoli" })).code;
await running.stop();`,
    );
    if (told.other === undefined) expect(told).toMatchObject({ read: 1, stranger: 13 });
    await Promise.resolve();
  },
});
