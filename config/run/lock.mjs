/** One process at a time: a lock file that holds the pid of its owner and counts for nothing once that process is gone. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { commandLineOf, isAlive } from "./processes.mjs";
import { say } from "./say.mjs";

const LOOK_EVERY_MS = 300;

/** Does the work while holding the lock; waits, and says so, while another living process holds it. */
export async function holdLock(file, waitingFor, work) {
  mkdirSync(path.dirname(file), { recursive: true });
  for (let said = false; !take(file); await sleep(LOOK_EVERY_MS)) {
    if (!said) say(`  waiting: ${waitingFor}`);
    said = true;
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  const owner = Number(readOr(file, "0"));
  // The pid may belong to some other program by now: what holds a lock here is a script of config/run.
  if (owner > 0 && (!isAlive(owner) || !/config.run/.test(commandLineOf(owner)))) rmSync(file, { force: true });
  return false;
}

function readOr(file, otherwise) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return otherwise;
  }
}
