/** One process at a time: a lock file that holds the pid of its owner and counts for nothing once that process is gone. */
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { commandLineOf, isAlive } from "./processes.mjs";
import { log } from "./log.mjs";

const LOOK_EVERY_MS = 300;

/** Does the work while holding the lock; waits, and says so, while another living process holds it. */
export async function holdLock(file, waitingFor, work) {
  mkdirSync(path.dirname(file), { recursive: true });
  for (let said = false; !take(file);) {
    if (dropIfAbandoned(file)) continue;
    if (!said) log(`  waiting: ${waitingFor}`);
    said = true;
    await sleep(LOOK_EVERY_MS);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file) {
  // A link appears whole or not at all: nobody ever reads a lock without its owner.
  const own = `${file}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Removes a lock whose owner is gone. Its pid may be some other program's by now: locks are held by scripts of config/run. */
function dropIfAbandoned(file) {
  let owner;
  try {
    owner = Number(readFileSync(file, "utf8"));
  } catch {
    return true;
  }
  if (isAlive(owner) && /config.run/.test(commandLineOf(owner))) return false;
  rmSync(file, { force: true });
  return true;
}
