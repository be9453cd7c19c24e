import { type ChildProcess, spawn, type SpawnOptions } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";

const endWithParent = pathToFileURL(
  path.resolve(__dirname, "..", "..", "..", "config", "run", "endWithParent.mjs"),
).href;

/** A Node program of a test, whose output can be read. It ends with the test's process, however that ends, also by kill -9. */
export function spawnChildProgram(args: string[], { env, ...options }: SpawnOptions & { env: NodeJS.ProcessEnv }) {
  const child: ChildProcess = spawn(process.execPath, ["--import", endWithParent, ...args], {
    ...options,
    env: { ...env, SUPERVISOR_PID: String(process.pid) },
    // The channel closes when this process is gone, and the program ends then.
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  return child;
}
