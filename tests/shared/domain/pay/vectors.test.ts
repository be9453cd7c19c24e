import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseExactJson } from "../../../../server/cli/vectors/exactJson";
import { runVectors } from "../../../../server/cli/vectors/run";

const fileText = readFileSync(join(__dirname, "../../../vectors/vectors.json"), "utf8");
const results = runVectors(fileText);

describe("the worked cases of the source articles", () => {
  it.each(results.filter(({ outcome }) => outcome !== "not computed"))("$id ($kind) comes out as written", (result) => {
    expect(result).toEqual({ ...result, outcome: "passed", detail: "" });
  });

  it("says of every other case that it is not computed", () => {
    const kinds = new Set(results.filter(({ outcome }) => outcome === "not computed").map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(["display", "narrative"]);
  });
});

/** A case of the file, with some of its inputs replaced. */
function vectorsWith(kind: string, inputs: string, expected: string): string {
  return `{"vectors": [{"id": "X1", "kind": "${kind}", "inputs": ${inputs}, "expected": ${expected}}]}`;
}

describe("cases from elsewhere", () => {
  it.each([
    [
      "an amount that a binary fraction cannot hold",
      "formula",
      `{"formula": "a * 1", "vars": {"a": 9000000000000.01}}`,
      `{"amount": 9000000000000.01}`,
    ],
    [
      "a ratio with more digits than a double has",
      "band_coefficient",
      `{"ratio": 0.79999999999999999999, "bands": [{"min": null, "max_exclusive": 0.8, "coefficient": 0}, {"min": 0.8, "max_exclusive": null, "coefficient": 1}]}`,
      `{"coefficient": 0}`,
    ],
    [
      "numbers compared as decimals, keys in any order",
      "tier_increment",
      `{"sales_before": 1e5, "order": 0, "mode": "whole", "tiers": [{"from": 0, "from_inclusive": true, "to": null, "to_inclusive": false, "rate": 1.50e-2}]}`,
      `{"increment": 0.00, "after": 1500.0, "before": 1500}`,
    ],
    [
      "names that look like numbers keep their order",
      "weight_allocation",
      `{"parent": 0.01, "weights": {"2": 1, "1": 1}}`,
      `{"amounts": {"1": 0, "2": 0.01}}`,
    ],
    [
      "bands in any order",
      "band_coefficient",
      `{"actual": 8, "target": 10, "bands": [{"min": 0.8, "max_exclusive": null, "coefficient": 1}, {"min": null, "max_exclusive": 0.8, "coefficient": 0}]}`,
      `{"coefficient": 1}`,
    ],
  ])("passes %s", (_name, kind, inputs, expected) => {
    expect(runVectors(vectorsWith(kind, inputs, expected))).toMatchObject([{ outcome: "passed" }]);
  });

  it("reports a difference with both values", () => {
    const [result] = runVectors(vectorsWith("attainment", `{"actual": 1, "target": 3}`, `{"ratio": 0.333334}`));
    expect(result).toMatchObject({
      outcome: "failed",
      detail: 'expected {"ratio": 0.333334}, got {"ratio": 0.333333}',
    });
  });

  it("fails a case whose answer has a key too many", () => {
    expect(
      runVectors(vectorsWith("attainment", `{"actual": 1, "target": 2}`, `{"ratio": 0.5, "more": 1}`)),
    ).toMatchObject([{ outcome: "failed" }]);
  });

  it("goes on after a case that cannot be read", () => {
    const [result] = runVectors(vectorsWith("attainment", `{"actual": "many"}`, `{"ratio": 1}`));
    expect(result).toMatchObject({ outcome: "failed", detail: "actual is no number" });
  });

  it("reads numbers without passing through a float", () => {
    expect(parseExactJson(`{"a": [1.10, -2e2, 5E-3, "3"]}`)).toEqual(
      new Map([["a", [{ text: "1.10" }, { text: "-200.0" }, { text: "0.005" }, "3"]]]),
    );
  });
});
