import { existsSync, readFileSync } from "node:fs";

/** Each line of SECURITY.md that names its test, as ``tests/….test.ts › its name``. */
const text = readFileSync("SECURITY.md", "utf8");
const named = [...text.matchAll(/`(tests\/[^`]+?\.test\.tsx?) › ([^`]+)`/g)].map(([, file = "", name = ""]) => ({
  file,
  name,
}));
const rows = text.split("\n").filter((line) => /^\| [A-G]( [A-G])* \|/.test(line));

/** Names as a source writes them: in quotes of either kind, or as a template. */
const isIn = (source: string, name: string): boolean =>
  [`"${name}"`, `'${name}'`, `\`${name}\``, `"${name.replaceAll('"', '\\"')}"`].some((literal) =>
    source.includes(literal),
  );

it("SECURITY.md names a test that exists for every threat", () => {
  const missing = named.filter(({ file, name }) => !existsSync(file) || !isIn(readFileSync(file, "utf8"), name));
  // A test that was renamed is renamed there as well; a threat that nothing holds any more belongs into its last section.
  expect(missing).toEqual([]);
  expect(named.length).toBeGreaterThan(60);
});

it("SECURITY.md has no threat without a test", () => {
  expect(rows.length).toBeGreaterThan(30);
  expect(rows.filter((row) => !row.includes(" › "))).toEqual([]);
});
