import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildSync } from "esbuild";
import { createLogger } from "../../../server/lib/logger";
import { startServices, type Service } from "../../../server/lib/services";

const silent = createLogger({ level: "silent", name: "test" });
const said: string[] = [];
const service = (name: string, more: Partial<Service> = {}): Service => ({
  name,
  start: async () => void said.push(`${name} starts`),
  stop: async () => void said.push(`${name} stops`),
  ...more,
});
const failing = async () => {
  throw new Error("no");
};

beforeEach(() => {
  said.length = 0;
});

describe("the services of a process", () => {
  it("start from the top and stop from the bottom", async () => {
    const stop = await startServices([service("database"), service("http")], silent);
    await stop();
    expect(said).toEqual(["database starts", "http starts", "http stops", "database stops"]);
  });

  it("are all stopped again when one cannot start", async () => {
    const services = [service("database"), service("http", { start: failing }), service("never")];
    await expect(startServices(services, silent)).rejects.toThrow("no");
    expect(said).toEqual(["database starts", "http stops", "database stops"]);
  });

  it("are all stopped even if one of them cannot", async () => {
    const stop = await startServices([service("database"), service("http", { stop: failing })], silent);
    await expect(stop()).rejects.toThrow();
    expect(said).toEqual(["database starts", "http starts", "database stops"]);
  });
});

describe("a process", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "xiaoli-services-"));
    const source = `
      import { createLogger } from "./server/lib/logger";
      import { runServices } from "./server/lib/services";
      const slowMs = Number(process.argv[2]);
      const say = (text: string) => process.stdout.write(text + "\\n");
      const alive = setInterval(() => undefined, 1000);
      void runServices([
        { name: "database", start: async () => say("up"), stop: async () => { clearInterval(alive); say("database closed"); } },
        { name: "http", start: async () => say("ready"), stop: () => new Promise((resolve) => setTimeout(resolve, slowMs)) },
      ], createLogger({ level: "silent", name: "test" }), { deadlineMs: 400 });`;
    buildSync({
      stdin: { contents: source, resolveDir: process.cwd(), loader: "ts" },
      bundle: true,
      platform: "node",
      packages: "external",
      outfile: path.join(folder, "process.js"),
    });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Starts it, does something to it once it is ready, and tells how it ended. */
  function ended(slowMs: number, act: (child: ChildProcess) => void): Promise<{ code: number | null; output: string }> {
    const child = spawn(process.execPath, [path.join(folder, "process.js"), String(slowMs)], {
      stdio: ["ignore", "pipe", "inherit", "ipc"],
      env: { ...process.env, NODE_PATH: path.resolve("node_modules") },
    });
    let output = "";
    child.stdout?.on("data", (data: Buffer) => {
      const before = output;
      output += data.toString();
      if (!before.includes("ready") && output.includes("ready")) act(child);
    });
    return new Promise((resolve) => child.on("exit", (code) => resolve({ code, output })));
  }

  it("finishes what is under way when it is told to end", async () => {
    const { code, output } = await ended(50, (child) => child.kill("SIGTERM"));
    expect(output).toContain("database closed");
    expect(code).toBe(0);
  });

  it("ends with its parent", async () => {
    const { code, output } = await ended(0, (child) => child.disconnect());
    expect([code, output.includes("database closed")]).toEqual([0, true]);
  });

  it("is cut off with an error rather than left hanging", async () => {
    const { code, output } = await ended(60_000, (child) => child.kill("SIGTERM"));
    expect([code, output.includes("database closed")]).toEqual([1, false]);
  });
});
