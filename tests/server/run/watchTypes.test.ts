import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isAlive, startModule, temporaryFolder, until } from "./support";

/* `npm run dev` looks at the types after each edit: here of a project of one file. */

const home = temporaryFolder();
/** Each test's own: those that watch for others go on. */
let folder: string;
let file: string;
let made = 0;
beforeEach(() => {
  folder = path.join(home, String((made += 1)));
  file = path.join(folder, "source", "pay.ts");
});
const right = "export const payFen: number = 1;\n";

async function watching(more = "") {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, right);
  writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: { types: [] } }));
  const { output } = startModule(`
import { watchTypes } from "run/watchTypes.mjs";
watchTypes({ folder: ${JSON.stringify(folder)}, sources: ["source"]${more} });
console.log("watching");
await new Promise((resolve) => setTimeout(resolve, 60_000));`);
  await until(() => output().includes("watching"), output);
  return output;
}

test("a type error is said with its place after the edit that brings it", async () => {
  const output = await watching();
  writeFileSync(file, 'export const payFen: number = "1";\n');
  await until(() => output().includes("source/pay.ts(1,14): error TS2322"), output);
});

test("that types are right again is said once they are", async () => {
  const output = await watching();
  writeFileSync(file, 'export const payFen: number = "1";\n');
  await until(() => output().includes("✗ Types are wrong after this edit"), output);
  writeFileSync(file, right);
  await until(() => output().includes("· Types are right again"), output);
});

test("of many mistakes the first few are said", async () => {
  const output = await watching();
  const wrong = Array.from({ length: 7 }, (_, n) => `export const fen${n}: number = "1";\n`);
  writeFileSync(file, wrong.join(""));
  await until(() => output().includes("and 2 more: npm run typecheck"), output);
});

// Only Linux tells of other processes in this way.
(process.platform === "linux" ? test : test.skip)(
  "many edits one after the other leave one compiler at work at most",
  async () => {
    const output = await watching();
    const atWork = () =>
      readdirSync("/proc").filter((pid) => {
        try {
          return /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/cwd`) === folder && pid !== String(process.pid);
        } catch {
          return false; // gone in the meantime, or somebody else's
        }
      }).length;
    let most = 0;
    for (let edit = 0; edit < 6; edit += 1) {
      writeFileSync(file, `${right}// ${edit}\n`);
      await new Promise((resolve) => setTimeout(resolve, 700));
      most = Math.max(most, atWork());
    }
    expect(most).toBeLessThanOrEqual(1);
    writeFileSync(file, 'export const payFen: number = "1";\n');
    await until(() => output().includes("✗ Types are wrong after this edit"), output);
  },
);

test("a check that an edit has overtaken is ended", async () => {
  // As the compiler does, it lets nobody ask it to end; it tells its number.
  const [slow, told] = [path.join(home, "slow"), path.join(home, "pids")];
  writeFileSync(slow, `#!/bin/sh\ntrap '' TERM\necho $$ >> ${told}\nwhile :; do sleep 1; done\n`);
  chmodSync(slow, 0o755);
  await watching(`, tsc: ${JSON.stringify(slow)}`);
  const pids = () => (existsSync(told) ? readFileSync(told, "utf8").trim().split("\n").map(Number) : []);
  writeFileSync(file, "export const payFen = 2;\n");
  await until(() => pids().length === 1);
  writeFileSync(file, "export const payFen = 3;\n");
  await until(() => pids().length === 2);
  const alive = pids().map(isAlive);
  for (const pid of pids().filter(isAlive)) process.kill(pid, "SIGKILL");
  expect(alive).toEqual([false, true]);
});
