/** Programs and processes: found on PATH, started so that they end with this one, looked up by pid, ended. */
import { execFileSync, spawn } from "node:child_process";
import { accessSync, constants, readFileSync, statSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { at, root } from "./paths.mjs";
import { lastLines, Stop } from "./log.mjs";

const NPM_POLL_MS = 1_000;
const windows = process.platform === "win32";

/** The first of the names that is a program on PATH, as a full path; null where none is. */
export function findOnPath(...names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? "").split(path.delimiter)) {
      const file = path.join(folder, windows ? `${name}.exe` : name);
      if (folder !== "" && isProgram(file)) return file;
    }
  }
  return null;
}

export function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** A Node program that ends when this process does. `options` are those of spawn; by the channel the child sees that this process is gone. */
export function spawnNode(args, options = {}) {
  const [stdin, stdout, stderr] = options.stdio ?? ["ignore", "pipe", "pipe"];
  return spawn(process.execPath, ["--import", pathToFileURL(at("config", "run", "endWithParent.mjs")).href, ...args], {
    cwd: root,
    windowsHide: true,
    ...options,
    env: { ...process.env, ...options.env, SUPERVISOR_PID: String(process.pid) },
    stdio: [stdin, stdout, stderr, "ipc"],
  });
}

/**
 * Does pieces of work two at a time, in their order: most programs that are started here keep one processor busy.
 * @returns what each has given, once all have ended; of those that have thrown, the first is thrown then
 */
export async function twoAtATime(works) {
  const waiting = [...works.entries()];
  const results = [];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [n, work] = next;
      results[n] = (await Promise.allSettled([work()]))[0];
    }
  };
  await Promise.all([worker(), worker()]);
  const failed = results.find(({ status }) => status === "rejected");
  if (failed) throw failed.reason;
  return results.map(({ value }) => value);
}

/**
 * Waits for a child and gives its exit code and whatever it wrote.
 * @param onLine called with each whole line as it comes
 * @param timeoutMs after this the child is ended, and `timedOut` says so
 */
export function finished(child, { onLine, timeoutMs } = {}) {
  return new Promise((resolve) => {
    let output = "";
    let timedOut = false;
    for (const pipe of [child.stdout, child.stderr]) {
      if (!pipe) continue;
      pipe.setEncoding("utf8").on("data", (text) => (output += text));
      if (onLine) forEachLine(pipe, onLine);
    }
    const timer = timeoutMs && setTimeout(() => ((timedOut = true), endChild(child)), timeoutMs);
    const done = (code, failure) => {
      clearTimeout(timer);
      resolve({ code, output: failure ? `${output}\n${failure}` : output, timedOut });
    };
    child.once("error", (error) => done(null, error.message));
    child.once("close", (code) => done(code));
  });
}

/** Calls back with each whole line of a stream, and with what is left at its end. */
export function forEachLine(pipe, onLine) {
  let rest = "";
  pipe.setEncoding("utf8");
  pipe.on("data", (text) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop();
    lines.forEach(onLine);
  });
  pipe.on("end", () => rest !== "" && onLine(rest));
}

/** Runs a Node program to its end; a failure stops set-up with `sentence` and the program's last lines. */
export async function runNode(args, { sentence, env, timeoutMs = 600_000 }) {
  const result = await finished(spawnNode(args, { env }), { timeoutMs });
  if (result.code === 0) return result.output;
  const why = result.timedOut ? `no end after ${timeoutMs / 1000} s` : lastLines(result.output, 12);
  throw new Stop(`${sentence}\n${why}`);
}

function endChild(child) {
  child.kill("SIGTERM");
  setTimeout(() => child.kill("SIGKILL"), 3_000).unref();
}

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return error.code === "EPERM";
  }
}

// A killed process whose parent has not collected it yet answers signals but holds nothing any more.
function isZombie(pid) {
  if (process.platform !== "linux") return false;
  try {
    return /^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return true;
  }
}

/** The command line of a process, "" where there is none or it cannot be read. */
export function commandLineOf(pid) {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    const [program, ...args] = windows
      ? [
          "powershell",
          "-NoProfile",
          "-Command",
          `(Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}').CommandLine`,
        ]
      : ["ps", "-ww", "-o", "command=", "-p", String(pid)];
    return execFileSync(program, args, { encoding: "utf8", timeout: 10_000, stdio: ["ignore", "pipe", "ignore"] });
  } catch {
    return "";
  }
}

/** The parent of a process; null where it cannot be told. */
export function parentOf(pid) {
  try {
    const told =
      process.platform === "linux"
        ? readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1).split(" ")[1]
        : execFileSync("ps", ["-o", "ppid=", "-p", String(pid)], {
            encoding: "utf8",
            stdio: ["ignore", "pipe", "ignore"],
          });
    return Number(told);
  } catch {
    return null;
  }
}

/** Calls back when the npm that runs this script is gone: what a person stops, even by kill -9, shall not go on unseen. */
export function whenNpmIsGone(callback) {
  if (!process.env.npm_lifecycle_event || windows) return;
  // npm runs a shell, and the shell this script.
  const shell = process.ppid;
  const npm = parentOf(shell);
  const gone = () => process.ppid !== shell || (npm !== null && parentOf(shell) !== npm);
  setInterval(() => gone() && callback(), NPM_POLL_MS).unref();
}

/** Ends a process, politely first; resolves when it is gone. */
export async function endProcess(pid, graceMs = 5_000) {
  for (const [signal, waitMs] of [
    ["SIGTERM", graceMs],
    ["SIGKILL", 5_000],
  ]) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    for (let waitedMs = 0; waitedMs < waitMs; waitedMs += 50) {
      if (!isAlive(pid)) return;
      await sleep(50);
    }
  }
}
