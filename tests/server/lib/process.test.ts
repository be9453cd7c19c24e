import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import path from "node:path";
import { buildSync } from "esbuild";
import mongoose from "mongoose";
import { freshWorld, startSimulator, type Simulator } from "../../../server/dev/wecom";

let folder: string;
let wecom: Simulator;
let taken: Server;
let takenPort: number;

beforeAll(async () => {
  // Within the project, so that packages are found by import() as well.
  mkdirSync("dist", { recursive: true });
  folder = mkdtempSync(path.resolve("dist", "process-"));
  buildSync({
    stdin: {
      contents: `import { armFailpoint, failpoint } from "./server/lib/failpoint";
        armFailpoint(process.argv[2]);
        void (async () => {
          for (const name of ["a.first", "b.second", "a.first"]) { await failpoint(name); console.log("passed " + name); }
        })();`,
      resolveDir: process.cwd(),
      loader: "ts",
    },
    bundle: true,
    platform: "node",
    outfile: path.join(folder, "failpoint.js"),
  });
  buildSync({ entryPoints: ["server/main.ts"], bundle: true, platform: "node", packages: "external", outdir: folder });
  wecom = await startSimulator({ world: freshWorld(["localhost"]) });
  taken = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => taken.once("listening", resolve));
  takenPort = (taken.address() as { port: number }).port; // a TCP server's address has a port
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  taken.close();
  await wecom.stop();
  const connection = await mongoose.createConnection(databaseUri()).asPromise();
  await connection.dropDatabase();
  await connection.close();
});

/** A database of this file's own: the process under test builds it up from nothing. */
function databaseUri(): string {
  const uri = process.env.TEST_MONGODB_URI;
  if (!uri) throw new Error("No database for this test: run it with `npm test`, which starts one and names it.");
  return uri.replace(/\/(\?|$)/, `/xl_test_process_${process.env.JEST_WORKER_ID ?? "1"}$1`);
}

function run(program: string, settings: Record<string, string>, args: string[] = []) {
  const child: ChildProcess = spawn(process.execPath, [path.join(folder, program), ...args], {
    env: { PATH: process.env.PATH, ...settings },
  });
  let output = "";
  const read = (data: Buffer) => (output += data.toString());
  child.stdout?.on("data", read);
  child.stderr?.on("data", read);
  const ended = new Promise<{ code: number | null; signal: string | null; output: string }>((resolve) =>
    child.on("close", (code, signal) => resolve({ code, signal, output })),
  );
  return { child, ended, output: () => output };
}

const settings = (more: Record<string, string> = {}) => ({
  MONGODB_URI: databaseUri(),
  WECOM_CORP_ID: wecom.world.corpId,
  WECOM_AGENT_ID: "1000002",
  WECOM_APP_SECRET: wecom.world.agents[0]?.secret ?? "",
  WECOM_API_URL: wecom.baseUrl,
  ...more,
});

describe("the server's process", () => {
  it("ends at once with one sentence when settings are wrong", async () => {
    const { code, output } = await run("main.js", settings({ PORT: "http", ROLES: "cook" })).ended;
    expect(code).toBe(1);
    expect(output).toMatch(
      /^Wrong settings: ROLES \(expected: .*\); PORT \(expected: .*\)\. Each is described in .*\n$/,
    );
  });

  it("ends with one sentence when its port is taken", async () => {
    const { code, output } = await run(
      "main.js",
      settings({ ROLES: "http", PORT: String(takenPort), LOG_LEVEL: "silent" }),
    ).ended;
    expect(code).toBe(1);
    expect(output).toBe(
      `The server could not start: port ${takenPort} of 127.0.0.1 is taken: stop what uses it, or set PORT to another\n`,
    );
  });

  it("says that no database answers, without the password in its address", async () => {
    const MONGODB_URI = `mongodb://someone:geheim@127.0.0.1:${takenPort}/?replicaSet=rs0&serverSelectionTimeoutMS=300`;
    const { code, output } = await run("main.js", settings({ MONGODB_URI, LOG_LEVEL: "silent" })).ended;
    expect(code).toBe(1);
    expect(output).toBe(
      "The server could not start: no database answers at MONGODB_URI: start it, or set another address\n",
    );
  });

  it("does not start on a database that a newer version has changed", async () => {
    const connection = await mongoose.createConnection(databaseUri()).asPromise();
    const newer = { name: "of-next-year", startedAt: new Date(), finishedAt: new Date() };
    const collection = connection.collection<{ _id: number }>("migrations");
    await collection.insertOne({ _id: 9_999, ...newer });
    const { code, output } = await run("main.js", settings({ LOG_LEVEL: "silent", PORT: "0" })).ended;
    await collection.deleteOne({ _id: 9_999 });
    await connection.close();
    expect(code).toBe(1);
    expect(output).toMatch(
      /^The server could not start: a newer version has changed this database .*: start the newer version, .*\n$/,
    );
  });

  it("as a worker lives from its first reading of the directory to a clean end", async () => {
    const port = await freePort();
    const worker = run("main.js", settings({ ROLES: "worker,cron", OPERATOR_PORT: String(port) }));
    let health = await ask(`http://127.0.0.1:${port}/readyz`);
    while (!health && worker.child.exitCode === null) health = await ask(`http://127.0.0.1:${port}/readyz`);
    expect(health).toContain('"ready"');
    expect(await ask(`http://127.0.0.1:${port}/metrics`)).toContain("process_cpu_seconds_total");
    worker.child.kill("SIGTERM");
    const { code, output } = await worker.ended;
    expect([code, output]).toEqual([0, expect.stringContaining("the directory has changed")]);
    expect(output).not.toContain(wecom.world.agents[0]?.secret);
  });
});

describe("a failpoint", () => {
  it.each([
    ["a.first", ""],
    ["a.first:2", "passed a.first\npassed b.second\n"],
    ["b.second:1", "passed a.first\n"],
  ])("%s kills the process there, without a last word", async (armed, said) => {
    expect(await run("failpoint.js", {}, [armed]).ended).toEqual({ code: null, signal: "SIGKILL", output: said });
  });

  it("does nothing unless it is armed", async () => {
    const { code, output } = await run("failpoint.js", {}, [""]).ended;
    expect([code, output]).toEqual([0, "passed a.first\npassed b.second\npassed a.first\n"]);
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as { port: number }; // a TCP server's address has a port
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function ask(address: string): Promise<string | null> {
  const response = await fetch(address).catch(() => null);
  if (!response?.ok) await new Promise((resolve) => setTimeout(resolve, 20));
  return response?.ok ? response.text() : null;
}
