import { randomUUID } from "node:crypto";
import { spawn } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { buildSync } from "esbuild";
import mongoose from "mongoose";
import { type Company, prepare } from "../../../support/given";
import { length } from "../../../support/length";
import { stored, writtenElsewhere } from "../../../support/testDatabase";
import { manifest } from "../../lib/tables/importFiles";
import {
  bytesOf,
  countsOf,
  errorFileOf,
  givenPeopleOfFiles,
  type ImportView,
  lookedAt,
  readImport,
  sent,
  work,
} from "./given";

const script = "dist/.test/dyingImport.cjs";
const file = "g21-customers-20000.csv";
const start = prepare(async (company) => {
  await givenPeopleOfFiles(company);
  return {};
});
/** Clients of the file that are imported; all of them in the whole length. */
const clients = length(1_200, 20_000);

let company: Company;
beforeEach(async () => {
  ({ company } = await start({ settings: { RATE_MEMBER_PER_MINUTE: "100000" } }));
});
beforeAll(() => {
  buildSync({
    logLevel: "error",
    ...{ entryPoints: ["tests/server/features/imports/dyingImport.ts"], outfile: script, bundle: true, minify: true },
    ...{ platform: "node", target: "node20", external: ["node-cron", "sharp"], tsconfig: "tsconfig.json" },
    define: { "import.meta.url": "bundleUrl" },
    banner: { js: 'const bundleUrl = require("node:url").pathToFileURL(__filename).href;' },
  });
});
afterAll(() => rmSync(script, { force: true }));

/** A worker has no more than this for whatever it keeps, however long a table is. */
const heapMb = 112;

interface Worked {
  wasKilled: boolean;
  memoryMb: { before: number; most: number; after: number } | null;
}

/** What a worker in a process of its own has done. */
function worked(failpoint = ""): Promise<Worked> {
  writtenElsewhere();
  const { deps } = company.app;
  const given = Object.entries(deps.settings).filter(([name]) =>
    /^(WECOM|PUBLIC_URL|NODE_ENV|LOG_LEVEL|FILES_DIR|FIELD)/.test(name),
  );
  const env = {
    PATH: process.env.PATH,
    ...Object.fromEntries(
      given.map(([name, value]) => [name, typeof value === "object" ? JSON.stringify(value) : String(value)]),
    ),
    MONGODB_URI: process.env.TEST_MONGODB_URI,
    DB_NAME: mongoose.connection.name,
    BUSINESS_NOW: deps.clock.now().toISOString(),
    PASSED_MS: String(deps.realNow().getTime() - Date.now()),
    ...(failpoint && { FAILPOINT: failpoint }),
  };
  const child = spawn(process.execPath, [`--max-old-space-size=${heapMb}`, script], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.on("data", (piece: Buffer) => (said += piece.toString()));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      if (signal !== "SIGKILL" && code !== 0) reject(new Error(`the worker ended with ${code}`));
      const found = /\{"before".*\}/.exec(said);
      resolve({
        wasKilled: signal === "SIGKILL",
        memoryMb: found ? (JSON.parse(found[0]) as Worked["memoryMb"]) : null,
      });
    });
  });
}

/** What another process has stored nobody clears away between tests: each table has numbers of its own. */
const clientsOf = (beginning: string) => stored("customers", { externalIds: { $regex: `^crm:${beginning}` } });

const begin = ({ importId, revision }: ImportView) =>
  company.as(company.hr).call("imports.run", { importId }, { commandId: randomUUID(), revision });

it("imports many clients in little memory, explains those that wait, and knows all the second time", async () => {
  const begun = performance.now();
  const lines = bytesOf(file).toString().split("\r\n");
  const bytes = Buffer.from([...lines.slice(0, clients + 1), ""].join("\r\n"));
  const held = (manifest.files.find((one) => one.file === file)?.right.heldBack ?? []).filter(
    ({ row }) => row <= clients + 1,
  );
  const { importId } = await sent(company, bytes, { fileName: file });
  const look = await worked();
  const looked = await readImport(company, importId);
  const expected = { created: clients - held.length, heldBack: held.length };
  expect(countsOf(looked)).toEqual(expected);
  await begin(looked);
  const imported = await worked();
  const done = await readImport(company, importId);
  expect(countsOf(done)).toEqual(expected);
  expect((await clientsOf("KH")).length).toBe(expected.created);

  const { body } = await errorFileOf(company, done);
  expect(body.trimEnd().split("\r\n").slice(1)).toHaveLength(held.length);
  const rows = await stored("importRows", { importId, is: "heldBack" });
  const whyOf = new Map(rows.map(({ row, why }) => [row, why] as const));
  expect(held.filter(({ row, reason }) => whyOf.get(row) !== reason)).toEqual([]);

  const again = await sent(company, bytes, { fileName: file });
  await worked();
  await begin(await readImport(company, again.importId));
  await worked();
  expect(countsOf(await readImport(company, again.importId))).toEqual({
    same: expected.created,
    heldBack: held.length,
  });
  const seconds = Math.round((performance.now() - begun) / 1000);
  const memory = JSON.stringify({ look: look.memoryMb, import: imported.memoryMb });
  writeFileSync(
    `dist/.test/importMemory.txt`,
    `${clients} rows, looked at and imported twice: ${seconds} s; memory in MB ${memory}\n`,
  );
}, 900_000);

it("goes on where a worker was killed, and brings nothing twice", async () => {
  const rows = Array.from({ length: 600 }, (_, n) => `N${n},云岫坞第${n}机电有限公司,A`);
  const looked = await lookedAt(company, ["客户编号,客户名称,级别", ...rows].join("\n"));
  await begin(looked);
  expect((await worked("tasks.afterAdvance:4")).wasKilled).toBe(true);
  const half = (await clientsOf("N")).length;
  expect([half > 0, half < 600]).toEqual([true, true]);
  company.app.passRealTime({ seconds: 31 });
  await work(company);
  expect(countsOf(await readImport(company, looked.importId))).toEqual({ created: 600 });
  expect((await clientsOf("N")).length).toBe(600);
}, 120_000);

it("keeps two tables apart that are imported at the same time", async () => {
  const tables = ["甲", "乙"].map((name) =>
    [
      "客户编号,客户名称,级别",
      ...Array.from({ length: 250 }, (_, n) => `${name === "甲" ? "A" : "B"}${n},${name}坞第${n}有限公司,A`),
    ].join("\n"),
  );
  const looked = [await lookedAt(company, tables[0] ?? ""), await lookedAt(company, tables[1] ?? "")];
  for (const one of looked) await begin(one);
  await Promise.all([work(company), work(company)]);
  for (const { importId } of looked) expect(countsOf(await readImport(company, importId))).toEqual({ created: 250 });
}, 120_000);
