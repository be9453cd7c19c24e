/**
 * Test files that a whole run loads together. Jest loads the product anew for each file, which takes longer than what most of them
 * then do; in a group it is loaded once, and each file is a block of its own, by its name, with its own preparation.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { at, root } from "./paths.mjs";

const inSupport = (...names) => names.map((name) => `tests/support/${name}`);

/**
 * By jest project: where its files are looked for, how many of them make a group, and what cleans up after each test or file, which is
 * shared by all and so belongs to the group. `bytesMax`: longer ones are alone.
 */
const projects = {
  // Where their tests stand on the database by the builders alone, and start no program.
  server: {
    folders: ["cli", "features", "files", "given", "http", "integrations", "jobs"].map(
      (room) => `tests/server/${room}`,
    ),
    filesInGroup: 16,
    hooks: inSupport("startTestApp", "testDatabase", "givenWecom"),
  },
  h5: { folders: ["tests/h5"], filesInGroup: 4, bytesMax: 6000, hooks: inSupport("startTestApp", "testDatabase") },
  weapp: {
    ...{ folders: ["tests/weapp"], filesInGroup: 4, bytesMax: 7000 },
    hooks: inSupport("startTestApp", "testDatabase", "weapp/builtWeapp"),
  },
};
/** Those that change what others load are alone, and so are long ones, which are best begun early. */
const standsAlone = (source, bytesMax = Infinity) =>
  source.length > bytesMax ||
  /\bjest\.(?!spyOn|restoreAllMocks)|describe\.each\(ids\)|EditedCopy/.test(source) ||
  (source.includes("jest.spyOn") && !/restoreAllMocks|mockRestore/.test(source));

const groupsFolder = at("dist", "groups");

/**
 * Writes the groups, one test file each.
 * @returns the files that they hold, by the group's path
 */
export function writeTestGroups() {
  rmSync(groupsFolder, { recursive: true, force: true });
  return new Map(
    Object.entries(testGroups()).flatMap(([project, groups]) => {
      const folder = path.join(groupsFolder, project);
      mkdirSync(folder, { recursive: true });
      return groups.map((files, n) => {
        const group = path.join(folder, `group${n + 1}.test.ts`);
        writeFileSync(group, sourceOf(files, { folder, hooks: projects[project].hooks }));
        return [group, files];
      });
    }),
  );
}

/** @returns by project, lists of test files, seen from the project's root */
export function testGroups() {
  return Object.fromEntries(
    Object.entries(projects).map(([project, { folders, filesInGroup, bytesMax }]) => {
      const files = folders
        .flatMap(testFilesUnder)
        .map((file) => ({ file, source: readFileSync(at(file), "utf8") }))
        .filter(({ source }) => !standsAlone(source, bytesMax));
      return [project, groupsOf(files, filesInGroup)];
    }),
  );
}

/** Of about the same size each, so that none is left running alone at the end. */
function groupsOf(files, filesInGroup) {
  const count = Math.max(1, Math.ceil(files.length / filesInGroup));
  const groups = Array.from({ length: count }, () => []);
  files
    .sort((a, b) => b.source.length - a.source.length || (a.file < b.file ? -1 : 1))
    .forEach(({ file }, n) => groups[Math.floor(n / count) % 2 === 0 ? n % count : count - 1 - (n % count)].push(file));
  return groups;
}

function sourceOf(files, { folder, hooks }) {
  const from = (file) => JSON.stringify(path.relative(folder, at(file)).replaceAll("\\", "/"));
  const imports = hooks.map((file) => `import ${from(file)};`);
  const blocks = files.map((file) => `describe(${JSON.stringify(file)}, () => void require(${from(file)}));`);
  return `${[...imports, ...blocks].join("\n")}\n`;
}

const testFilesUnder = (folder) =>
  readdirSync(at(folder), { recursive: true })
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => path.relative(root, path.join(at(folder), name)).replaceAll("\\", "/"));
