/** What has to be set up for the tests that somebody asks for: pages are built, and an engine started, only where one needs it. */
import { readdirSync } from "node:fs";
import { at } from "./paths.mjs";

const everything = { builds: ["server", "h5", "gallery", "weapp"], engine: true, browser: true };

/** By the folder of a test. The compiled pages are also looked at in a browser. */
const needsIn = {
  shared: { builds: [], engine: false, browser: false },
  miniapp: { builds: [], engine: false, browser: false },
  server: { builds: ["server"], engine: true, browser: false },
  journeys: { builds: ["server"], engine: true, browser: false },
  weapp: { builds: ["server", "weapp"], engine: true, browser: true },
  gallery: { builds: ["gallery"], engine: false, browser: true },
  h5: { builds: ["server", "h5"], engine: true, browser: true },
};

// Options of jest whose value stands apart from them, as in -t "pays no bonus".
const withValue = new Set(
  [
    "-t",
    "--testNamePattern",
    "-w",
    "--maxWorkers",
    "--testTimeout",
    "--seed",
    "--shard",
    "--outputFile",
    "--reporters",
  ].concat(["-c", "--config", "--coverageDirectory", "--maxConcurrency", "--testSequencer", "--coverageReporters"]),
);
// With these, other files are meant than those that are named, or by other ways than by their name.
const chooseOtherwise =
  /^(--findRelatedTests|--onlyChanged|-o|--onlyFailures|-f|--changedSince|--lastCommit|--projects)\b/;
const chooseMore = /^(--selectProjects|--ignoreProjects|--testPathPatterns?|--testMatch|--runTestsByPath|--filter)\b/;

/**
 * @param jestArgs as somebody has written them behind `npm test --`
 * @returns `{ builds, engine, browser }`; everything where no file is named, or where that is not sure
 */
export function needsOf(jestArgs, files = testFiles()) {
  const patterns = patternsIn(jestArgs);
  if (jestArgs.includes(withoutPages)) return { builds: ["server"], engine: true, browser: false };
  const isUnsure = jestArgs.some((arg) => chooseOtherwise.test(arg) || chooseMore.test(arg));
  if (patterns.length === 0 || isUnsure) return everything;
  const chosen = files.filter((file) => patterns.some((pattern) => names(pattern, file)));
  const needs = [...new Set(chosen.map((file) => file.split("/")[1]))].map((area) => needsIn[area] ?? everything);
  return {
    builds: everything.builds.filter((build) => needs.some(({ builds }) => builds.includes(build))),
    engine: needs.some(({ engine }) => engine),
    browser: needs.some(({ browser }) => browser),
  };
}

// Nothing is built again while tests are watched, and an edit leads to no test of a compiled page.
const withoutPages = "--testPathIgnorePatterns=tests/(h5|weapp)/";

/** With --watch and no test named, jest runs what the open changes touch; tests of compiled pages are left out, which saves their builds. */
export function withWatchedOnly(jestArgs) {
  const isWatchOfAll = jestArgs.includes("--watch") && patternsIn(jestArgs).length === 0;
  return isWatchOfAll ? [...jestArgs, withoutPages] : jestArgs;
}

function patternsIn(jestArgs) {
  return jestArgs.filter((arg, n) => !arg.startsWith("-") && !withValue.has(jestArgs[n - 1]));
}

/** As jest reads a name: a pattern, whatever its capitals, that may be found anywhere in the file's path. */
function names(pattern, file) {
  try {
    return new RegExp(pattern, "i").test(at(file));
  } catch {
    return true;
  }
}

const testFiles = () =>
  readdirSync(at("tests"), { recursive: true })
    .map((file) => `tests/${file.replaceAll("\\", "/")}`)
    .filter((file) => /\.test\.tsx?$/.test(file));
