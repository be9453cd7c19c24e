/**
 * Test files of the server that a whole run loads together. Jest loads the product anew for each file, which takes longer than what
 * most of them then do; in a group it is loaded once, and each file is a block of its own, by its name, with its own preparation.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { at, root } from "./paths.mjs";

const FILES_IN_GROUP = 16;
/** Where their tests stand on the database by the builders alone, and start no program. */
const grouped = ["features", "files", "given", "http", "integrations", "jobs"].map((room) => `tests/server/${room}`);
/** What cleans up after each test or file is shared by all, so it belongs to the group. */
const shared = ["startTestApp", "testDatabase", "givenWecom"].map((name) => `tests/support/${name}`);
/** Those that change what others load are alone, and so are long ones, which are best begun early. */
const standsAlone = (source) => /\bjest\.|describe\.each\(ids\)/.test(source);

const groupsFolder = at("dist", "groups");

/**
 * Writes the groups, one test file each.
 * @returns the files that they hold, by the group's path
 */
export function writeTestGroups() {
  rmSync(groupsFolder, { recursive: true, force: true });
  mkdirSync(groupsFolder, { recursive: true });
  return new Map(
    testGroups().map((files, n) => {
      const group = path.join(groupsFolder, `group${n + 1}.test.ts`);
      writeFileSync(group, sourceOf(files));
      return [group, files];
    }),
  );
}

/** @returns lists of test files, seen from the project's root */
export function testGroups() {
  return groupsOf(
    grouped
      .flatMap(testFilesUnder)
      .map((file) => ({ file, source: readFileSync(at(file), "utf8") }))
      .filter(({ source }) => !standsAlone(source)),
  );
}

/** Of about the same size each, so that none is left running alone at the end. */
function groupsOf(files) {
  const count = Math.max(1, Math.ceil(files.length / FILES_IN_GROUP));
  const groups = Array.from({ length: count }, () => []);
  files
    .sort((a, b) => b.source.length - a.source.length || (a.file < b.file ? -1 : 1))
    .forEach(({ file }, n) => groups[Math.floor(n / count) % 2 === 0 ? n % count : count - 1 - (n % count)].push(file));
  return groups;
}

function sourceOf(files) {
  const from = (file) => JSON.stringify(path.relative(groupsFolder, at(file)).replaceAll("\\", "/"));
  const hooks = shared.map((file) => `import ${from(file)};`);
  const blocks = files.map((file) => `describe(${JSON.stringify(file)}, () => void require(${from(file)}));`);
  return `${[...hooks, ...blocks].join("\n")}\n`;
}

const testFilesUnder = (folder) =>
  readdirSync(at(folder), { recursive: true })
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => path.relative(root, path.join(at(folder), name)).replaceAll("\\", "/"));
