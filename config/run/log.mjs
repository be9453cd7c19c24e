/** What set-up says to the person at the terminal: progress in plain words, and one clear sentence where it cannot go on. */
import process from "node:process";

/** Set-up cannot go on, for a reason that the person can do something about. Its message is the whole answer. */
export class Stop extends Error {}

const PROGRESS_EVERY_MS = 15_000;
let stream = process.stdout;

/** Sends progress to stderr, for commands whose stdout is read by a program. */
export function logToStderr() {
  stream = process.stderr;
}

export function log(text = "") {
  stream.write(`${text}\n`);
}

export function secondsSince(startedMs) {
  const seconds = (performance.now() - startedMs) / 1000;
  return seconds < 10 ? `${seconds.toFixed(1)} s` : `${Math.round(seconds)} s`;
}

/**
 * Says what is under way, then how long it took; a long one says every quarter of a minute that it still lives. Each line names
 * what it is about, since another may be under way beside it.
 * @param worked whether a result is what was wanted; what is thrown never is
 */
export async function step(what, work, worked = () => true) {
  const startedMs = performance.now();
  log(`· ${what} …`);
  const pulse = setInterval(() => log(`  … ${what}: ${secondsSince(startedMs)}`), PROGRESS_EVERY_MS);
  try {
    const result = await work();
    log(`  ${what}: ${worked(result) ? "done in" : "failed after"} ${secondsSince(startedMs)}`);
    return result;
  } catch (error) {
    log(`  ${what}: failed after ${secondsSince(startedMs)}`);
    throw error;
  } finally {
    clearInterval(pulse);
  }
}

/** The last lines of a program's output that say something. */
export function lastLines(output, count = 8) {
  return output
    .split("\n")
    .map((line) => line.trimEnd())
    .filter((line) => line.trim() !== "")
    .slice(-count)
    .join("\n");
}

/** Runs a command's main function: a Stop becomes its sentence and exit code 1, anything else is a bug and shows its stack. */
export async function main(work) {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    process.stderr.write(`\nNode ${process.versions.node} is too old: install Node 20.19 or newer and try again.\n`);
    process.exit(1);
  }
  try {
    process.exitCode = (await work(process.argv.slice(2))) ?? 0;
  } catch (error) {
    process.stderr.write(
      error instanceof Stop ? `\n✗ ${error.message}\n` : `\n✗ This is a bug in the set-up.\n${error?.stack}\n`,
    );
    process.exitCode = 1;
  }
}
