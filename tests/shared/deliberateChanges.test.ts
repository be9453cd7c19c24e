import { readFileSync } from "node:fs";
import { join } from "node:path";
import { changes } from "../mutants/changes";

const sourceOf = (file: string): string => readFileSync(join(__dirname, "../..", file), "utf8");

describe("deliberate changes of the rules", () => {
  it("each still finds its place in the code, once", () => {
    const lost = changes.filter(({ file, from }) => sourceOf(file).split(from).length !== 2);
    expect(lost.map(({ what, file }) => `${what} (${file})`)).toEqual([]);
  });

  it("each changes something, and has a name of its own", () => {
    expect(changes.filter(({ from, to }) => from === to)).toEqual([]);
    expect(new Set(changes.map(({ what }) => what)).size).toBe(changes.length);
  });

  it("there are at least 150", () => {
    expect(changes.length).toBeGreaterThanOrEqual(150);
  });
});
