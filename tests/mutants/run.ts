import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Change, changes } from "./changes";

/**
 * Breaks the rules of pay one at a time in a copy of the code and runs its tests: `npm run mutants [-- words of a change]`. A change that no
 * test notices is a rule that nothing protects. Exits with 1 then.
 */
const root = resolve(__dirname, "../..");
const copied = [
  "shared",
  "tests/shared/domain",
  "tests/support/length.ts",
  "tests/mutants/quickestFirst.cjs",
  "tests/vectors",
  "server/cli/vectors",
  "jest.config.js",
  "babel.config.js",
  "config/run/longestFirst.cjs",
  "package.json",
  "tsconfig.json",
];
// Building the phone's bundle takes longer than everything else and breaks only where all else does.
const tests = [
  "tests/shared/domain/pay",
  "tests/shared/domain/money",
  "tests/shared/domain/time",
  "tests/shared/domain/workingDays",
];
const left = ["phone.test"];

function copyOfTheCode(): string {
  const dir = mkdtempSync(join(tmpdir(), "xiaoli-mutants-"));
  for (const part of copied) cpSync(join(root, part), join(dir, part), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(dir, "node_modules"));
  return dir;
}

/** The first test that fails; null where all pass. */
function firstFailure(dir: string): string | null {
  const jest = join(root, "node_modules/jest/bin/jest.js");
  const args = [
    jest,
    "--selectProjects",
    "shared",
    "--bail",
    "--silent",
    "--testSequencer",
    "./tests/mutants/quickestFirst.cjs",
    "--testPathPatterns",
    ...tests,
    "--testPathIgnorePatterns",
    ...left,
  ];
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: dir,
    encoding: "utf8",
    env: { ...process.env, PROPERTY_RUNS: process.env.PROPERTY_RUNS ?? "60", FORCE_COLOR: "0" },
  });
  if (status === 0) return null;
  return /●\s+(.+)/.exec(stderr)?.[1]?.trim() ?? "the code does not load";
}

function withChange<Result>(dir: string, { file, from, to }: Change, act: () => Result): Result {
  const path = join(dir, file);
  const before = readFileSync(path, "utf8");
  if (before.split(from).length !== 2) throw new Error(`${file} does not say once: ${from}`);
  writeFileSync(
    path,
    before.replace(from, () => to),
  );
  try {
    return act();
  } finally {
    writeFileSync(path, before);
  }
}

const dir = copyOfTheCode();
let missed = 0;
let done = 0;
try {
  const clean = firstFailure(dir);
  if (clean !== null) throw new Error(`the tests fail without any change: ${clean}`);
  const words = process.argv.slice(2).join(" ");
  for (const change of changes.filter((one) => one.what.includes(words))) {
    const failure = withChange(dir, change, () => firstFailure(dir));
    done += 1;
    if (failure === null) missed += 1;
    process.stdout.write(
      `${failure === null ? "✗ nobody notices" : "✓"} ${change.what}${failure === null ? ` (${change.file})` : `: ${failure}`}\n`,
    );
  }
} finally {
  rmSync(dir, { recursive: true, force: true });
}
process.stdout.write(`${done} changes, ${done - missed} noticed, ${missed} missed\n`);
process.exit(missed === 0 ? 0 : 1);
