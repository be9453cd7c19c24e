/** The engine as a process: how it is started, when it is ready, why it is not. */
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { at, shown } from "./paths.mjs";
import { isAlive, spawnNode } from "./processes.mjs";
import { lastLines, Stop } from "./log.mjs";
import { ask } from "./wire.mjs";

const READY_TIMEOUT_MS = 60_000;
const DATABASE_NAME = "xiaoli";
export const ENGINE_USER = "xiaoli";

/**
 * The engine's own arguments; `durable` makes an answered write survive a kill, at some cost of speed, `auth` asks everybody for
 * the password.
 */
export function engineArgs({ kind, setName }, { port, folder, durable, auth }) {
  if (kind === "mongod") {
    const args = ["--replSet", setName, "--bind_ip", "127.0.0.1", "--port", `${port}`, "--dbpath", folder];
    return [...args, "--wiredTigerCacheSizeGB", "0.5"];
  }
  // Small log files: with the default of 2 GB a start after a kill takes seconds.
  const args = ["--host", "127.0.0.1", "--port", `${port}`, "--storage-path", folder];
  // A most, not what it takes: where what a company works on fills it, the engine stands still (20,000 clients with their indexes did at 512 MB).
  args.push("--cache-size", "1024M", "--log-file-max", "100MB", "--log-level", "WARNING");
  if (auth) args.push("--auth");
  return durable ? [...args, "--sync-on-commit"] : args;
}

/**
 * An engine that belongs to this process alone: a supervisor ends it, and removes its folder, as soon as this process is gone.
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
  const supervisor = spawnNode([at("config", "run", "engineSupervisor.mjs"), JSON.stringify(order)], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  // Not "close", which Node does not tell to whom lets go of the channel first.
  const gone = new Promise((resolve) => supervisor.once("exit", resolve));
  const pid = await new Promise((resolve) => {
    supervisor.once("message", resolve);
    gone.then(() => resolve(null));
  });
  if (pid) await ready(engine, { pid, port, folder: storage, logFile });
  const stop = async ({ keepFolder = false } = {}) => {
    if (keepFolder) supervisor.send("keepFolder");
    supervisor.disconnect();
    await gone;
  };
  const killHard = async () => {
    process.kill(pid, "SIGKILL");
    await gone;
  };
  return { pid, port, uri: uriOf(engine, port), stop, killHard };
}

/** @param password of `enginePassword`; without one the engine asks for none */
export function uriOf({ setName }, port, password = null) {
  const [who, where] = password === null ? ["", ""] : [`${ENGINE_USER}:${password}@`, "&authSource=admin"];
  return `mongodb://${who}127.0.0.1:${port}/${DATABASE_NAME}?replicaSet=${setName}${where}`;
}

/** Waits until the engine answers as a writable replica set; the engine's own words explain why it does not. */
export async function ready(engine, { pid, port, folder, logFile }) {
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
  const words = existsSync(logFile) ? readFileSync(logFile, "utf8").slice(-4_000) : "";
  if (/Device or resource busy|DBPathInUse/i.test(words)) {
    return `The database folder ${shown(folder)} is in use by another engine: end the other start first.`;
  }
  if (/No space left/i.test(words)) return `The disk is full: the database in ${shown(folder)} needs room.`;
  return `The database engine ended at once. Its last words (${shown(logFile)}):\n${lastLines(words, 5)}`;
}
