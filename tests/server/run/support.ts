import { spawnSync, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { spawnChildProgram } from "./childProgram";

/*
 * Set-up runs by Node's own modules before anything is installed, so it is tested as it runs: as a program of plain Node.
 */

export const root = path.resolve(__dirname, "..", "..", "..");

/** A folder that goes when the test file is done. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "xiaoli-run-test-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

export interface Ran {
  code: number | null;
  output: string;
}

/** Runs a module that may import `run/<script>.mjs`; a Stop that it throws becomes its sentence and exit code 1. */
export function runModule(source: string, env: Record<string, string> = {}): Ran {
  return ranOf(spawnSync(process.execPath, moduleArgs(source), { cwd: root, env: cleanEnv(env), encoding: "utf8" }));
}

const started: ChildProcess[] = [];
afterAll(() => started.forEach((child) => child.kill("SIGKILL")));

/** The same, left running; its output is collected, and it is ended with the test file at the latest. */
export function startModule(
  source: string,
  env: Record<string, string> = {},
): { child: ChildProcess; output: () => string } {
  const child = spawnChildProgram(moduleArgs(source), { cwd: root, env: cleanEnv(env) });
  let output = "";
  for (const pipe of [child.stdout, child.stderr])
    pipe?.setEncoding("utf8").on("data", (text: string) => (output += text));
  started.push(child);
  return { child, output: () => output };
}

/** Runs one of the scripts that people call. */
export function runScript(name: string, args: string[], env: Record<string, string> = {}): Ran {
  const file = path.join(root, "config", "run", name);
  return ranOf(spawnSync(process.execPath, [file, ...args], { cwd: root, env: cleanEnv(env), encoding: "utf8" }));
}

const untilMaxMs = 60_000;

/** Waits for something that another process does. @param words what it has said, for whoever wonders why it does not */
export async function until<T>(probe: () => T | null | undefined | false, words = () => ""): Promise<T> {
  for (const startedMs = performance.now(); ;) {
    const found = probe();
    if (found) return found;
    if (performance.now() - startedMs > untilMaxMs) throw new Error(`nothing came of ${probe.toString()}: ${words()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Whether a process runs; one that has died and is still listed does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== "linux" || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

function moduleArgs(source: string): string[] {
  const head = `import { main } from "./config/run/log.mjs";\n`;
  const body = source.replaceAll(`"run/`, `"./config/run/`);
  const imports = body.split("\n").filter((line) => line.startsWith("import "));
  const rest = body.split("\n").filter((line) => !line.startsWith("import "));
  return [
    "--input-type=module",
    "-e",
    `${head}${imports.join("\n")}\nawait main(async () => {\n${rest.join("\n")}\n});`,
  ];
}

/** The environment without what would change what set-up does. */
function cleanEnv(env: Record<string, string>): NodeJS.ProcessEnv {
  const names = [
    "PORT",
    "HOST",
    "MONGODB_URI",
    "MONGOD",
    "SECANTUSD",
    "WECOM_CORP_ID",
    "CHROMIUM",
    "CI",
    "NODE_ENV",
    "SUPERVISOR_PID",
  ];
  const kept = Object.entries(process.env).filter(([name]) => !names.includes(name) && !name.startsWith("npm_"));
  return { ...Object.fromEntries(kept), ...env };
}

function ranOf({ status, stdout, stderr }: { status: number | null; stdout: string; stderr: string }): Ran {
  return { code: status, output: stdout + stderr };
}
