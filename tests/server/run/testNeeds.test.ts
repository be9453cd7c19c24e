import { existsSync, readFileSync } from "node:fs";
import { runModule } from "./support";

/** What each way of asking for tests sets up, as `builds; engine; browser`. */
const needs = (asked: string[][]): string[] => {
  const { output } = runModule(`
import { needsOf, withWatchedOnly } from "run/testNeeds.mjs";
const shown = ({ builds, engine, browser }) => [builds.join(" "), engine && "engine", browser && "browser"].filter(Boolean).join("; ");
console.log("told " + JSON.stringify(${JSON.stringify(asked)}.map((args) => shown(needsOf(withWatchedOnly(args))))));`);
  return JSON.parse(/told (\[.*\])/.exec(output)?.[1] ?? "[]") as string[];
};

describe("tests that are asked for by name", () => {
  const all = "server h5 gallery weapp; engine; browser";
  const rows: [asked: string, args: string[], needed: string][] = [
    ["nothing, which is all of them", [], all],
    ["a rule", ["tests/shared/domain/money.test.ts"], ""],
    ["a screen's mind", ["tests/miniapp"], ""],
    ["a command by a sentence", ["tests/server/db/command.test.ts", "-t", "is done once"], "server; engine"],
    ["a sentence before its file", ["--testNamePattern", "h5 page", "tests/shared"], ""],
    ["a word of a file's name", ["createcheckin"], "server; engine"],
    ["a rule and a page", ["tests/shared", "tests/weapp/gate.test.ts"], "server weapp; engine; browser"],
    ["the gallery of parts", ["tests/gallery"], "gallery; browser"],
    ["the pages in a browser", ["tests/h5", "--runInBand"], "server h5; engine; browser"],
    ["what stands on a file", ["--findRelatedTests", "tests/support/length.ts"], all],
    ["whatever the next edits touch", ["--watch"], "server; engine"],
    ["a rule that is watched", ["--watch", "tests/shared"], ""],
    ["a page that is watched", ["tests/h5", "--watch"], "server h5; engine; browser"],
    ["a sentence in all files", ["-t", "tests/server"], all],
  ];
  const told = needs(rows.map(([, args]) => args));
  it.each(rows.map(([asked, , needed], n) => [asked, needed, told[n]]))(
    "sets up just what is needed for %s",
    (_asked, needed, found) => expect(found).toBe(needed),
  );
});

describe("the order of the tests", () => {
  const asked = [["tests/shared"], ["--seed=7"], ["tests/shared", "--seed", "8"]];
  const found = (): unknown => {
    const { output } = runModule(`
import { withSeed } from "run/testSteps.mjs";
console.log("told " + JSON.stringify(${JSON.stringify(asked)}.map((args) => withSeed(args, () => 6))));`);
    return JSON.parse(/told (\[.*\])/.exec(output)?.[1] ?? "[]");
  };

  it("is by chance, unless a seed says which one: that is named to jest once", () => {
    expect(found()).toEqual([
      { seed: 6, seededArgs: ["tests/shared", "--seed=6"] },
      { seed: 7, seededArgs: ["--seed=7"] },
      { seed: 8, seededArgs: ["tests/shared", "--seed", "8"] },
    ]);
  });
});

describe("the tests that a whole run loads together", () => {
  const { output } = runModule(`
import { testGroups } from "run/testGroups.mjs";
console.log("told " + JSON.stringify(testGroups()));`);
  const ofProjects = JSON.parse(/told (\{.*\})/.exec(output)?.[1] ?? "{}") as Record<string, string[][]>;
  const groups = Object.values(ofProjects).flat();
  const files = groups.flat();

  it.each(["server", "h5", "weapp"])("are some of %s, and of its folder alone", (project) => {
    const own = (ofProjects[project] ?? []).flat();
    expect(own.length).toBeGreaterThan(1);
    expect(own.filter((file) => !file.startsWith(`tests/${project}/`))).toEqual([]);
  });

  it("are each in one group of a few", () => {
    expect(files.length).toBeGreaterThan(50);
    expect(new Set(files).size).toBe(files.length);
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
    expect(Math.max(...groups.map((group) => group.length))).toBeLessThanOrEqual(16);
  });

  it("are none that change what others load", () => {
    const changes = (source: string) =>
      /\bjest\.(mock|useFakeTimers)/.test(source) ||
      (source.includes("jest.spyOn") && !/restoreAllMocks|mockRestore/.test(source));
    expect(files.filter((file) => changes(readFileSync(file, "utf8")))).toEqual([]);
  });
});
