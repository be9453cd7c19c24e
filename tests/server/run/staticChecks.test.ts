import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { runModule, temporaryFolder } from "./support";

const base = temporaryFolder();
const runs = path.join(base, "dist", "runs.txt");
const source = path.join(base, "rule.txt");

const program = path.join(base, "dist", "check.cjs");

/** A check that leaves a letter for each time it runs and fails where the source says so. */
const rule = `
const { appendFileSync, readFileSync } = require("node:fs");
appendFileSync(${JSON.stringify(runs)}, "x");
process.exit(readFileSync(${JSON.stringify(source)}, "utf8") === "bad" ? 1 : 0);
`;

beforeEach(() => {
  rmSync(path.dirname(program), { recursive: true, force: true });
  mkdirSync(path.dirname(program), { recursive: true });
  writeFileSync(program, rule);
  writeFileSync(source, "good");
});

function check(asksMachine = false): string {
  return runModule(`
import { staticWork } from "run/testSteps.mjs";
const checks = [{ name: "rule", args: [${JSON.stringify(program)}], asksMachine: ${asksMachine} }];
const [work] = staticWork(checks, ${JSON.stringify(base)});
const result = await work();
process.stdout.write(result.passed + " passed, " + result.failed + " failed");`).output;
}

const timesRun = () => readFileSync(runs, "utf8").length;

test("a check is run again unless it has passed on the same files", () => {
  expect(check()).toContain("1 passed, 0 failed");
  expect(check()).toContain("passed before on the same files");
  expect(timesRun()).toBe(1);

  writeFileSync(source, "bad");
  expect(check()).toContain("0 passed, 1 failed");
  expect(check()).toContain("0 passed, 1 failed");
  expect(timesRun()).toBe(3);

  // What passed before the failure has to pass again.
  writeFileSync(source, "good");
  expect(check()).toContain("1 passed, 0 failed");
  expect(timesRun()).toBe(4);
});

test("what a check asks the machine is asked each time", () => {
  check(true);
  check(true);
  expect(timesRun()).toBe(2);
});
