/** Gets the embedded engine into .engine/: fetched to a temporary name, checked, unpacked, tried, and only then renamed. */
import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { holdLock } from "./lock.mjs";
import { findOnPath, finished, isAlive, isProgram } from "./processes.mjs";
import { lastLines, log, step, Stop } from "./log.mjs";
import { PACKAGE, platformTag, thisMachine, wheels } from "./wheels.mjs";

const PROGRAM_NAME = process.platform === "win32" ? "secantusd-rs.exe" : "secantusd-rs";
const FETCH_TIMEOUT_MS = 300_000;

/**
 * The embedded engine's program, fetched when it is not there yet.
 * @returns `{ program, version }`, or `{ reason }` where this machine cannot have it; a wrong hash stops the start
 */
export async function embeddedEngine(
  engineDir,
  { machine = thisMachine(), download = pipDownload, table = wheels } = {},
) {
  const tag = platformTag(machine);
  const candidates = table.filter((wheel) => wheel.tag === tag);
  if (candidates.length === 0) return { reason: `There is no embedded engine for ${describe(machine)}.` };

  return (
    firstThere(engineDir, candidates) ??
    holdLock(path.join(engineDir, "fetch.lock"), "another run fetches the database engine", async () => {
      return firstThere(engineDir, candidates) ?? (await firstFetched(engineDir, candidates, download));
    })
  );
}

function firstThere(engineDir, candidates) {
  for (const wheel of candidates) {
    const program = programIn(folderOf(engineDir, wheel));
    if (program) return { program, version: wheel.version };
  }
  return null;
}

async function firstFetched(engineDir, candidates, download) {
  removeLeftovers(engineDir);
  let reason = "";
  for (const wheel of candidates) {
    const what = `Fetching the embedded database engine ${wheel.version} (22 MB, once)`;
    const fetched = await step(
      what,
      () => fetchWheel(engineDir, wheel, download),
      ({ program }) => Boolean(program),
    );
    if (fetched.program) return { program: fetched.program, version: wheel.version };
    reason = fetched.reason;
    if (!fetched.gone) break;
    log(`  release ${wheel.version} is no longer offered`);
  }
  return { reason };
}

async function fetchWheel(engineDir, wheel, download) {
  const temporary = path.join(engineDir, `.fetch-${process.pid}`);
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(path.join(temporary, "wheel"), { recursive: true });
  try {
    const got = await download(wheel, path.join(temporary, "wheel"));
    if (!got.file) return got;
    requireHash(got.file, wheel);
    const unpacked = path.join(temporary, "unpacked");
    execFileSync(python(), ["-m", "zipfile", "-e", got.file, unpacked], { stdio: "ignore" });
    const program = findProgram(unpacked);
    if (!program) return { reason: `The wheel ${wheel.version} holds no ${PROGRAM_NAME}.` };
    chmodSync(program, 0o755);
    const refusal = doesNotRun(program);
    if (refusal) return { reason: `The embedded engine does not run on this machine: ${refusal}` };
    rmSync(folderOf(engineDir, wheel), { recursive: true, force: true });
    renameSync(unpacked, folderOf(engineDir, wheel));
    return { program: programIn(folderOf(engineDir, wheel)) };
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Refuses a file that is not byte for byte the one that this project trusts. */
export function requireHash(file, wheel) {
  const found = createHash("sha256").update(readFileSync(file)).digest("hex");
  if (found === wheel.sha256) return;
  throw new Stop(
    `The database engine that was downloaded (${PACKAGE} ${wheel.version}) is not the one that this project trusts, so it was ` +
      `thrown away: its sha-256 is ${found}, and should be ${wheel.sha256}. Check where your Python packages come from.`,
  );
}

async function pipDownload(wheel, folder) {
  const program = python();
  if (!program) return { reason: "Python 3 was not found; its pip fetches the embedded engine." };
  const args = [
    "-m",
    "pip",
    "download",
    "--no-deps",
    "--only-binary=:all:",
    "--no-input",
    "--disable-pip-version-check",
  ];
  args.push("--python-version", "311", "--implementation", "cp", "--platform", wheel.tag, "-d", folder);
  const child = spawn(program, [...args, `${PACKAGE}==${wheel.version}`], {
    stdio: ["ignore", "pipe", "pipe"],
    windowsHide: true,
  });
  const { code, output, timedOut } = await finished(child, { timeoutMs: FETCH_TIMEOUT_MS });
  if (code === 0) return { file: path.join(folder, readdirSync(folder)[0]) };
  if (timedOut) return { reason: "The package registry did not deliver the engine within five minutes." };
  if (/No module named pip/i.test(output))
    return { reason: "Python 3 is here, but without pip, which fetches the embedded engine." };
  // pip lists what there is when it lacks one release; with nothing to list it never got that far.
  const offered = /from versions: (?!none)/.test(output);
  if (!offered && /connection|resolve|timed? ?out|unreachable|proxy|SSL/i.test(output)) {
    return { reason: "The Python package registry could not be reached; the embedded engine needs the network once." };
  }
  if (offered) return { gone: true, reason: "None of the known engine releases is offered any more." };
  return { reason: `pip could not fetch the embedded engine. It said: ${lastLines(output, 2)}` };
}

function python() {
  return findOnPath("python3", "python", "py");
}

function describe({ platform, arch, glibc }) {
  const library = platform !== "linux" ? "" : glibc === null ? " with musl" : ` with glibc ${glibc}`;
  return `${platform} ${arch}${library}`;
}

function folderOf(engineDir, wheel) {
  return path.join(engineDir, `secantus-${wheel.version}-${wheel.tag}`);
}

function programIn(folder) {
  return existsSync(folder) ? findProgram(folder) : null;
}

function findProgram(folder) {
  const found = readdirSync(folder, { recursive: true }).find((file) => path.basename(file) === PROGRAM_NAME);
  return found ? path.join(folder, found) : null;
}

function doesNotRun(program) {
  if (!isProgram(program)) return "it is no program";
  try {
    execFileSync(program, ["--version"], { stdio: ["ignore", "ignore", "pipe"], timeout: 10_000 });
    return null;
  } catch (error) {
    return lastLines(String(error.stderr || error.message), 1);
  }
}

/** Removes what a fetch that was killed has left. */
function removeLeftovers(engineDir) {
  if (!existsSync(engineDir)) return;
  for (const name of readdirSync(engineDir)) {
    const [, pid] = /^\.fetch-(\d+)$/.exec(name) ?? [];
    if (pid && !isAlive(Number(pid))) rmSync(path.join(engineDir, name), { recursive: true, force: true });
  }
}
