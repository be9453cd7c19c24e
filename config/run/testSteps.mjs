/** The parts of npm test: what is checked without running the product, and the tests. */
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { testWeapp } from "./build.mjs";
import { at } from "./paths.mjs";
import { finished, spawnNode } from "./processes.mjs";
import { say, secondsSince } from "./say.mjs";

const STATIC_TIMEOUT_MS = 600_000;
const JEST_TIMEOUT_MS = 30 * 60_000;
const browserProjects = ["h5"];

const tool = (...parts) => at("node_modules", ...parts);

/** Each is one Node program that exits with 0 when all is well; two run at a time. */
const staticChecks = [
  { name: "engine:check", args: [at("config", "run", "engineCheck.mjs")] },
  { name: "types (tsc)", args: [tool("typescript", "bin", "tsc"), "--noEmit", "-p", "."] },
  { name: "lint (eslint)", args: [tool("eslint", "bin", "eslint.js"), "."] },
  {
    name: "formatting (prettier)",
    args: [tool("prettier", "bin", "prettier.cjs"), "--check", "--log-level", "warn", "."],
  },
  {
    name: "boundaries (dependency-cruiser)",
    args: [
      tool("dependency-cruiser", "bin", "dependency-cruise.mjs"),
      ...["--config", ".dependency-cruiser.cjs", "--output-type", "err-long"],
      ...["miniapp", "server", "shared", "config"],
    ],
  },
];

/** @returns one result for each check, which counts as one passed or one failed */
export async function runStaticChecks(checks = staticChecks) {
  const waiting = [...checks];
  const results = [];
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) results.push(await runCheck(check));
  };
  await Promise.all([worker(), worker()]);
  return checks.map(({ name }) => results.find((result) => result.name === name));
}

async function runCheck({ name, args }) {
  const startedMs = performance.now();
  const { code, output, timedOut } = await finished(spawnNode(args), { timeoutMs: STATIC_TIMEOUT_MS });
  const took = secondsSince(startedMs);
  if (code === 0) say(`✓ ${name} (${took})`);
  else say(`✗ ${name} (${took})${timedOut ? ": ended after ten minutes" : ""}\n${indented(output)}`);
  return { name, took, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
}

/** Runs jest with the engine, the browser and the builds; every test counts, and a file that does not even load. */
export async function runJest(args, { browser, databaseUri }) {
  const startedMs = performance.now();
  const report = at("dist", ".stamps", "jest.json");
  mkdirSync(path.dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const projects = browser ? [] : withoutBrowser();
  const env = {
    NODE_ENV: "test",
    TEST_MONGODB_URI: databaseUri,
    CHROMIUM: browser ?? "",
    WEAPP_PUBLIC_URL: testWeapp.PUBLIC_URL,
  };
  const child = spawnNode(
    [tool("jest", "bin", "jest.js"), "--json", `--outputFile=${report}`, ...args, ...projects],
    // The JSON that jest also prints would drown what a person wants to read; that goes to stderr.
    { env, stdio: ["ignore", "ignore", "inherit"] },
  );
  const { code, timedOut } = await finished(child, { timeoutMs: JEST_TIMEOUT_MS });
  const result = { name: "tests (jest)", took: secondsSince(startedMs), skipped: browser ? null : browserSkips() };
  if (timedOut || !existsSync(report)) {
    say(timedOut ? "✗ The tests were still running after 30 minutes." : "✗ Jest ended without a report.");
    return [{ ...result, passed: 0, failed: 1 }];
  }
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests } = JSON.parse(
    readFileSync(report, "utf8"),
  );
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  if (numPendingTests > 0) say(`${numPendingTests} tests are marked as skipped in their files.`);
  // Jest may also fail for a reason that is no test, such as a coverage goal.
  return [{ ...result, passed: numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed }];
}

function withoutBrowser() {
  const all = ["shared", "server", "journeys", "weapp", "h5", "miniapp"];
  return ["--selectProjects", ...all.filter((name) => !browserProjects.includes(name))];
}

function browserSkips() {
  return `the browser tests (${browserProjects.map((name) => `tests/${name}`).join(", ")}), since no browser starts here`;
}

function indented(output) {
  return output
    .trimEnd()
    .split("\n")
    .map((line) => `    ${line}`)
    .join("\n");
}
