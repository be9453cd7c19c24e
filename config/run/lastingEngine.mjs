/**
 * The engine of `npm start`. It outlives a kill -9 of its parent, so the data folder keeps a note of it (engine.json); the next
 * start ends that one, and begins with an engine of its own on the same data.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { engines } from "./database.mjs";
import { engineArgs, ready, uriOf } from "./engine.mjs";
import { asksForPassword, makePassword, readPassword } from "./enginePassword.mjs";
import { shown } from "./paths.mjs";
import { commandLineOf, endProcess, isAlive } from "./processes.mjs";
import { log, Stop } from "./log.mjs";

const OWNER_PATIENCE_MS = 5_000;

/**
 * Starts the engine in the data folder, where none is left running.
 * @returns `{ pid, uri, isRunning(), restart(), stop() }`
 */
export async function startEngine(engine, { port, productPort, dataDir }) {
  const folder = path.join(dataDir, engine.kind);
  const logFile = path.join(dataDir, "engine.log");
  let pid = null;
  noteOtherData(dataDir, engine);
  mkdirSync(folder, { recursive: true });

  let password = asksForPassword(engine) ? readPassword(dataDir) : null;
  const run = async () => {
    const auth = password !== null;
    pid ??= spawnDetached(engine.program, engineArgs(engine, { port, folder, durable: true, auth }), logFile);
    writeNote(dataDir, { pid, port, folder, program: engine.program, owner: { pid: process.pid, port: productPort } });
    await ready(engine, { pid, port, folder, logFile });
  };
  await run();
  if (asksForPassword(engine) && password === null) {
    // The first start: this engine lets nobody make a user once it asks for a password.
    password = await makePassword(dataDir, port);
    await endProcess(pid, 10_000);
    pid = null;
    await run();
  }
  return {
    get pid() {
      return pid;
    },
    uri: uriOf(engine, port, password),
    isRunning: () => isAlive(pid),
    restart: () => ((pid = null), run()),
    stop: async () => {
      await endProcess(pid, 10_000);
      rmSync(noteIn(dataDir), { force: true });
    },
  };
}

function spawnDetached(program, args, logFile) {
  const logDescriptor = openSync(logFile, "a");
  // Not in the terminal's process group: Ctrl-C reaches the supervisor, which stops the database last.
  const child = spawn(program, args, {
    detached: true,
    stdio: ["ignore", logDescriptor, logDescriptor],
    windowsHide: true,
  });
  child.on("error", () => undefined);
  return child.pid;
}

/**
 * Ends the engine that a killed start has left on the data folder.
 * @throws Stop while the start that owns it still runs
 */
export async function endEngineLeftIn(dataDir, patienceMs = OWNER_PATIENCE_MS) {
  const note = readNote(dataDir);
  // Its number may be another program's by now.
  const noted = note && commandLineOf(note.pid).includes(note.folder) ? note : null;
  if (noted && !(await ownerGoes(noted.owner, patienceMs))) {
    throw new Stop(
      `${shown(dataDir)} belongs to a start that is running already (process ${noted.owner.pid}, http://localhost:${noted.owner.port}): ` +
        "end that one first.",
    );
  }
  const pid = noted?.pid ?? pidServing(path.join(dataDir, "mongod")) ?? pidServing(path.join(dataDir, "secantus"));
  if (pid && isAlive(pid)) {
    log(`· Ending the database engine that an earlier start left running (process ${pid})`);
    await endProcess(pid, 10_000);
  }
  rmSync(noteIn(dataDir), { force: true });
}

/**
 * The engine that serves a data folder now, as a start has noted it.
 * @returns `{ uri, productPort }`, with the password in the address; null where none does
 */
export function runningEngine(dataDir) {
  const note = readNote(dataDir);
  if (!note || !isAlive(note.pid) || !commandLineOf(note.pid).includes(note.folder)) return null;
  const engine = Object.values(engines).find(({ kind }) => kind === path.basename(note.folder));
  if (!engine) return null;
  const password = asksForPassword(engine) ? readPassword(dataDir) : null;
  return { uri: uriOf(engine, note.port, password), productPort: note.owner.port };
}

/** A start whose npm was killed is on its way out: worth a moment. */
async function ownerGoes(owner, patienceMs) {
  const lives = () =>
    owner.pid !== process.pid && isAlive(owner.pid) && /(start|dev)\.mjs/.test(commandLineOf(owner.pid));
  for (const startedMs = performance.now(); lives(); await sleep(100)) {
    if (performance.now() - startedMs > patienceMs) return false;
  }
  return true;
}

// The start may have been killed between starting the engine and writing its note.
function pidServing(folder) {
  if (process.platform !== "linux" || !existsSync(folder)) return null;
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const found = pids.find((pid) => commandLineOf(pid).includes(` ${folder} `));
  return found ? Number(found) : null;
}

function noteIn(dataDir) {
  return path.join(dataDir, "engine.json");
}

function readNote(dataDir) {
  try {
    return JSON.parse(readFileSync(noteIn(dataDir), "utf8"));
  } catch {
    return null;
  }
}

function writeNote(dataDir, note) {
  writeFileSync(`${noteIn(dataDir)}.new`, JSON.stringify(note, null, 2));
  renameSync(`${noteIn(dataDir)}.new`, noteIn(dataDir));
}

function noteOtherData(dataDir, { kind }) {
  const other = kind === "mongod" ? "secantus" : "mongod";
  if (existsSync(path.join(dataDir, other)) && !existsSync(path.join(dataDir, kind))) {
    log(
      `  ${shown(dataDir)} holds data of another engine (${other}), which this one cannot read: beginning with an empty database`,
    );
  }
}
