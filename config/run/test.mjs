/**
 * npm test: sets up what is missing, then checks everything and ends with `N passed, N failed`.
 *   npm test -- <path or jest options>   only those tests, without the other checks
 *   npm test -- --changed                only what differs from the last commit touches, or what that commit has touched
 *   npm test -- --watch                  what the open changes touch, again after each edit, compiled pages left out; ends with q
 *   npm test -- --watch <path>           those tests, again after each edit
 *   npm run screens                      every page and every part in more windows, with their pictures in dist/screens
 *   npm run soak                         only the tests that have a longer length, at that length
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { browserOrNone } from "./browser.mjs";
import { buildWork, testWeapp } from "./build.mjs";
import { changedTests } from "./changed.mjs";
import { chooseDatabase } from "./database.mjs";
import { startPrivateEngine } from "./engine.mjs";
import { install } from "./install.mjs";
import { at } from "./paths.mjs";
import { freePorts } from "./ports.mjs";
import { twoAtATime, whenNpmIsGone } from "./processes.mjs";
import { main, log, secondsSince, Stop } from "./log.mjs";
import { needsOf, withWatchedOnly } from "./testNeeds.mjs";
import { runJest, staticWork, watchJest } from "./testSteps.mjs";

// Far above what it takes; nothing that hangs may hang for ever.
const TOTAL_TIMEOUT_MS = 40 * 60_000;
const slowerSuites = ["soak", "screens", "mutants", "bench"];
const { scripts } = JSON.parse(readFileSync(at("package.json"), "utf8"));

await main(async (given) => {
  const isWatch = given.some((arg) => arg === "--watch" || arg === "--watchAll");
  const startedMs = performance.now();
  const watchdog = setTimeout(() => {
    process.stderr.write(
      `\n✗ The tests were still running after ${TOTAL_TIMEOUT_MS / 60_000} minutes and were ended.\n`,
    );
    process.exit(1);
  }, TOTAL_TIMEOUT_MS);
  watchdog.unref();
  if (isWatch) clearTimeout(watchdog);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(1));
  whenNpmIsGone(() => process.exit(1));

  await install();
  const jestArgs = await jestArgsOf(given);
  if (jestArgs === null) {
    log("No test is touched by what has changed.\n\n0 passed, 0 failed");
    return 0;
  }
  const needs = needsOf(jestArgs);
  const database = needs.engine ? await chooseDatabase() : null;
  const browser = needs.browser ? await browserOrNone() : null;
  const checks = jestArgs.length > 0 ? [] : staticWork();
  const results = await twoAtATime([...checks, ...buildWork(needs.builds, { values: testWeapp })]);
  results.length = checks.length;
  log(`· Set up in ${secondsSince(startedMs)}`);

  const engine = await engineOf(database);
  try {
    if (isWatch) return await watchJest(jestArgs, { browser, databaseUri: engine.uri });
    results.push(...(await runJest(jestArgs, { browser, databaseUri: engine.uri })));
  } finally {
    await engine.stop();
  }
  return conclude(results, { startedMs, partial: jestArgs.length > 0 });
});

/** @returns null where nothing has changed that a test stands on */
async function jestArgsOf(given) {
  if (given[0] === "--soak") return soak(given.slice(1));
  if (given[0] === "--screens") return screens(given.slice(1));
  if (!given.includes("--changed")) return withWatchedOnly(given);
  const rest = given.filter((arg) => arg !== "--changed");
  const tests = await changedTests();
  if (tests.length > 0) log(`· Touched by what has changed: ${tests.length} test files or folders`);
  return tests.length === 0 ? null : [...tests, ...rest];
}

/** The tests that ask tests/support/length.ts how long they are, which then answers with the whole length. */
function soak(jestArgs) {
  process.env.SOAK = "1";
  return ["--findRelatedTests", "tests/support/length.ts", ...jestArgs];
}

/** The tests that take pictures, which then take all of them. */
function screens(jestArgs) {
  process.env.SCREENS = "all";
  return ["tests/h5/everyPage.test.ts", "tests/h5/oneNumber.test.ts", "tests/gallery", ...jestArgs];
}

async function engineOf(database) {
  if (database && !database.uri) return startTestEngine(database);
  return { uri: database?.uri ?? "", stop: () => undefined };
}

/** One engine for the whole run, fast rather than durable, in a folder that goes with it. */
async function startTestEngine(engine) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "xiaoli-test-"));
  const { database: port } = await freePorts();
  const started = await startPrivateEngine(engine, { port, folder }).catch((error) => {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  });
  return started;
}

function conclude(results, { startedMs, partial }) {
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  log("\nTime");
  for (const { name, took } of results) log(`  ${name.padEnd(34)} ${took}`);
  log(`  ${"all".padEnd(34)} ${secondsSince(startedMs)}`);
  if (partial) log("Not run, since only some tests were asked for: everything else.");
  for (const { skipped = [] } of results) for (const name of skipped) log(`Not run: ${name}`);
  log(
    `Not run: the slower suites ${slowerSuites.map((suite) => (suite in scripts ? `npm run ${suite}` : suite)).join(", ")}`,
  );
  if (passed + failed === 0) throw new Stop("No test was found.");
  for (const { name, failed: count } of results) if (count > 0) log(`✗ ${name}`);
  log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
