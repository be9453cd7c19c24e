/**
 * The engine as a process. What `npm start` starts outlives a kill -9 of its parent, so the data folder keeps a note of it
 * (engine.json); the next start takes that engine over, or ends it.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { shown } from "./paths.mjs";
import { commandLineOf, endProcess, isAlive, spawnNode } from "./processes.mjs";
import { lastLines, say, Stop } from "./say.mjs";
import { at } from "./paths.mjs";
import { ask } from "./wire.mjs";

const READY_TIMEOUT_MS = 60_000;
const DATABASE_NAME = "xiaoli";

/** The engine's own arguments; `durable` makes an answered write survive a kill, at some cost of speed. */
export function engineArgs({ kind, setName }, { port, folder, durable }) {
  if (kind === "mongod") {
    return [
      "--replSet",
      setName,
      "--bind_ip",
      "127.0.0.1",
      "--port",
      `${port}`,
      "--dbpath",
      folder,
      "--wiredTigerCacheSizeGB",
      "0.5",
    ];
  }
  // Small log files: with the default of 2 GB a start after a kill takes seconds.
  const args = ["--host", "127.0.0.1", "--port", `${port}`, "--storage-path", folder];
  args.push("--cache-size", "512M", "--log-file-max", "100MB", "--log-level", "WARNING");
  return durable ? [...args, "--sync-on-commit"] : args;
}

/**
 * Starts the engine of `npm start` in the data folder, or takes over the one that a killed start has left.
 * @returns `{ pid, port, uri, stop() }`
 */
export async function startEngine(engine, { port, dataDir, durable = true }) {
  const folder = path.join(dataDir, engine.kind);
  const left = await engineLeftIn(dataDir, { engine, port, folder });
  noteOtherData(dataDir, engine);
  mkdirSync(folder, { recursive: true });
  const pid =
    left ??
    spawnDetached(engine.program, engineArgs(engine, { port, folder, durable }), path.join(dataDir, "engine.log"));
  writeNote(dataDir, { pid, port, folder, program: engine.program, owner: { pid: process.pid, port: port - 2 } });
  if (left) say(`  took over the engine that an earlier start left running (process ${pid})`);
  await ready(engine, { pid, port, folder, logFile: path.join(dataDir, "engine.log") });
  const stop = async () => {
    await endProcess(pid, 10_000);
    rmSync(noteIn(dataDir), { force: true });
  };
  return { pid, port, uri: uriOf(engine, port), stop };
}

/**
 * An engine that belongs to this process alone: a keeper ends it, and removes its folder, as soon as this process is gone.
 * @returns `{ pid, port, uri, stop({ keepFolder }), killHard() }`
 */
export async function startPrivateEngine(engine, { port, folder, durable = false }) {
  mkdirSync(folder, { recursive: true });
  const storage = path.join(folder, engine.kind);
  mkdirSync(storage, { recursive: true });
  const logFile = path.join(folder, "engine.log");
  const order = {
    program: engine.program,
    args: engineArgs(engine, { port, folder: storage, durable }),
    folder,
    logFile,
  };
  const keeper = spawnNode([at("config", "run", "keeper.mjs"), JSON.stringify(order)], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  // Not "close", which Node does not tell to whom lets go of the channel first.
  const gone = new Promise((resolve) => keeper.once("exit", resolve));
  const pid = await new Promise((resolve) => {
    keeper.once("message", resolve);
    gone.then(() => resolve(null));
  });
  if (pid) await ready(engine, { pid, port, folder: storage, logFile });
  const stop = async ({ keepFolder = false } = {}) => {
    if (keepFolder) keeper.send("keepFolder");
    keeper.disconnect();
    await gone;
  };
  const killHard = async () => {
    process.kill(pid, "SIGKILL");
    await gone;
  };
  return { pid, port, uri: uriOf(engine, port), stop, killHard };
}

export function uriOf({ setName }, port) {
  return `mongodb://127.0.0.1:${port}/${DATABASE_NAME}?replicaSet=${setName}`;
}

function spawnDetached(program, args, logFile) {
  const log = openSync(logFile, "a");
  // Not in the terminal's process group: Ctrl-C reaches the supervisor, which stops the database last.
  const child = spawn(program, args, { detached: true, stdio: ["ignore", log, log], windowsHide: true });
  child.on("error", () => undefined);
  return child.pid;
}

/** Waits until the engine answers as a writable replica set; the engine's own words explain why it does not. */
async function ready(engine, { pid, port, folder, logFile }) {
  for (const startedMs = performance.now(); performance.now() - startedMs < READY_TIMEOUT_MS; await sleep(50)) {
    if (!pid || !isAlive(pid)) throw new Stop(whyItEnded(folder, logFile));
    const hello = await ask(port, { hello: 1 }).catch(() => null);
    if (hello?.setName === engine.setName && hello.isWritablePrimary) return;
    if (hello?.isreplicaset || (hello?.setName && !hello.secondary && !hello.hosts)) await initiate(engine, port);
  }
  throw new Stop(`The database engine did not become ready within a minute; its log is ${shown(logFile)}.`);
}

// A new mongod waits to be told its set; one that ran on another port must be told its new address.
async function initiate({ setName }, port) {
  const config = { _id: setName, version: 1, members: [{ _id: 0, host: `127.0.0.1:${port}` }] };
  const answer = await ask(port, { replSetInitiate: config }, 20_000).catch(() => null);
  if (answer && answer.ok !== 1) await ask(port, { replSetReconfig: config, force: 1 }, 20_000).catch(() => null);
  await sleep(200);
}

function whyItEnded(folder, logFile) {
  const log = existsSync(logFile) ? readFileSync(logFile, "utf8").slice(-4_000) : "";
  if (/Device or resource busy|DBPathInUse/i.test(log)) {
    return `The database folder ${shown(folder)} is in use by another engine: end the other start first.`;
  }
  if (/No space left/i.test(log)) return `The disk is full: the database in ${shown(folder)} needs room.`;
  return `The database engine ended at once. Its last words (${shown(logFile)}):\n${lastLines(log, 5)}`;
}

/**
 * What an earlier start left in the data folder: the pid of an engine to take over, or null after ending one that does not fit.
 * An engine whose own start still runs stops this one with a sentence.
 */
export async function engineLeftIn(dataDir, wanted) {
  const note = readNote(dataDir);
  const noted = note && commandLineOf(note.pid).includes(note.folder) ? note : null;
  if (noted && ownerLives(noted.owner)) {
    throw new Stop(
      `${shown(dataDir)} belongs to a start that is running already (process ${noted.owner.pid}, http://localhost:${noted.owner.port}): ` +
        "end that one first.",
    );
  }
  const pid = noted?.pid ?? pidServing(path.join(dataDir, "mongod")) ?? pidServing(path.join(dataDir, "secantus"));
  if (!pid) return null;
  const fits =
    wanted && commandLineOf(pid).includes(wanted.folder) && commandLineOf(pid).includes(wanted.engine.program);
  const answers = fits && (await ask(wanted.port, { hello: 1 }).catch(() => null));
  if (answers && noted?.port === wanted.port) return pid;
  say(`  ending the database engine that an earlier start left running (process ${pid})`);
  await endProcess(pid, 10_000);
  rmSync(noteIn(dataDir), { force: true });
  return null;
}

function ownerLives(owner) {
  return owner.pid !== process.pid && isAlive(owner.pid) && commandLineOf(owner.pid).includes("start.mjs");
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
    say(
      `  ${shown(dataDir)} holds data of another engine (${other}), which this one cannot read: beginning with an empty database`,
    );
  }
}
