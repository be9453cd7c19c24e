import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

/** The mini-program as `npm run build:weapp` wrote it; `npm test` builds it first where it is stale. */
export const weappDir = process.env.WEAPP_DIR ?? path.resolve(__dirname, "../../../dist/weapp");

const made: string[] = [];

afterAll(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true });
});

/** A mini-program of some files, written by hand for one test and thrown away with it. */
export function handMade(files: Record<string, string>): string {
  const dir = mkdtempSync(path.join(os.tmpdir(), "xiaoli-weapp-"));
  made.push(dir);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
    writeFileSync(path.join(dir, file), text);
  }
  return dir;
}

/** A copy of the built mini-program with some of its files changed, to see that a mistake is caught. */
export function editedCopy(edits: Record<string, (text: string) => string>): string {
  if (!existsSync(weappDir)) throw new Error(`There is no mini-program in ${weappDir}: npm run build:weapp makes it`);
  const dir = mkdtempSync(path.join(os.tmpdir(), "xiaoli-weapp-"));
  made.push(dir);
  cpSync(weappDir, dir, { recursive: true });
  for (const [file, edit] of Object.entries(edits)) {
    const before = readFileSync(path.join(dir, file), "utf8");
    const after = edit(before);
    if (after === before) throw new Error(`The edit changed nothing in ${file}`);
    writeFileSync(path.join(dir, file), after);
  }
  return dir;
}
