import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { startModule, temporaryFolder, until } from "./support";

/* What `npm run dev` hears of, by each of the ways in which editors and git change files. */

const base = temporaryFolder();
const at = (...parts: string[]) => path.join(base, ...parts);
const write = (file: string, text: string) => writeFileSync(at(file), text);

/** Watches one folder and one file beside it; `edits()` is how many edits it has heard of. */
async function watching(): Promise<{ edits: () => number }> {
  mkdirSync(at("source", "inner"), { recursive: true });
  write("source/rule.ts", "first");
  write("one.json", "first");
  const { output } = startModule(`
import { watchFiles } from "run/watchFiles.mjs";
watchFiles(${JSON.stringify([at("source"), at("one.json")])}, () => console.log("edited"));
console.log("watching");
await new Promise((resolve) => setTimeout(resolve, 60_000));`);
  await until(() => output().includes("watching"));
  return { edits: () => output().match(/edited/g)?.length ?? 0 };
}

const ways: [way: string, change: () => void][] = [
  ["is saved in place", () => write("source/rule.ts", "second")],
  [
    "is saved as a new file under the old name",
    () => {
      write("source/.rule.ts.swp", "second");
      renameSync(at("source", ".rule.ts.swp"), at("source", "rule.ts"));
    },
  ],
  ["is removed", () => rmSync(at("source", "rule.ts"))],
  ["lies in a folder of the folder", () => write("source/inner/other.ts", "new")],
  ["is watched by its own name", () => write("one.json", "second")],
];

test.each(ways)("an edit is heard once where a file %s", async (_, change) => {
  const { edits } = await watching();
  change();
  await until(() => edits() === 1);
});

test("an edit is heard in a folder that is new, and in one that was away for a while", async () => {
  const { edits } = await watching();
  mkdirSync(at("source", "new"));
  await until(() => edits() === 1);
  write("source/new/first.ts", "first");
  await until(() => edits() === 2);
  rmSync(at("source", "new"), { recursive: true });
  await until(() => edits() === 3 && !existsSync(at("source", "new")));
  mkdirSync(at("source", "new"));
  await until(() => edits() === 4);
  write("source/new/first.ts", "again");
  await until(() => edits() === 5);
});

test("what lies beside a watched file is no edit, such as an editor's copy", async () => {
  const { edits } = await watching();
  write("source/.rule.ts.swp", "swap");
  write("source/rule.ts~", "backup");
  write("neighbour.json", "other");
  // The only one that is heard, and heard once.
  write("source/rule.ts", "second");
  await until(() => edits() === 1);
  write("source/rule.ts", "third");
  await until(() => edits() === 2);
});
