import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { freePortsOf } from "../../../config/run/ports.mjs";
import { spawnChildProgram } from "../run/childProgram";
import { root, startModule, temporaryFolder, until } from "../run/support";

const readyMaxMs = 60_000;
const saidMax = 40;

/** The durable engine of a test file alone. One that is killed is started again on its data, as `npm start` does it. */
export interface LastingEngine {
  uriOf(databaseName: string): string;
  /** kill -9; resolves when it answers again. */
  killHard(): Promise<void>;
}

const engineFolder = JSON.stringify(path.join(temporaryFolder(), "engine"));

export async function startLastingEngine(): Promise<LastingEngine> {
  const { output } = startModule(`
import { chooseDatabase } from "run/database.mjs";
import { startPrivateEngine } from "run/engine.mjs";
import { isAlive } from "run/processes.mjs";
import { freePorts } from "run/ports.mjs";
const engine = await chooseDatabase();
const { database: port } = await freePorts();
for (;;) {
  const { pid, uri } = await startPrivateEngine(engine, { port, folder: ${engineFolder}, durable: true });
  console.log("engine " + pid + " at " + uri);
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 50));
}`);
  const starts = () => [...output().matchAll(/engine (\d+) at (\S+)\n/g)];
  const [, , uri = ""] = await until(() => starts()[0], output);
  return {
    uriOf: (databaseName) => uri.replace(/\/[^/?]*\?/, `/${databaseName}?`),
    async killHard() {
      const before = starts().length;
      process.kill(Number(starts()[before - 1]?.[1]), "SIGKILL");
      await until(() => starts().length > before, output);
    },
  };
}

/** One process of the product, from its bundle. */
export class ProductProcess {
  private child: ChildProcess | null = null;
  private said: string[] = [];

  constructor(
    readonly name: string,
    readonly port: number,
    private readonly env: Record<string, string>,
  ) {}

  /** Resolves when it is ready. What it says at level warn and above is kept for who wants to know why a test fails. */
  async start(): Promise<void> {
    const program = path.join(root, "dist", "server", "main.js");
    const child = spawnChildProgram([program], { cwd: root, env: { PATH: process.env.PATH, ...this.env } });
    this.child = child;
    running.add(child);
    child.once("exit", () => running.delete(child));
    for (const pipe of [child.stdout, child.stderr])
      pipe?.setEncoding("utf8").on("data", (text: string) => {
        this.said = [...this.said, text.trimEnd()].slice(-saidMax);
      });
    for (const startedMs = performance.now(); performance.now() - startedMs < readyMaxMs; await pause(50)) {
      if (child.exitCode !== null) throw new Error(`${this.name} did not start: ${this.words()}`);
      if (child.signalCode !== null) return; // killed meanwhile, by the test
      if (await isReady(this.port)) return;
    }
    throw new Error(`${this.name} did not become ready: ${this.words()}`);
  }

  /** kill -9, and started again. */
  async killHard(): Promise<void> {
    await this.end("SIGKILL");
    await this.start();
  }

  /** As a deployment does it; @returns its exit code */
  stop(): Promise<number | null> {
    return this.end("SIGTERM");
  }

  words(): string {
    return `${this.name} said:\n${this.said.join("\n")}`;
  }

  private async end(signal: "SIGTERM" | "SIGKILL"): Promise<number | null> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const gone = once(child, "exit");
    child.kill(signal);
    await gone;
    return child.exitCode;
  }
}

const running = new Set<ChildProcess>();
afterAll(() => running.forEach((child) => child.kill("SIGKILL")));

/** As many processes of each role as said, on one database. */
export async function startProcesses(
  roles: readonly string[],
  settings: Record<string, string>,
): Promise<ProductProcess[]> {
  const ports = await freePortsOf(roles.length);
  const processes = roles.map((role, index) => {
    const port = ports[index] ?? 0;
    const setting = role.includes("http") ? "PORT" : "OPERATOR_PORT";
    return new ProductProcess(`${role} ${index + 1}`, port, { ...settings, ROLES: role, [setting]: String(port) });
  });
  await Promise.all(processes.map((one) => one.start()));
  return processes;
}

async function isReady(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(
    ({ ok }) => ok,
    () => false,
  );
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
