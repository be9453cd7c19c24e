/**
 * Runs one engine for one parent. When the parent lets go of the channel, or dies, the engine is ended and its folder removed.
 * Argument: JSON of `{ program, args, folder, logFile }`. Tells the parent the engine's pid; the message "keepFolder" spares it.
 */
import { spawn } from "node:child_process";
import { openSync, rmSync } from "node:fs";
import process from "node:process";

const GRACE_MS = 5_000;
const { program, args, folder, logFile } = JSON.parse(process.argv[2]);

const logDescriptor = openSync(logFile, "a");
const engine = spawn(program, args, {
  stdio: ["ignore", logDescriptor, logDescriptor],
  detached: true,
  windowsHide: true,
});
let parentGone = false;
let keepFolder = false;

engine.once("error", () => process.exit(1));
engine.once("exit", () => {
  if (parentGone && !keepFolder) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.exit(0);
});
process.on("message", (message) => (keepFolder = message === "keepFolder"));
process.once("disconnect", () => {
  parentGone = true;
  engine.kill("SIGTERM");
  setTimeout(() => engine.kill("SIGKILL"), GRACE_MS).unref();
});
// The signal of endWithParent.mjs must not end this process before its engine.
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"])
  process.on(signal, () => process.connected && process.disconnect());
process.send(engine.pid);
