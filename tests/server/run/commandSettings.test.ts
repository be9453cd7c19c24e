import { mkdirSync } from "node:fs";
import path from "node:path";
import { runModule, temporaryFolder } from "./support";

const folder = temporaryFolder();

/** Starts an engine as `npm start` does on each data folder, then does something; gives what `told` holds. */
function beside(names: string[], then: string): Record<string, unknown> {
  const folders = names.map((name) => path.join(folder, name));
  for (const each of folders) mkdirSync(each, { recursive: true });
  const { output } = runModule(`
import { spawnSync } from "node:child_process";
import { chooseDatabase } from "run/database.mjs";
import { commandSettings } from "run/commandSettings.mjs";
import { startEngine } from "run/lastingEngine.mjs";
import { at } from "run/paths.mjs";
import { freePorts } from "run/ports.mjs";
const folders = ${JSON.stringify(folders)};
const told = {};
const engine = await chooseDatabase({ env: {} });
const running = [];
for (const [n, dataDir] of folders.entries())
  running.push(await startEngine(engine, { port: (await freePorts()).database, productPort: 3000 + 10 * n, dataDir }));
/** A command of the built server, as \`npm run\` starts it. */
const run = (name, args, env) => {
  const bundle = at("dist", "server", "cli", name + ".js");
  const given = { PATH: process.env.PATH, ...env };
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, ...args], { cwd: at(), encoding: "utf8", env: given });
  return { status, output: stdout + stderr };
};
const sentenceOf = (work) => { try { return work(); } catch (error) { return error.message; } };
try {
${then}
} finally {
  for (const engine of running) await engine.stop();
}
console.log("told " + JSON.stringify(told));`);
  const told = /told (\{.*\})/.exec(output)?.[1];
  if (told === undefined) throw new Error(output);
  return JSON.parse(told) as Record<string, unknown>;
}

describe("an operator command beside npm start", () => {
  it("works on the demo company that runs, whose password nobody has to type", () => {
    const told = beside(
      ["one"],
      `const env = commandSettings("ledger-check", {}, folders);
told.ledger = run("ledger-check", [], env);
told.outbox = run("outbox", [], env);
told.keys = run("api-key", ["add", "crm", "customers.write"], env);
told.listed = run("api-key", [], env);
told.rotated = run("keys-rotate", [], env);
told.role = run("role", ["grant", "zhoumin", "auditor"], env);`,
    );
    const output = (text: string) => expect.stringContaining(text) as unknown;
    expect(told).toMatchObject({
      ledger: { status: 0, output: output("The ledger agrees with the facts: 0 members") },
      outbox: { status: 0, output: output("Nothing waits for you.") },
      keys: { status: 0, output: output("xlk_") },
      listed: { status: 0, output: output("customers.write") },
      rotated: { status: 0 },
      // It came as far as the database, which has nobody yet.
      role: { status: 1, output: output("no member zhoumin; nothing was changed.") },
    });
  });

  it("takes the one of PORT where two run", () => {
    const told = beside(
      ["one", "two"],
      `told.asked = sentenceOf(() => commandSettings("role", {}, folders));
told.chosen = commandSettings("role", { PORT: "3010" }, folders).MONGODB_URI === running[1].uri;`,
    );
    expect(told).toEqual({ asked: expect.stringContaining("with PORT=3000 or PORT=3010") as unknown, chosen: true });
  });

  it("says that none runs, and what to do", () => {
    const told = beside(
      [],
      `told.none = sentenceOf(() => commandSettings("role", {}, folders));
told.upgrade = sentenceOf(() => commandSettings("upgrade", {}, folders));`,
    );
    expect(told).toEqual({
      none: expect.stringContaining("No demo company is running: start it with npm start") as unknown,
      upgrade: expect.stringContaining("is brought to this version by npm start") as unknown,
    });
  });

  it("takes nothing of the demo's into a company's settings", () => {
    const told = beside(
      [],
      `told.company = commandSettings("role", { WECOM_CORP_ID: "ww1" }, folders);
told.database = commandSettings("keys-rotate", { MONGODB_URI: "mongodb://x/" }, folders);
told.vectors = commandSettings("vectors", {}, folders);`,
    );
    expect(told).toEqual({ company: {}, database: {}, vectors: {} });
  });
});
