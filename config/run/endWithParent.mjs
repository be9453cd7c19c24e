/**
 * Loaded into every Node program that set-up starts (`node --import`): when the parent is gone, even by kill -9, the program is
 * asked to stop as if by SIGTERM, and is ended if it does not.
 */
import process from "node:process";

const GRACE_MS = 26_000;

// Only the parent's own child: what that child forks inherits this flag, and ends with the child.
if (process.env.SUPERVISOR_PID === String(process.ppid) && process.channel) {
  process.once("disconnect", () => {
    setTimeout(() => process.kill(process.pid, "SIGKILL"), GRACE_MS).unref();
    process.kill(process.pid, "SIGTERM");
  });
  // That channel alone must not keep a finished program alive.
  process.channel.unref();
}
