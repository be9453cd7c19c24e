/** Says under npm run dev where an edit makes the types wrong, which neither the server's bundle nor the page's build looks at. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { log } from "./log.mjs";
import { at, root } from "./paths.mjs";
import { finished } from "./processes.mjs";
import { watchFiles } from "./watchFiles.mjs";

// By then the page's build has heard of the edit as well.
const SETTLE_MS = 500;
// What follows is mostly the same mistake seen from elsewhere.
const MISTAKES_SHOWN = 5;

// The program itself: its Node wrapper starts it as a child of its own, which lives on with its gigabytes when the wrapper is ended.
const wrapper = pathToFileURL(at("node_modules", "typescript-native", "lib", "getExePath.js")).href;

/**
 * @param folder a project with a tsconfig.json
 * @param sources what is edited there
 * @param reloaded resolves when what the edit has changed can be seen: that comes first
 * @param tsc the program that checks
 * @returns stops looking
 */
export function watchTypes({
  folder = root,
  sources = ["miniapp", "server", "shared", "config", "tests"],
  reloaded,
  tsc,
}) {
  // Apart from that of npm run typecheck, which may be running.
  const kept = path.join("dist", "dev", "types.tsbuildinfo");
  const args = [
    "--noEmit",
    "--incremental",
    "--checkers",
    "1",
    "--tsBuildInfoFile",
    kept,
    "--pretty",
    "false",
    "-p",
    ".",
  ];
  let newest = 0;
  let child = null;
  let isWrong = false;

  const look = async () => {
    newest += 1;
    const edit = newest;
    // What it would say is about files that are others now. At work, it hears of no milder signal.
    child?.kill("SIGKILL");
    await sleep(SETTLE_MS);
    await reloaded?.();
    const program = tsc ?? (await import(wrapper)).default();
    if (edit !== newest) return;
    child = spawn(program, args, { cwd: folder, windowsHide: true, stdio: ["ignore", "pipe", "pipe"] });
    if (child.pid !== undefined) os.setPriority(child.pid, os.constants.priority.PRIORITY_LOW);
    const { code, output } = await finished(child);
    if (edit !== newest) return;
    if (code !== 0) log(`✗ Types are wrong after this edit:\n${mistakesIn(output)}`);
    else if (isWrong) log("· Types are right again");
    isWrong = code !== 0;
  };

  const there = sources.map((source) => path.join(folder, source)).filter((source) => existsSync(source));
  const stopWatching = watchFiles(there, () => void look());
  return () => {
    newest = Infinity;
    child?.kill("SIGKILL");
    stopWatching();
  };
}

function mistakesIn(output) {
  const lines = output.split("\n").filter((line) => /^\S.*\(\d+,\d+\): error/.test(line));
  if (lines.length === 0) return output.trim();
  const more = lines.length - MISTAKES_SHOWN;
  return [...lines.slice(0, MISTAKES_SHOWN), ...(more > 0 ? [`and ${more} more: npm run typecheck`] : [])].join("\n");
}
