import { type ChildProcess, spawn, type SpawnOptions } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";

const leash = pathToFileURL(path.resolve(__dirname, "..", "..", "..", "config", "run", "leash.mjs")).href;

/** A Node program of a test, whose output can be read. It ends with the test's process, however that ends, also by kill -9. */
export function spawnLeashed(args: string[], { env, ...options }: SpawnOptions & { env: NodeJS.ProcessEnv }) {
  const child: ChildProcess = spawn(process.execPath, ["--import", leash, ...args], {
    ...options,
    env: { ...env, LEASH_PARENT_PID: String(process.pid) },
    // The channel is the leash: it closes when this process is gone.
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  return child;
}
