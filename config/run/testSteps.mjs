/** The parts of npm test: what is checked without running the product, and the tests. */
import { randomInt } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { testWeapp } from "./build.mjs";
import { hashOf } from "./inputs.mjs";
import { at, root } from "./paths.mjs";
import { finished, spawnNode } from "./processes.mjs";
import { log, secondsSince } from "./log.mjs";
import { writeTestGroups } from "./testGroups.mjs";

const STATIC_TIMEOUT_MS = 600_000;
const JEST_TIMEOUT_MS = 30 * 60_000;

const tool = (...parts) => at("node_modules", ...parts);

// TypeScript 7 takes all processors, and looks at the same types anew on each: with two that is three times the work, and no sooner done.
const oneProcessor = { GOMAXPROCS: "1", GOGC: "400" };

/**
 * Each is one Node program that exits with 0 when all is well. What a check says depends on the project's
 * files alone, so one that has passed is not run again on the same files, unless it `asksMachine`.
 */
const staticChecks = [
  { name: "engine:check", args: [at("config", "run", "engineCheck.mjs")], asksMachine: true },
  // TypeScript 7 has no JavaScript API yet: dependency-cruiser and ESLint's parser stay on the 6 that is named typescript.
  {
    name: "types (tsc)",
    args: [tool("typescript-native", "bin", "tsc"), "--noEmit", "--checkers", "1", "-p", "."],
    env: oneProcessor,
  },
  {
    name: "lint (oxlint)",
    args: [tool("oxlint", "bin", "oxlint"), "--deny-warnings", "--threads=1", "."],
    env: oneProcessor,
  },
  { name: "lint (eslint)", args: [tool("eslint", "bin", "eslint.js"), "shared/domain"] },
  { name: "formatting (oxfmt)", args: [tool("oxfmt", "bin", "oxfmt"), "--check", "."] },
  {
    name: "boundaries (dependency-cruiser)",
    args: [
      tool("dependency-cruiser", "bin", "dependency-cruise.mjs"),
      ...["--config", ".dependency-cruiser.cjs", "--output-type", "err-long"],
      ...["miniapp", "server", "shared", "config"],
    ],
  },
];

/** @returns each check as a piece of work, whose result counts as one passed or one failed */
export function staticWork(checks = staticChecks, base = root) {
  const hash = hashOfProject(base);
  return checks.map((check) => () => runUnlessPassed(check, base, hash));
}

// Made by the tools, or not the project's.
const notSources = new Set([".git", ".engine", ".data", ".data-large", ".data-pharma", "node_modules", "dist"]);

function hashOfProject(base) {
  const sources = readdirSync(base).filter((name) => !notSources.has(name));
  return hashOf(base, sources, { node: process.version });
}

/** The whole run has one order: what passes here passes on the next machine. Tests by name and the soak try another one each time. */
const wholeRunSeed = () => 26_798_380;

/** The stamp goes before a check begins, so that one that was ended half-way has not passed. */
async function runUnlessPassed(check, base, hash) {
  const { name, args, asksMachine } = check;
  const stamp = path.join(base, "dist", ".stamps", `passed ${name}`);
  const wanted = `${hash} ${args.join(" ")}`;
  if (!asksMachine && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) {
    log(`✓ ${name} (passed before on the same files)`);
    return { name, took: "passed before", passed: 1, failed: 0 };
  }
  rmSync(stamp, { force: true });
  const result = await runCheck(check);
  if (result.failed === 0 && !asksMachine) {
    mkdirSync(path.dirname(stamp), { recursive: true });
    writeFileSync(stamp, wanted);
  }
  return result;
}

async function runCheck({ name, args, env }) {
  const startedMs = performance.now();
  const { code, output, timedOut } = await finished(spawnNode(args, { env }), { timeoutMs: STATIC_TIMEOUT_MS });
  const took = secondsSince(startedMs);
  if (code === 0) log(`✓ ${name} (${took})`);
  else log(`✗ ${name} (${took})${timedOut ? ": ended after ten minutes" : ""}\n${indented(output)}`);
  return { name, took, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
}

const jest = tool("jest", "bin", "jest.js");
const envOf = ({ browser, databaseUri }) => ({
  NODE_ENV: "test",
  TEST_MONGODB_URI: databaseUri,
  CHROMIUM: browser ?? "",
  WEAPP_PUBLIC_URL: testWeapp.PUBLIC_URL,
});

/** Jest at the person's terminal, until they end it. @returns its exit code */
export async function watchJest(args, { browser, databaseUri }) {
  const child = spawnNode([jest, ...args], {
    env: envOf({ browser, databaseUri }),
    stdio: ["inherit", "inherit", "inherit"],
  });
  return (await finished(child)).code ?? 1;
}

/**
 * The tests of a file run in an order by chance, so that none can lean on another; the same seed gives the same order.
 * @param newSeed makes one where nobody asks for one
 */
export function withSeed(args, newSeed = () => randomInt(2 ** 31)) {
  const at = args.findIndex((arg) => /^--seed(=|$)/.test(arg));
  const given = at < 0 ? undefined : (args[at].split("=")[1] ?? args[at + 1]);
  const seed = given === undefined ? newSeed() : Number(given);
  // Named twice, jest would take both together for another seed.
  return { seed, seededArgs: given === undefined ? [...args, `--seed=${seed}`] : args };
}

/** Runs jest with the engine, the browser and the builds; every test counts, and a file that does not even load. */
export async function runJest(args, { browser, databaseUri }) {
  const startedMs = performance.now();
  const { seed, seededArgs } = args.length === 0 ? withSeed(args, wholeRunSeed) : withSeed(args);
  const report = at("dist", ".stamps", "jest.json");
  mkdirSync(path.dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const groups = args.length === 0 ? writeTestGroups() : new Map();
  const inGroups = args.length === 0 && { TEST_GROUPS: JSON.stringify([...groups.values()].flat()) };
  const child = spawnNode(
    [jest, "--json", `--outputFile=${report}`, ...seededArgs],
    // The JSON that jest also prints would drown what a person wants to read; that goes to stderr.
    { env: { ...envOf({ browser, databaseUri }), ...inGroups }, stdio: ["ignore", "ignore", "inherit"] },
  );
  const { code, timedOut } = await finished(child, { timeoutMs: JEST_TIMEOUT_MS });
  const result = { name: "tests (jest)", took: secondsSince(startedMs), skipped: [] };
  if (timedOut || !existsSync(report)) {
    log(timedOut ? "✗ The tests were still running after 30 minutes." : "✗ Jest ended without a report.");
    return [{ ...result, passed: 0, failed: 1 }];
  }
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, testResults } = JSON.parse(
    readFileSync(report, "utf8"),
  );
  if (args.length === 0) for (const line of slowestFiles(testResults, groups)) log(line);
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  if (failed > 0) log(`· With --seed=${seed} behind npm test -- the tests of each file run in this order again.`);
  const why = browser ? "marked as skipped" : "no browser starts here";
  // With arguments, tests are left out on purpose.
  const skipped = (args.length > 0 ? [] : skippedNames(testResults)).map((name) => `${name} (${why})`);
  // Jest may also fail for a reason that is no test, such as a coverage goal.
  return [{ ...result, passed: numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed, skipped }];
}

const slowestShown = 20;

/** What to look at first where the tests have become long: what does not fit goes to the soak suite, with a shorter twin. */
function slowestFiles(testResults, groups) {
  const files = testResults
    .flatMap((result) => (groups.has(result.name) ? filesOfGroup(result) : [result]))
    .map(({ name, startTime, endTime }) => ({ name: path.relative(root, name), tookMs: endTime - startTime }))
    .sort((a, b) => b.tookMs - a.tookMs)
    .slice(0, slowestShown);
  return [
    "\nSlowest test files",
    ...files.map(({ name, tookMs }) => `  ${(tookMs / 1000).toFixed(1).padStart(6)} s  ${name}`),
  ];
}

/** What the tests of each file have taken; what they have loaded together is nobody's. */
function filesOfGroup({ assertionResults }) {
  const tookMs = new Map();
  for (const { ancestorTitles, duration } of assertionResults)
    tookMs.set(ancestorTitles[0], (tookMs.get(ancestorTitles[0]) ?? 0) + (duration ?? 0));
  return [...tookMs].map(([name, endTime]) => ({ name: at(name), startTime: 0, endTime }));
}

function skippedNames(testResults) {
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === "pending" || status === "todo")
    .map(({ fullName }) => fullName);
}

function indented(output) {
  return output
    .trimEnd()
    .split("\n")
    .map((line) => `    ${line}`)
    .join("\n");
}
