import { existsSync, readFileSync } from "node:fs";

const [english = "", chinese = ""] = readFileSync("README.md", "utf8").split("\n## 中文\n");
const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
const forOperators = Object.keys(scripts).filter((name) => scripts[name]?.includes("config/run/command.mjs"));

describe.each([
  ["English", english],
  ["Chinese", chinese],
])("The README in %s", (_, text) => {
  it("names every command of whoever runs the server", () => {
    expect(forOperators.filter((name) => !text.includes(`npm run ${name}`))).toEqual([]);
    expect(forOperators.length).toBeGreaterThan(5);
  });

  it.each(["PORT=", "MONGODB_URI", "config/env.example", "SHOW_OPENAPI", "SECURITY.md"])("tells of %s", (word) => {
    expect(text).toContain(word);
  });
});

const pages = ["CONTRIBUTING.md", "docs/architecture.md"];
// Patterns such as server/features/<area> are not looked up.
const place = /`((?:config|docs|miniapp|server|shared|tests)\/[\w./-]+)`/g;

it.each(pages)("%s names only files and folders that are there", (page) => {
  const named = [...readFileSync(page, "utf8").matchAll(place)].map(([, name = ""]) => name);
  expect(named.filter((name) => !existsSync(name))).toEqual([]);
  expect(named.length).toBeGreaterThan(5);
});
