/** Which tests a change touches: what differs from the last commit, or, where nothing does, that commit itself. */
import { execFileSync } from "node:child_process";
import process from "node:process";
import { at, root } from "./paths.mjs";
import { finished, spawnNode } from "./processes.mjs";
import { Stop } from "./log.mjs";

/** Tests that look at what was built, which no import leads to: by the folders that are built into it. */
const builtFrom = [
  { sources: /^(miniapp|shared)\//, tests: ["tests/gallery", "tests/h5", "tests/weapp"] },
  { sources: /^(server|shared|config)\//, tests: ["tests/journeys", "tests/server/run", "tests/server/processes"] },
  { sources: /^config\//, tests: ["tests/h5"] },
];

/** @returns paths of test files or folders; none where no test is touched */
export const changedTests = () => testsTouchedBy(changedFiles());

/** The same for these files, by their paths in the project. */
export async function testsTouchedBy(files) {
  const sources = files.filter((file) => /\.(tsx?|mjs|cjs|json|s?css)$/.test(file));
  if (sources.length === 0) return [];
  const args = [at("node_modules", "jest", "bin", "jest.js"), "--listTests", "--findRelatedTests", ...sources];
  // Files by themselves, also where a whole run asks that has put them into groups.
  const { code, output } = await finished(spawnNode(args, { env: { TEST_GROUPS: "" } }), { timeoutMs: 120_000 });
  if (code !== 0) throw new Stop(`Jest could not tell which tests a change touches:\n${output}`);
  const related = output
    .split("\n")
    .filter((line) => /\.test\.tsx?$/.test(line))
    .map((file) => file.slice(root.length + 1).replaceAll("\\", "/"));
  const built = builtFrom.filter((one) => sources.some((file) => one.sources.test(file))).flatMap(({ tests }) => tests);
  return [...new Set([...related, ...built])];
}

function changedFiles() {
  const open = [...git("diff", "--name-only", "HEAD"), ...git("ls-files", "--others", "--exclude-standard")];
  // One that was removed touches whoever imported it, which does not compile.
  const present = (names) => names.filter((name) => name !== "");
  return present(open).length > 0 ? present(open) : present(git("diff", "--name-only", "HEAD~1", "HEAD"));
}

function git(...args) {
  try {
    return execFileSync("git", args, { cwd: root, encoding: "utf8", env: process.env }).split("\n");
  } catch (error) {
    throw new Stop(`git could not tell what has changed: ${error.message.split("\n")[0]}`);
  }
}
