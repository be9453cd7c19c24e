import { runModule } from "./support";

/* Which tests `npm test -- --changed` runs for a change of these files. */

function touchedBy(...files: string[]): string[] {
  const { output } = runModule(`
import { testsTouchedBy } from "run/changed.mjs";
console.log("told " + JSON.stringify(await testsTouchedBy(${JSON.stringify(files)})));`);
  return JSON.parse(/told (\[.*\])/.exec(output)?.[1] ?? "null") as string[];
}

it("is the test itself where a test has changed", () => {
  expect(touchedBy("tests/server/lib/batchedRead.test.ts")).toEqual(["tests/server/lib/batchedRead.test.ts"]);
});

it("is what stands on a file, however far", () => {
  expect(touchedBy("server/lib/batchedRead.ts")).toEqual(
    expect.arrayContaining([
      "tests/server/lib/batchedRead.test.ts",
      "tests/server/features/statements/heldMonths.test.ts",
    ]),
  );
});

it("is also what looks at the built pages, where something is built into them", () => {
  const touched = touchedBy("miniapp/platform/navigation.ts");
  expect(touched).toEqual(expect.arrayContaining(["tests/h5", "tests/weapp"]));
  expect(touched).not.toContain("tests/journeys");
});

it("is nothing where words for people have changed", () => {
  expect(touchedBy("README.md", "docs/decisions/README.md")).toEqual([]);
});
