/** Runs the parts of the product side by side: prefixes what they log, starts again what crashes, stops all in reverse order. */
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { forEachLine, spawnNode, whenNpmIsGone } from "./processes.mjs";
import { lastLines, log, Stop } from "./log.mjs";

const STOP_GRACE_MS = 26_000;
const LOOK_EVERY_MS = 500;
const CRASHES_MAX = 5;
const CRASH_WINDOW_MS = 60_000;

export class Supervisor {
  #parts = [];
  #stopping = null;
  #end;
  /** Resolves with the exit code when everything has stopped. */
  ended = new Promise((resolve) => (this.#end = resolve));

  /** Stops on Ctrl-C, on SIGTERM, when the terminal closes, and when the npm that started this is gone. */
  obeySignals() {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
      process.on(signal, () => {
        if (!this.#stopping) log("\nStopping …");
        void this.stop(0);
      });
    }
    whenNpmIsGone(() => void this.stop(0));
  }

  /** Adds something that must be stopped with the rest. */
  add(name, stop) {
    this.#parts.push({ name, stop });
  }

  /** Adds something that may be no child of this process, such as the engine: it is looked after, and stopped with the rest. */
  keep(name, { isRunning, restart, stop }) {
    const part = { name, crashes: [] };
    const watch = async () => {
      if (this.#stopping) return;
      if (!isRunning() && (await this.#mayRestart(part, "it is gone"))) {
        await restart().catch((error) => log(`! ${name}: ${error.message}`));
      }
      setTimeout(watch, LOOK_EVERY_MS);
    };
    void watch();
    this.#parts.push({ name, stop });
  }

  /**
   * Starts a Node program and keeps it running.
   * @param onLine sees each line of its stdout first; true: the line is not printed
   */
  start(name, args, { env = {}, onLine = () => false } = {}) {
    const part = { name, args, env, onLine, started: false, errors: [], crashes: [], child: null };
    this.#parts.push({ name, stop: () => stopPart(part) });
    this.#spawn(part, (how) => !this.#stopping && void this.#crashed(part, how));
    return part;
  }

  /** Runs a Node program once to its end; its failure stops the start, in its own words. */
  async runOnce(name, args, { env = {}, prefixed = true } = {}) {
    const part = { name, args, env, prefixed, onLine: () => false, started: false, errors: [] };
    const how = await new Promise((resolve) => this.#spawn(part, resolve));
    if (how !== 0) throw new Stop(inItsWords(part, how));
    part.errors.forEach((line) => print(part, line));
  }

  /** Waits until `probe` is true; a part that ends meanwhile stops the start, in its own words. */
  async until(what, part, probe, timeoutMs = 60_000) {
    for (const startedMs = performance.now(); !(await probe()); await sleep(100)) {
      if (this.#stopping) throw new Stop("Stopped before it was ready.");
      if (part.ended !== undefined) throw new Stop(inItsWords(part, part.ended));
      if (performance.now() - startedMs > timeoutMs)
        throw new Stop(`${what} did not become ready within ${timeoutMs / 1000} s.`);
    }
    part.started = true;
    part.errors.forEach((line) => print(part, line));
  }

  /** Stops every part, the last one started first. */
  stop(code) {
    this.#stopping ??= (async () => {
      for (const part of this.#parts.reverse()) await part.stop();
      this.#end(code);
    })();
    return this.#stopping;
  }

  #spawn(part, onEnd) {
    // A process group of its own: Ctrl-C reaches the supervisor alone, which stops the parts in order.
    const child = spawnNode(part.args, { env: part.env, detached: true });
    part.child = child;
    forEachLine(child.stdout, (line) => part.onLine(line) || print(part, line));
    // Until it runs, what it complains about may be the reason why it does not: said once, at the end.
    forEachLine(child.stderr, (line) => (part.started ? print(part, line) : part.errors.push(line)));
    child.once("error", (error) => part.errors.push(error.message));
    child.once("close", (code, signal) => {
      part.child = null;
      onEnd(code ?? signal);
    });
  }

  async #crashed(part, how) {
    if (!part.started) {
      part.ended = how;
      return;
    }
    if (await this.#mayRestart(part, how)) {
      this.#spawn(part, (again) => !this.#stopping && void this.#crashed(part, again));
    }
  }

  /** Whether a part that has ended is worth another try; waits longer each time, and gives everything up in the end. */
  async #mayRestart(part, how) {
    const nowMs = performance.now();
    part.crashes = [...part.crashes.filter((atMs) => nowMs - atMs < CRASH_WINDOW_MS), nowMs];
    if (part.crashes.length > CRASHES_MAX) {
      log(`✗ ${part.name} ended ${part.crashes.length} times within a minute (${how}); stopping everything.`);
      await this.stop(1);
      return false;
    }
    log(`! ${part.name} ended unexpectedly (${how}); starting it again`);
    await sleep(250 * 2 ** (part.crashes.length - 1));
    return !this.#stopping;
  }
}

async function stopPart({ child }) {
  if (!child) return;
  const gone = new Promise((resolve) => child.once("close", resolve));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_GRACE_MS);
  await gone;
  clearTimeout(timer);
}

function inItsWords({ name, errors }, how) {
  return lastLines(errors.join("\n"), 12) || `${name} ended at once (${how}) without a word.`;
}

function print({ name, prefixed = true }, line) {
  log(prefixed ? `${name.padEnd(9)} | ${line}` : line);
}
