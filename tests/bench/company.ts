import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { chromium, type Browser } from "playwright-core";
import { browserProgram, setUp } from "./setUp";

interface Ports {
  product: number;
  simulator: number;
  database: number;
}
interface Supervisor {
  add(name: string, stop: () => Promise<void>): void;
  stop(code: number): Promise<void>;
}

/** Measures in a browser on the built product, with a demo company of its own that is thrown away. */
export async function inCompany<T>(measure: (at: { baseUrl: string; browser: Browser }) => Promise<T>): Promise<T> {
  const { build } = await setUp<{ build: (names: string[]) => Promise<void> }>("build.mjs");
  await build(["server", "h5"]);
  const program = await browserProgram();

  const { Supervisor } = await setUp<{ Supervisor: new () => Supervisor }>("supervisor.mjs");
  const supervisor = new Supervisor();
  const dataDir = mkdtempSync(path.join(os.tmpdir(), "xiaoli-bench-"));
  try {
    const baseUrl = await startCompany(supervisor, dataDir);
    const browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox", "--disable-gpu"] });
    supervisor.add("browser", () => browser.close());
    process.stdout.write(`  load ${os.loadavg()[0]?.toFixed(1)} on ${os.cpus().length} processors\n`);
    return await measure({ baseUrl, browser });
  } finally {
    await supervisor.stop(0);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function startCompany(supervisor: Supervisor, dataDir: string): Promise<string> {
  const { chooseDatabase } = await setUp<{ chooseDatabase: () => Promise<unknown> }>("database.mjs");
  const { startPrivateEngine } = await setUp<{
    startPrivateEngine: (engine: unknown, order: object) => Promise<{ uri: string; stop: () => Promise<void> }>;
  }>("engine.mjs");
  const { freePorts } = await setUp<{ freePorts: () => Promise<Ports> }>("ports.mjs");
  const { startDemo } = await setUp<{ startDemo: (order: object) => Promise<unknown> }>("demo.mjs");
  const ports = await freePorts();
  const order = { port: ports.database, folder: path.join(dataDir, "database"), durable: true };
  const { uri, stop } = await startPrivateEngine(await chooseDatabase(), order);
  supervisor.add("database", stop);
  await startDemo({ supervisor, ports, dataDir, databaseUri: uri });
  return `http://localhost:${ports.product}`;
}
