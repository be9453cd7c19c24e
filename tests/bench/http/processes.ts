import { type ChildProcess, fork, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { LoadOrder, LoadResult } from "./load";

const folder = path.join(process.cwd(), "tests", "bench", "http");
const typescript = ["--import", "tsx"];
const readyMaxMs = 30_000;

const running = new Set<ChildProcess>();
process.on("exit", () => running.forEach((child) => child.kill("SIGKILL")));

function kept<Child extends ChildProcess>(child: Child): Child {
  running.add(child);
  child.once("exit", () => running.delete(child));
  return child;
}

export interface Served {
  port: number;
  pid: number;
  stop(): Promise<void>;
}

/** A process of the product, from its bundle, with what it logs thrown away. */
export async function startProduct(env: Record<string, string>): Promise<Served> {
  const child = kept(
    spawn(process.execPath, [path.join("dist", "server", "main.js")], {
      env: { PATH: process.env.PATH, ...env },
      stdio: ["ignore", "ignore", "inherit"],
    }),
  );
  const port = Number(env.PORT ?? env.OPERATOR_PORT);
  for (const startedMs = performance.now(); performance.now() - startedMs < readyMaxMs; await sleep(50)) {
    if (child.exitCode !== null) break;
    const isReady = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return { port, pid: child.pid ?? 0, stop: () => ended(child) };
  }
  child.kill("SIGKILL");
  throw new Error("the product did not start; its own words are above");
}

/** The bare handlers, in a process of their own as the product is. */
export async function startBare(env: Record<string, string>): Promise<Served> {
  const child = kept(
    fork(path.join(folder, "bare.ts"), [], { execArgv: typescript, env: { PATH: process.env.PATH, ...env } }),
  );
  const { port } = await new Promise<{ port: number }>((resolve, reject) => {
    child.once("message", resolve as (message: unknown) => void); // bare.ts sends just that
    child.once("exit", () => reject(new Error("the bare handlers did not start")));
  });
  return { port, pid: child.pid ?? 0, stop: () => ended(child) };
}

/** Plays a load from a process of its own. */
export async function play(order: LoadOrder): Promise<LoadResult> {
  const child = kept(fork(path.join(folder, "load.ts"), [], { execArgv: typescript }));
  return new Promise((resolve, reject) => {
    child.once("message", resolve as (message: unknown) => void); // load.ts sends just that
    child.once("exit", () => reject(new Error("the load ended without a result")));
    child.send(order);
  });
}

/** Resident memory of a process in MB; NaN where the system does not tell. */
export function memoryMb(pid: number): number {
  try {
    const [, kb] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return Number(kb) / 1024;
  } catch {
    return NaN;
  }
}

/** Processor time that a process has used, in ms; NaN where the system does not tell. */
export function processorMs(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    // utime and stime, in hundredths of a second.
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return NaN;
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), 5_000);
  await gone;
  clearTimeout(timer);
}
