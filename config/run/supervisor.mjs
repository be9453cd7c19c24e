/** Runs the parts of the product side by side: prefixes what they log, starts again what crashes, stops all in reverse order. */
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { forEachLine, spawnNode, whenNpmIsGone } from "./processes.mjs";
import { lastLines, log, Stop } from "./log.mjs";

const STOP_GRACE_MS = 26_000;
const LOOK_EVERY_MS = 500;
const CRASHES_MAX = 5;
const CRASH_WINDOW_MS = 60_000;

/** Runs a start to its end, the exit code; a signal during set-up ends the wait. What it has started ends with it. */
export async function supervised(run, options) {
  const supervisor = new Supervisor(options);
  supervisor.obeySignals();
  try {
    process.exit(await Promise.race([supervisor.ended, run(supervisor)]));
  } catch (error) {
    await supervisor.stop(1);
    throw error;
  }
}

export class Supervisor {
  #parts = [];
  #edited;
  #stopping = null;
  #end;
  /** Resolves with the exit code when everything has stopped. */
  ended = new Promise((resolve) => (this.#end = resolve));

  /** @param edited what crashes again and again is waiting for an edit of its code, so that the rest goes on */
  constructor({ edited = false } = {}) {
    this.#edited = edited;
  }

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
   * @param onMessage hears what the program tells its parent
   * @param isSilent prints nothing of it but why it does not start
   */
  start(name, args, { env = {}, onLine = () => false, onMessage = () => undefined, isSilent = false } = {}) {
    const part = { name, args, env, onLine, onMessage, isSilent, started: false, errors: [], crashes: [], child: null };
    part.stop = () => stopPart(part);
    this.#parts.push(part);
    this.#spawn(part, (how) => this.#ended(part, how));
    return part;
  }

  /** Stops a part for good while the rest goes on. */
  async retire(part) {
    part.retired = true;
    await part.stop();
    this.#parts = this.#parts.filter((each) => each !== part);
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

  get isStopping() {
    return this.#stopping !== null;
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
    child.on("message", (message) => part.onMessage?.(message));
    forEachLine(child.stdout, (line) => part.onLine(line) || print(part, line));
    // Until it runs, what it complains about may be the reason why it does not: said once, at the end.
    forEachLine(child.stderr, (line) => (part.started ? print(part, line) : part.errors.push(line)));
    child.once("error", (error) => part.errors.push(error.message));
    child.once("close", (code, signal) => {
      part.child = null;
      onEnd(code ?? signal);
    });
  }

  async #ended(part, how) {
    if (this.#stopping || part.retired) return;
    if (part.started && (await this.#mayRestart(part, how))) this.#spawn(part, (again) => this.#ended(part, again));
    else part.ended = how;
  }

  /** Whether a part that has ended is worth another try; waits longer each time, and gives everything up in the end. */
  async #mayRestart(part, how) {
    const nowMs = performance.now();
    part.crashes = [...part.crashes.filter((atMs) => nowMs - atMs < CRASH_WINDOW_MS), nowMs];
    if (part.crashes.length > CRASHES_MAX && this.#edited) {
      log(`✗ ${part.name} ended ${part.crashes.length} times within a minute (${how}); it waits for the next edit.`);
      return false;
    }
    if (part.crashes.length > CRASHES_MAX) {
      log(`✗ ${part.name} ended ${part.crashes.length} times within a minute (${how}); stopping everything.`);
      await this.stop(1);
      return false;
    }
    log(`! ${part.name} ended unexpectedly (${how}); starting it again`);
    await sleep(250 * 2 ** (part.crashes.length - 1));
    return !this.#stopping && !part.retired;
  }
}

/** Asked twice it is stopped once. */
function stopPart(part) {
  return (part.stopped ??= part.child ? stopChild(part.child) : Promise.resolve());
}

async function stopChild(child) {
  const gone = new Promise((resolve) => child.once("close", resolve));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_GRACE_MS);
  await gone;
  clearTimeout(timer);
}

function inItsWords({ name, errors }, how) {
  return lastLines(errors.join("\n"), 12) || `${name} ended at once (${how}) without a word.`;
}

function print({ name, prefixed = true, isSilent = false }, line) {
  if (!isSilent) log(prefixed ? `${name.padEnd(9)} | ${line}` : line);
}
