import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isAlive, root, runModule, startModule, temporaryFolder, until } from "./support";

const folder = temporaryFolder();
const quoted = (...parts: string[]) => JSON.stringify(path.join(folder, ...parts));

/** An engine that only answers hello, as a program with the real one's arguments. */
const engineProgram = path.join(folder, "secantusd-rs");
writeFileSync(
  engineProgram,
  `#!${process.execPath}
const { createServer } = require("node:net");
const { writeFileSync, appendFileSync } = require("node:fs");
const of = (name) => process.argv[process.argv.indexOf(name) + 1];
import(${JSON.stringify(path.join(root, "config", "run", "wire.mjs"))}).then(({ encode }) => {
  const body = encode({ ok: 1, setName: "secantus", isWritablePrimary: 1 });
  const head = Buffer.alloc(21);
  [head.length + body.length, 1, 0, 2013, 0].forEach((value, index) => head.writeInt32LE(value, index * 4));
  createServer((socket) => socket.on("error", () => {}).on("data", () => socket.write(Buffer.concat([head, body]))))
    .listen(Number(of("--port")), "127.0.0.1");
});
`,
);
chmodSync(engineProgram, 0o755);

const start = (dataDir: string, port: string, then: string) => `
import { mkdirSync } from "node:fs";
import { startPrivateEngine } from "run/engine.mjs";
import { endEngineLeftIn, startEngine } from "run/lastingEngine.mjs";
import { freePorts } from "run/ports.mjs";
const engine = { kind: "secantus", setName: "secantus", program: ${JSON.stringify(engineProgram)} };
mkdirSync(${quoted(dataDir)}, { recursive: true });
const port = ${port};
${then}`;

const startShared = (dataDir: string, port: string, then: string) =>
  start(
    dataDir,
    port,
    `await endEngineLeftIn(${quoted(dataDir)});\nconst started = await startEngine(engine, { port, productPort: 3000, dataDir: ${quoted(dataDir)} });\n${then}`,
  );

/** Starts an engine as `npm start` does and kills that start hard; gives the engine's port and pid. */
function killedStart(dataDir: string): { pid: number; port: number } {
  runModule(startShared(dataDir, "(await freePorts()).database", `process.kill(process.pid, "SIGKILL");`));
  const note = JSON.parse(readFileSync(path.join(folder, dataDir, "engine.json"), "utf8")) as {
    pid: number;
    port: number;
  };
  expect(isAlive(note.pid)).toBe(true);
  return note;
}

describe("the engine that a killed start has left running", () => {
  test("is ended by the next start, which has an engine of its own on the same data", () => {
    const { pid } = killedStart("left");
    const next = `console.log("pid " + started.pid); await started.stop();`;
    const { code, output } = runModule(startShared("left", "(await freePorts()).database", next));
    expect(code).toBe(0);
    expect(output).toContain(`Ending the database engine that an earlier start left running (process ${pid})`);
    expect(output).not.toContain(`pid ${pid}\n`);
    expect(isAlive(pid)).toBe(false);
    expect(existsSync(path.join(folder, "left", "engine.json"))).toBe(false);
  });

  test("is found even if the start was killed before it could make a note of it", () => {
    const { pid } = killedStart("unnoted");
    writeFileSync(path.join(folder, "unnoted", "engine.json"), "");
    runModule(startShared("unnoted", "(await freePorts()).database", `await started.stop();`));
    expect(isAlive(pid)).toBe(process.platform !== "linux");
  });

  test("is not mistaken for another program that has its number by now", () => {
    mkdirSync(path.join(folder, "reused"), { recursive: true });
    const note = {
      pid: process.pid,
      port: 1,
      folder: path.join(folder, "reused", "secantus"),
      owner: { pid: 1, port: 1 },
    };
    writeFileSync(path.join(folder, "reused", "engine.json"), JSON.stringify(note));
    const { code, output } = runModule(startShared("reused", "(await freePorts()).database", `await started.stop();`));
    expect(output).toBe("");
    expect(code).toBe(0);
  });
});

test("data of a start that is still running are left to it", async () => {
  // The owner is recognised by its script, as npm start is.
  const script = path.join(folder, "start.mjs");
  writeFileSync(script, "setTimeout(() => {}, 60_000);");
  const owner = startModule(`import { spawn } from "node:child_process";
const child = spawn(process.execPath, [${JSON.stringify(script)}]);
console.log("owner " + child.pid);
process.on("exit", () => child.kill("SIGKILL"));
process.on("SIGTERM", () => process.exit());
await new Promise((resolve) => setTimeout(resolve, 60_000));`);
  const ownerPid = Number((await until(() => /owner (\d+)/.exec(owner.output())))[1]);
  const { pid } = killedStart("owned");
  const file = path.join(folder, "owned", "engine.json");
  const note = JSON.parse(readFileSync(file, "utf8")) as object;
  writeFileSync(file, JSON.stringify({ ...note, owner: { pid: ownerPid, port: 3000 } }));
  const { code, output } = runModule(
    `import { endEngineLeftIn } from "run/lastingEngine.mjs";\nawait endEngineLeftIn(${quoted("owned")}, 0);`,
  );
  expect(code).toBe(1);
  expect(output).toContain(`belongs to a start that is running already (process ${ownerPid}, http://localhost:3000)`);
  expect(isAlive(pid)).toBe(true);
  process.kill(pid, "SIGKILL");
  owner.child.kill("SIGTERM");
});

test("an engine of tests and checks leaves nothing when its parent ends, even when that is killed", async () => {
  const own = startModule(
    start(
      "private",
      "(await freePorts()).database",
      `
const started = await startPrivateEngine(engine, { port, folder: ${quoted("private", "own")} });
console.log("pid " + started.pid);
await new Promise((resolve) => setTimeout(resolve, 60_000));`,
    ),
  );
  const pid = Number((await until(() => /pid (\d+)/.exec(own.output())))[1]);
  expect(isAlive(pid)).toBe(true);
  own.child.kill("SIGKILL");
  await until(() => !isAlive(pid) && !existsSync(path.join(folder, "private", "own")));
});

const supervise = (body: string) => `
import { Supervisor } from "run/supervisor.mjs";
const supervisor = new Supervisor();
supervisor.obeySignals();
${body}
return supervisor.ended;`;

describe("the parts of a start", () => {
  const ticking = path.join(folder, "ticking.cjs");
  writeFileSync(ticking, `console.log("begun " + process.pid); setInterval(() => {}, 1000);`);
  const running = supervise(`
const part = supervisor.start("part", [${JSON.stringify(ticking)}]);
await supervisor.until("The part", part, () => true);`);
  const pidsIn = (output: string) => [...output.matchAll(/part {6}\| begun (\d+)/g)].map(([, pid]) => Number(pid));

  test("end with it when it is killed hard", async () => {
    const { child, output } = startModule(running);
    const pid = await until(() => pidsIn(output())[0]);
    child.kill("SIGKILL");
    await until(() => !isAlive(pid));
  });

  test("are stopped one after the other on Ctrl-C", async () => {
    const { child, output } = startModule(running);
    const pid = await until(() => pidsIn(output())[0]);
    child.kill("SIGINT");
    await until(() => child.exitCode === 0);
    expect(isAlive(pid)).toBe(false);
  });

  test("are started again when they crash, in plain words", async () => {
    const { child, output } = startModule(running);
    process.kill(await until(() => pidsIn(output())[0]), "SIGKILL");
    await until(() => pidsIn(output())[1]);
    expect(output()).toContain("part ended unexpectedly (SIGKILL); starting it again");
    child.kill("SIGTERM");
    await until(() => child.exitCode === 0);
  });

  test("end alone when they are replaced", async () => {
    const { child, output } = startModule(
      supervise(`
const start = (name) => supervisor.start(name, [${JSON.stringify(ticking)}]);
const [before, after] = [start("before"), start("after")];
await supervisor.until("Both", after, () => before.child && after.child);
before.started = true;
await new Promise((resolve) => process.once("message", resolve));
await supervisor.retire(before);
console.log("retired");`),
    );
    const pidOf = (name: string) => Number(new RegExp(`${name} +\\| begun (\\d+)`).exec(output())?.[1]);
    await until(() => pidOf("before") && pidOf("after"), output);
    child.send("go");
    await until(() => output().includes("retired"), output);
    expect([isAlive(pidOf("before")), isAlive(pidOf("after"))]).toEqual([false, true]);
    expect(output()).not.toContain("unexpectedly");
    child.kill("SIGINT");
    await until(() => child.exitCode === 0);
  });

  test("that never start stop everything with their own words", () => {
    const wrong = path.join(folder, "wrong.cjs");
    writeFileSync(wrong, `console.error("Wrong settings: LOG_LEVEL"); process.exit(1);`);
    const { code, output } = runModule(
      supervise(`
const part = supervisor.start("part", [${JSON.stringify(wrong)}]);
await supervisor.until("The part", part, () => false);`),
    );
    expect(code).toBe(1);
    expect(output.trim()).toBe("✗ Wrong settings: LOG_LEVEL");
  });
});

test("an engine that dies under a running start is started again on the same data", async () => {
  const { child, output } = startModule(
    startShared(
      "dies",
      "(await freePorts()).database",
      `
const supervisor = new Supervisor();
supervisor.obeySignals();
supervisor.keep("database", started);
console.log("pid " + started.pid);
return supervisor.ended;`,
    ).replace("\n", `\nimport { Supervisor } from "run/supervisor.mjs";\n`),
  );
  const noted = () => JSON.parse(readFileSync(path.join(folder, "dies", "engine.json"), "utf8")) as { pid: number };
  const pid = Number((await until(() => /pid (\d+)/.exec(output())))[1]);
  process.kill(pid, "SIGKILL");
  await until(() => noted().pid !== pid);
  expect(output()).toContain("database ended unexpectedly (it is gone); starting it again");
  const next = noted().pid;
  child.kill("SIGTERM");
  await until(() => child.exitCode === 0);
  expect(isAlive(next)).toBe(false);
});
